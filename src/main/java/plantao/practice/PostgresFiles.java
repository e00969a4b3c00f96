package plantao.practice;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/// The PostgreSQL programs and an initialised cluster, unpacked once per version into the cache folder.
///
/// @param programs the folder with `bin`, `lib`, `share`
/// @param cluster a data folder to copy
/// @param password the superuser's password in that cluster; changed in each copy
record PostgresFiles(Path programs, Path cluster, String password) {
    /// Counts up when the way the cluster is made changes.
    private static final String CLUSTER = "cluster-2";

    private static final int KEY_BYTES = 1 << 20;

    /// Finds them in the cache, or makes them there.
    ///
    /// @param privileges how a server program is run
    static PostgresFiles in(Privileges privileges, Secrets secrets) throws IOException, InterruptedException {
        Path cache = Files.createDirectories(privileges.cache());
        String system = System.getProperty("os.name").startsWith("Mac") ? "Darwin" : "Linux";
        String machine =
                System.getProperty("os.arch").replace("amd64", "x86_64").replace("aarch64", "arm_64");
        String key = key(system, machine);
        Path programs = cache.resolve("postgres-" + key);
        if (!Files.isDirectory(programs)) {
            Path made = Files.createTempDirectory(cache, "making-");
            unpack(system, machine, made);
            Files.setPosixFilePermissions(made, PosixFilePermissions.fromString("rwxr-xr-x"));
            settle(made, programs);
        }
        Path template = cache.resolve("postgres-" + key + "-" + CLUSTER);
        if (!Files.isDirectory(template)) {
            Path made = Files.createTempDirectory(cache, "making-");
            initialise(programs, made, privileges, secrets.next());
            settle(made, template);
        }
        return new PostgresFiles(programs, template.resolve("data"), Files.readString(template.resolve("password")));
    }

    private static InputStream archive(String system, String machine) throws IOException {
        return DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system, machine.toLowerCase(Locale.ROOT));
    }

    private static String key(String system, String machine) throws IOException {
        try (InputStream in = archive(system, machine)) {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(in.readNBytes(KEY_BYTES));
            return HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static void unpack(String system, String machine, Path to) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZCompressorInputStream(archive(system, machine)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path file = to.resolve(entry.getName()).normalize();
                if (!file.startsWith(to)) {
                    throw new IOException("the archive names a file outside its folder: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                    continue;
                }
                Files.createDirectories(file.getParent());
                if (entry.isSymbolicLink()) {
                    Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
                } else {
                    Files.copy(tar, file);
                    boolean program = (entry.getMode() & 0100) != 0;
                    Files.setPosixFilePermissions(
                            file, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
                }
            }
        }
    }

    private static void initialise(Path programs, Path made, Privileges privileges, String password)
            throws IOException, InterruptedException {
        Path secret = made.resolve("password");
        Folders.write(secret, password, "rw-------");
        privileges.hand(secret);
        privileges.hand(made);
        var words = new ArrayList<>(privileges.prefix());
        words.addAll(List.of(
                programs.resolve("bin/initdb").toString(),
                "-D",
                made.resolve("data").toString(),
                "-U",
                "postgres",
                "-A",
                "scram-sha-256",
                "--pwfile",
                secret.toString(),
                "-E",
                "UTF8",
                "--no-locale",
                "--no-sync",
                "--wal-segsize",
                "1"));
        Path log = made.resolve("log");
        Process process = new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (process.waitFor() != 0) {
            String said = Files.readString(log).strip();
            Folders.delete(made);
            throw new IOException("initdb failed: " + said);
        }
    }

    /// Another console may have been quicker: then its folder stands.
    private static void settle(Path made, Path wanted) throws IOException {
        try {
            Files.move(made, wanted, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException | DirectoryNotEmptyException e) {
            Folders.delete(made);
        }
    }
}
