package plantao.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plantao.practice.blueprint.Blueprint;
import plantao.practice.process.Launch;

class PrivilegesTest {
    @TempDir
    Path folder;

    /// The way for root in a container that allows no user namespaces.
    @Test
    void rootRunsPostgresAsNobody() throws Exception {
        assumeTrue(Integer.valueOf(0).equals(Files.getAttribute(folder, "unix:uid")), "only root can become nobody");
        var blueprint = new Blueprint(
                folder,
                1,
                new Blueprint.PostgresSpec("x", "x", 20, null, List.of()),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                null,
                Map.of(),
                List.of(),
                100,
                List.of(),
                Map.of(),
                List.of());
        var servers = new Launch.Servers(Ports.free(1).getFirst(), "x", "x", "secret", 0, "");
        Path scratch = Files.createDirectory(folder.resolve("scratch"));
        try (Guardian guardian = Guardian.over(scratch)) {
            PostgresServer server = PostgresServer.start(
                    Privileges.nobody(),
                    blueprint,
                    scratch.resolve("data"),
                    scratch.resolve("log"),
                    servers,
                    guardian,
                    new Secrets());
            assertThat(server.process().info().user())
                    .hasValueSatisfying(u -> assertThat(u).isNotEqualTo("root"));
            try (var connection = DriverManager.getConnection(servers.jdbcUrl(), "x", "secret");
                    var rows = connection.createStatement().executeQuery("select 42")) {
                assertThat(rows.next()).isTrue();
                assertThat(rows.getInt(1)).isEqualTo(42);
            }
        }
        assertThat(scratch).doesNotExist();
    }

    @Test
    void anOrdinaryUserNeedsNothing() throws Exception {
        assertThat(Privileges.find(folder).foreign()).isNull();
    }
}
