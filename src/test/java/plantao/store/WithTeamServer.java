package plantao.store;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// Tests of several consoles on one real server, with a fresh database for each.
class WithTeamServer {
    static TeamServers server;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() throws IOException, SQLException {
        server = new TeamServers();
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    @BeforeEach
    void fresh() throws SQLException {
        server.fresh();
    }

    static String url(String user) {
        return server.url(user);
    }

    Mate mate(String device) {
        return mate(device, url("ana"), InstantSource.system());
    }

    Mate mate(String device, String url, InstantSource clock) {
        return new Mate(device, folder, url, "right", clock);
    }
}
