package plantao;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plantao.store.PasswordFile;
import plantao.store.TeamFault;
import plantao.store.TeamPassword;

/// Where a console's password for the team's log comes from, and that it goes nowhere else.
class TeamPasswordTest {
    private static final String URL = "jdbc:postgresql://localhost:5432/log?user=ana";

    @TempDir
    Path home;

    @BeforeEach
    void file() throws Exception {
        Files.writeString(home.resolve(".pgpass"), "localhost:5432:log:ana:from the file\n");
        Files.setPosixFilePermissions(home.resolve(".pgpass"), PosixFilePermissions.fromString("rw-------"));
    }

    private TeamPassword found(String command, Map<String, String> environment) {
        return new TeamSettings(URL, command)
                .address(environment)
                .password()
                .apply(List.of(new PasswordFile.Login("localhost", "5432", "log", "ana")));
    }

    private Map<String, String> with(String name, String value) {
        return Map.of("HOME", home.toString(), "PATH", "/usr/bin:/bin", name, value);
    }

    @Test
    void theCommandGoesBeforeTheEnvironmentAndThatBeforeTheFile() {
        Map<String, String> environment = with("PGPASSWORD", "from the environment");
        assertThat(found("printf 'from the command\\nsecond line\\n'", environment)
                        .password())
                .isEqualTo("from the command");
        assertThat(found("", environment).password()).isEqualTo("from the environment");
        assertThat(found("", with("LANG", "C")).password()).isEqualTo("from the file");
    }

    @Test
    void aCommandThatFailsIsToldWithoutWhatItPrinted() {
        for (String command : List.of("echo hunter2; exit 3", "echo hunter2 >&2; exit 3", "true", "/no/such/program")) {
            TeamPassword told = found(command, with("PGPASSWORD", "not asked for"));
            assertThat(told.password()).as(command).isNull();
            assertThat(told.fault()).isEqualTo(TeamFault.PASSWORD_COMMAND);
            assertThat(told.words()).isNotEmpty().doesNotContain("hunter2");
        }
        assertThat(found("echo hunter2; exit 3", with("LANG", "C")).words()).contains("status 3");
    }

    @Test
    void noPrintedFormHoldsIt() {
        TeamPassword found = found("echo hunter2", with("LANG", "C"));
        assertThat(found.password()).isEqualTo("hunter2");
        assertThat(found).asString().doesNotContain("hunter2");
        assertThat(new TeamSettings(URL, "").address(with("PGPASSWORD", "hunter2")))
                .asString()
                .doesNotContain("hunter2");
    }
}
