package plantao.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// PostgreSQL's file of passwords, by the rules of its own programs: lines `host:port:database:user:password`, a
/// `*` for anything, `\` before a colon or a backslash that is meant, the first line that fits; a file that others
/// can read is not used (PostgreSQL manual, "The Password File").
public final class PasswordFile {
    private static final Set<PosixFilePermission> OWNERS = PosixFilePermissions.fromString("rwx------");

    /// Whom a password is for, as the URL says it.
    public record Login(String host, String port, String database, String user) {
        private boolean fits(List<String> fields) {
            return fits(fields.get(0), host)
                    && fits(fields.get(1), port)
                    && fits(fields.get(2), database)
                    && fits(fields.get(3), user);
        }

        private static boolean fits(String field, String value) {
            return field.equals("*") || field.replaceAll("\\\\(.)", "$1").equals(value);
        }
    }

    private PasswordFile() {}

    /// Where it is: what `PGPASSFILE` names, else `.pgpass` in the home folder.
    ///
    /// @param home where the environment names none
    public static Path file(Map<String, String> environment, Path home) {
        String named = environment.getOrDefault("PGPASSFILE", "");
        return named.isEmpty() ? Path.of(environment.getOrDefault("HOME", home.toString()), ".pgpass") : Path.of(named);
    }

    /// The password of the first login that the file knows.
    public static TeamPassword password(Path file, List<Login> logins) {
        try {
            if (!Files.isRegularFile(file)) {
                return TeamPassword.NONE;
            }
            if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
                Set<PosixFilePermission> may = Files.getPosixFilePermissions(file);
                if (!OWNERS.containsAll(may)) {
                    return TeamPassword.missing(TeamFault.OPEN_PGPASS, file.toString());
                }
            }
            List<String> lines = new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            for (Login login : logins) {
                for (String line : lines) {
                    String password = password(line, login);
                    if (password != null) {
                        return TeamPassword.of(password);
                    }
                }
            }
            return TeamPassword.NONE;
        } catch (IOException e) {
            return TeamPassword.NONE; // as if it were not there; the server says whether a password was needed
        }
    }

    private static @Nullable String password(String line, Login login) {
        if (line.startsWith("#")) {
            return null;
        }
        List<String> fields = fields(line);
        return fields.size() >= 5 && login.fits(fields) ? fields.get(4).replaceAll("\\\\(.)", "$1") : null;
    }

    /// The line's parts between colons that no backslash stands before, backslashes and all.
    private static List<String> fields(String line) {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '\\' && i + 1 < line.length()) {
                field.append(c).append(line.charAt(++i));
            } else if (c == ':') {
                fields.add(field.toString());
                field.setLength(0);
            } else {
                field.append(c);
            }
        }
        fields.add(field.toString());
        return fields;
    }
}
