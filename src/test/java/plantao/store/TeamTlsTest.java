package plantao.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.Locale;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plantao.Certificates;

/// A real server with a certificate of an authority of our own.
class TeamTlsTest {
    @TempDir
    private static Path keys;

    private static Certificates certificates;
    private static EmbeddedPostgres server;
    private static Locale language;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() throws Exception {
        language = Locale.getDefault();
        Locale.setDefault(Locale.of("pt", "BR")); // the driver translates what it says
        certificates = new Certificates(keys);
        certificates.issue("-alias ca -dname CN=Team-CA -ext bc:c -validity 30");
        certificates.issue("-alias stranger -dname CN=Stranger-CA -ext bc:c -validity 30");
        certificates.issue("-alias good -dname CN=db -signer ca -ext san=dns:localhost,ip:127.0.0.1 -validity 10");
        certificates.issue("-alias other -dname CN=db -signer ca -ext san=dns:db.invalid -validity 10");
        certificates.issue("-alias old -dname CN=db -signer ca -ext san=dns:localhost -startdate -30d -validity 10");
        server = EmbeddedPostgres.builder()
                .setServerConfig("ssl", "on")
                .setServerConfig(
                        "ssl_cert_file",
                        certificates.certificate("good", "server.crt").toString())
                .setServerConfig(
                        "ssl_key_file", certificates.key("good", "server.key").toString())
                .start();
        Path rules = Path.of(answer("show hba_file"));
        Files.writeString(
                rules,
                "hostssl all +plantao_writer 127.0.0.1/32 scram-sha-256\nhostnossl all +plantao_writer all reject\n"
                        + Files.readString(rules));
        TeamInit.Done done = TeamInit.run(address("postgres", "&sslmode=verify-full&sslrootcert=" + ca("ca")));
        assertThat(done.fault()).as(done.words()).isNull();
        assertThat(done.lines())
                .anyMatch(l -> l.contains("is encrypted (TLSv1.3") && l.contains("certificate was checked"))
                .anyMatch(l -> l.matches(" +hostssl +postgres +\\+plantao_writer .*"));
        answer("create role ana login password 'right' in role plantao_writer; select pg_reload_conf()");
    }

    @AfterAll
    static void stop() throws IOException {
        Locale.setDefault(language);
        server.close();
    }

    private static String answer(String sql) throws SQLException {
        try (Connection c = server.getPostgresDatabase().getConnection();
                Statement s = c.createStatement()) {
            boolean rows = s.execute(sql);
            while (!rows && s.getUpdateCount() >= 0) {
                rows = s.getMoreResults();
            }
            if (!rows) {
                return "";
            }
            s.getResultSet().next();
            return s.getResultSet().getString(1);
        }
    }

    private static Path ca(String alias) throws Exception {
        return certificates.certificate(alias, alias + ".pem");
    }

    private static TeamAddress address(String user, String options) {
        return address(user, server.getPort(), options);
    }

    private static TeamAddress address(String user, int port, String options) {
        return new TeamAddress(
                "jdbc:postgresql://localhost:" + port + "/postgres?user=" + user + options
                        + "&connectTimeout=2&socketTimeout=2",
                _ -> TeamPassword.of("right"));
    }

    private static void serve(String alias) throws Exception {
        move(certificates.certificate(alias, "next.crt"), "server.crt");
        move(certificates.key(alias, "next.key"), "server.key");
        answer("select pg_reload_conf()");
    }

    private static void move(Path fresh, String name) throws IOException {
        Files.move(fresh, keys.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }

    private TeamState state(TeamAddress address, Predicate<TeamState> wanted) throws InterruptedException {
        try (Mate mate = new Mate("desk-" + System.nanoTime(), folder, address, InstantSource.system())) {
            mate.note("kept");
            TeamState state = mate.await(wanted);
            assertThat(mate.all()).hasSize(1);
            return state;
        }
    }

    private TeamFault fault(String options) throws InterruptedException {
        return state(address("ana", options), s -> s.fault() != null && s.unsent() == 1)
                .fault();
    }

    @Test
    void aCheckedConnectionSharesAndGoesOnAfterACut() throws Exception {
        try (Cable cable = new Cable(server.getPort());
                Mate ana = new Mate(
                        "desk-a",
                        folder,
                        address("ana", cable.port(), "&sslmode=verify-full&sslrootcert=" + ca("ca")),
                        InstantSource.system());
                // A named authority is one to check against, even when nothing says so.
                Mate leo = new Mate(
                        "desk-b", folder, address("ana", "&sslrootcert=" + ca("ca")), InstantSource.system())) {
            ana.note("over TLS");
            leo.awaitNote("over TLS");
            assertThat(answer("select count(*) from pg_stat_ssl s join pg_stat_activity a using (pid)"
                            + " where s.ssl and a.usename = 'ana' and a.application_name = 'plantao'"))
                    .isEqualTo("2");
            cable.cut();
            ana.note("alone");
            ana.await(s -> s.fault() == TeamFault.UNREACHABLE && s.unsent() == 1);
            cable.mend();
            leo.awaitNote("alone");
        }
    }

    @Test
    void whatSpeaksAgainstTheServerIsToldApart() throws Exception {
        String checked = "&sslmode=verify-full&sslrootcert=";
        assertThat(fault(checked + ca("stranger"))).isEqualTo(TeamFault.UNTRUSTED);
        assertThat(fault(checked + folder.resolve("nowhere.pem"))).isEqualTo(TeamFault.NO_AUTHORITY);
        Path broken = Files.writeString(folder.resolve("broken.pem"), "no certificate");
        assertThat(fault(checked + broken)).isEqualTo(TeamFault.NO_AUTHORITY);
        assertThat(fault("&sslmode=disable")).isEqualTo(TeamFault.UNSAFE);
        try {
            serve("other");
            assertThat(settled(checked + ca("ca"), TeamFault.OTHER_NAME)).isEqualTo(TeamFault.OTHER_NAME);
            serve("old");
            assertThat(settled(checked + ca("ca"), TeamFault.UNTRUSTED)).isEqualTo(TeamFault.UNTRUSTED);
        } finally {
            serve("good");
        }
    }

    /// The server takes a new certificate a moment after it was told to.
    private TeamFault settled(String options, TeamFault wanted) throws InterruptedException {
        return state(address("ana", options), s -> s.fault() == wanted && s.unsent() == 1)
                .fault();
    }

    @Test
    void anotherMachineIsOnlySpokenToEncryptedUnlessTheUrlSaysOtherwise() throws Exception {
        assertThat(mode("jdbc:postgresql://db.example/x")).isEqualTo("require");
        assertThat(mode("jdbc:postgresql://localhost,db.example/x")).isEqualTo("require");
        assertThat(mode("jdbc:postgresql://db.example/x?sslrootcert=/ca.pem")).isEqualTo("verify-full");
        assertThat(mode("jdbc:postgresql://db.example/x?sslmode=disable")).isEqualTo("disable");
        assertThat(mode("jdbc:postgresql://127.0.0.1/x")).isNull();
    }

    private static String mode(String url) throws SQLException {
        return ((org.postgresql.ds.PGSimpleDataSource)
                        new TeamAddress(url, _ -> TeamPassword.NONE).login().source())
                .getSslMode();
    }
}
