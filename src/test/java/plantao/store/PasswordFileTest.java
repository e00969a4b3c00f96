package plantao.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PasswordFileTest {
    @TempDir
    Path folder;

    private Path file(String text) throws IOException {
        Path file = Files.writeString(folder.resolve(".pgpass"), text);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }

    private static String found(Path file, String host, String port, String database, String user) {
        return PasswordFile.password(file, List.of(new PasswordFile.Login(host, port, database, user)))
                .password();
    }

    @Test
    void theFirstLineThatFitsIsTaken() throws Exception {
        Path file = file("""
                # db:5432:log:ana:commented
                db:5432:other:ana:another database
                db:5433:log:ana:another port
                too:short
                db:*:log:*:any port, any user
                *:*:*:ana:anywhere
                """);
        assertThat(found(file, "db", "5432", "log", "ana")).isEqualTo("any port, any user");
        assertThat(found(file, "db", "5433", "log", "ana")).isEqualTo("another port");
        assertThat(found(file, "elsewhere", "1", "x", "ana")).isEqualTo("anywhere");
        assertThat(found(file, "elsewhere", "1", "x", "leo")).isNull();
        assertThat(found(file, "*", "1", "x", "leo")).isNull();
    }

    @Test
    void colonsAndBackslashesAreEscaped() throws Exception {
        Path file = file("[\\:\\:1]:5432:a\\\\b:ana:p\\:w\\\\d\nx:1:y:z:ends:here\r\nq:1:y:z:  spaces \n");
        assertThat(found(file, "[::1]", "5432", "a\\b", "ana")).isEqualTo("p:w\\d");
        assertThat(found(file, "x", "1", "y", "z")).isEqualTo("ends");
        assertThat(found(file, "q", "1", "y", "z")).isEqualTo("  spaces ");
    }

    @Test
    void theFirstServerThatHasOneDecides() throws Exception {
        Path file = file("second:5432:log:ana:two\n");
        assertThat(PasswordFile.password(
                                file,
                                new TeamAddress(
                                                "jdbc:postgresql://first,second:5432/log?user=ana",
                                                _ -> TeamPassword.NONE)
                                        .logins())
                        .password())
                .isEqualTo("two");
    }

    @Test
    void aFileThatOthersCanReadIsNotUsed() throws Exception {
        Path file = file("*:*:*:*:open\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        TeamPassword told = PasswordFile.password(file, List.of(new PasswordFile.Login("a", "1", "b", "c")));
        assertThat(told.password()).isNull();
        assertThat(told.fault()).isEqualTo(TeamFault.OPEN_PGPASS);
        assertThat(told.words()).isEqualTo(file.toString());
        assertThat(PasswordFile.password(folder, List.of())).isEqualTo(TeamPassword.NONE);
        assertThat(PasswordFile.password(folder.resolve("none"), List.of())).isEqualTo(TeamPassword.NONE);
    }

    @Test
    void whereItIs() {
        assertThat(PasswordFile.file(Map.of("HOME", "/home/ana"), folder)).isEqualTo(Path.of("/home/ana/.pgpass"));
        assertThat(PasswordFile.file(Map.of("HOME", "/home/ana", "PGPASSFILE", "/run/pw"), folder))
                .isEqualTo(Path.of("/run/pw"));
        assertThat(PasswordFile.file(Map.of(), folder)).isEqualTo(folder.resolve(".pgpass"));
    }
}
