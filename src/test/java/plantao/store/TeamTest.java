package plantao.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plantao.journal.Detail;
import plantao.journal.Entry;

/// Several consoles, each with a log of its own, on one real server.
class TeamTest {
    private static EmbeddedPostgres server;

    @TempDir
    Path folder;

    private String database;

    @BeforeAll
    static void start() throws IOException, SQLException {
        server = EmbeddedPostgres.start();
        try (Connection c = server.getPostgresDatabase().getConnection();
                Statement s = c.createStatement();
                ResultSet hba = s.executeQuery("show hba_file")) {
            hba.next();
            Path file = Path.of(hba.getString(1));
            Files.writeString(file, "host all ana,leo 127.0.0.1/32 scram-sha-256\n" + Files.readString(file));
        }
        sql("postgres", "select pg_reload_conf()");
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    @BeforeEach
    void fresh() throws SQLException {
        database = "team" + System.nanoTime();
        sql("postgres", "create database " + database);
        TeamInit.Done done = TeamInit.run(new TeamAddress(url("postgres"), _ -> TeamPassword.NONE));
        assertThat(done.fault()).as(done.words()).isNull();
        assertThat(done.lines()).anyMatch(l -> l.contains("version " + TeamServer.KNOWN));
        sql(
                "postgres",
                "do $$ begin create role ana login password 'right' in role plantao_writer;"
                        + " create role leo login password 'right'; exception when duplicate_object then null; end $$");
    }

    private String url(String user) {
        return url(user, server.getPort());
    }

    private String url(String user, int port) {
        return "jdbc:postgresql://localhost:" + port + "/" + database + "?user=" + user
                + "&connectTimeout=2&socketTimeout=2";
    }

    private static void sql(String database, String sql) throws SQLException {
        try (Connection c = server.getDatabase("postgres", database).getConnection();
                Statement s = c.createStatement()) {
            s.execute(sql);
        }
    }

    private Mate mate(String device) {
        return mate(device, url("ana"), InstantSource.system());
    }

    private Mate mate(String device, String url, InstantSource clock) {
        return new Mate(device, folder, url, "right", clock);
    }

    @Test
    void whatOneWritesTheOthersHaveInTheOrderOfItsChainAndNothingTwice() throws Exception {
        try (Mate ana = mate("desk-a");
                Mate leo = mate("desk-b")) {
            for (int i = 1; i <= 40; i++) {
                ana.note("a" + i);
                leo.note("b" + i);
            }
            ana.write(new Detail.Foreign("SirenSounded", "{ \"loud\" : [1, 2.50] }"), "x");
            List<Entry> here = ana.awaitAll(81);
            List<Entry> there = leo.awaitAll(81);
            assertThat(there).containsExactlyInAnyOrderElementsOf(here);
            assertThat(leo.taken).filteredOn(e -> e.device().equals("desk-a")).hasSize(41);
            assertThat(leo.taken).doesNotHaveDuplicates();
            ana.await(TeamState::current);
            assertThat(ana.problems()).isEmpty();
            assertThat(leo.problems()).isEmpty();
            try (JournalStore store = JournalStore.open(server.getDatabase("postgres", database), "server")) {
                assertThat(store.all()).containsExactlyInAnyOrderElementsOf(here);
                assertThat(store.verify()).isEmpty();
            }
        }
    }

    @Test
    void aCutAndAServerThatNoLongerAnswersLoseNothing() throws Exception {
        try (Cable cable = new Cable(server.getPort());
                Mate ana = mate("desk-a", url("ana", cable.port()), InstantSource.system());
                Mate leo = mate("desk-b")) {
            ana.note("before");
            leo.awaitAll(1);
            cable.cut();
            ana.note("alone 1");
            ana.note("alone 2");
            TeamState off = ana.await(s -> s.fault() == TeamFault.UNREACHABLE && s.unsent() == 2);
            assertThat(off.inStep()).isNotNull();
            leo.note("from the other side");
            cable.mend();
            assertThat(leo.awaitAll(4)).containsExactlyInAnyOrderElementsOf(ana.awaitAll(4));
            ana.await(TeamState::current);
            cable.dead();
            ana.note("into the void");
            ana.await(s -> s.fault() == TeamFault.UNREACHABLE && s.unsent() == 1);
            cable.mend();
            assertThat(leo.awaitAll(5)).containsExactlyInAnyOrderElementsOf(ana.awaitAll(5));
        }
    }

    @Test
    void aConsoleThatWasAwayCatchesUpInPieces() throws Exception {
        try (Mate ana = mate("desk-a")) {
            for (int i = 0; i < 1210; i++) {
                ana.note("n" + i);
            }
            ana.await(s -> s.current() && ana.all().size() == 1210);
        }
        try (Mate leo = mate("desk-b")) {
            leo.awaitAll(1210);
            leo.await(TeamState::current);
            assertThat(leo.problems()).isEmpty();
            assertThat(leo.taken).hasSize(1210);
        }
    }

    @Test
    void aServerThatLostItsLogGetsItBackFromAnyConsole() throws Exception {
        try (Mate ana = mate("desk-a");
                Mate leo = mate("desk-b")) {
            ana.note("a");
            leo.note("b");
            leo.awaitAll(2);
        }
        String before = database;
        fresh();
        assertThat(database).isNotEqualTo(before);
        try (Mate leo = mate("desk-b");
                Mate eva = mate("desk-c")) {
            assertThat(eva.awaitAll(2)).containsExactlyInAnyOrderElementsOf(leo.awaitAll(2));
            assertThat(eva.problems()).isEmpty();
        }
    }

    @Test
    void aRedactionReachesEveryCopy() throws Exception {
        try (Mate ana = mate("desk-a");
                Mate leo = mate("desk-b")) {
            Entry leaked = ana.note("the password is hunter2-hunter2");
            leo.awaitAll(1);
            leo.write(new Detail.Redacted("a password"), leaked.id().toString());
            ana.awaitAll(2);
            assertThat(ana.all()).extracting(Entry::detail).containsOnly(new Detail.Redacted("a password"));
            ana.awaitBlanked();
            assertThat(ana.blanked).extracting(Entry::id).containsExactly(leaked.id());
            assertThat(ana.problems()).isEmpty();
            try (Mate eva = mate("desk-c")) {
                assertThat(eva.awaitAll(2)).extracting(Entry::detail).containsOnly(new Detail.Redacted("a password"));
                assertThat(eva.problems()).isEmpty();
            }
        }
        try (Connection c = server.getDatabase("postgres", database).getConnection();
                Statement s = c.createStatement();
                ResultSet found = s.executeQuery("select count(*) from entry where detail like '%hunter2%'")) {
            found.next();
            assertThat(found.getInt(1)).isZero();
        }
    }

    @Test
    void whatAPeerForgedIsRefusedAndToldAndTheOthersGoOn() throws Exception {
        try (Mate ana = mate("desk-a");
                Mate eva = mate("desk-c")) {
            ana.note("one");
            ana.note("two");
            eva.note("hello");
            ana.awaitAll(3);
        }
        sql(database, "update entry set detail = '{\"text\":\"never said\"}' where device = 'desk-a' and number = 2");
        try (Mate leo = mate("desk-b")) {
            TeamState told = leo.await(s -> s.refused().contains("desk-a") && s.inStep() != null);
            assertThat(told.refused()).containsExactly("desk-a");
            assertThat(leo.awaitAll(1)).extracting(Entry::device).containsExactly("desk-c");
        }
    }

    @Test
    void entriesSignedWithAnotherKeyAreNotTaken() throws Exception {
        try (Mate ana = mate("desk-a");
                Mate leo = mate("desk-b")) {
            ana.note("one");
            leo.awaitAll(1);
        }
        // Somebody who may write anything on the server goes on in Ana's name.
        try (JournalStore store = JournalStore.open(server.getDatabase("postgres", database), "server")) {
            store.append(List.of(new Entry(
                    UUID.randomUUID(), Entries.START, "Ana", "desk-a", "shop", "x", new Detail.Note("forged"))));
            Head head = store.within(Replica::standing).head("desk-a");
            Seal forged = DeviceKey.at(folder.resolve("other.key")).seal(head);
            sql(
                    database,
                    "update seal set number = 2, hash = '" + forged.hash() + "', signer = '" + forged.signer()
                            + "', signature = '" + forged.signature() + "' where device = 'desk-a'");
        }
        try (Mate leo = mate("desk-b")) {
            leo.await(s -> s.refused().contains("desk-a"));
            assertThat(leo.all()).hasSize(1);
        }
        try (Mate ana = mate("desk-a")) {
            ana.await(s -> s.fault() == TeamFault.NAMESAKE);
            assertThat(ana.all()).hasSize(1);
        }
    }

    @Test
    void aClonedConsoleIsToldAndItsTwinGoesOn() throws Exception {
        try (Mate ana = mate("desk-a")) {
            ana.note("one");
            ana.await(s -> s.current() && ana.all().size() == 1);
        }
        Path twin = Files.createDirectory(folder.resolve("twin"));
        try (Mate clone = new Mate("desk-a", twin, url("ana"), "right", InstantSource.system())) {
            clone.note("the other's first");
            clone.await(s -> s.fault() == TeamFault.NAMESAKE);
        }
    }

    @Test
    void eachWayOfNotGettingInIsToldApart() throws Exception {
        assertThat(fault(url("leo"), "wrong")).isEqualTo(TeamFault.REFUSED);
        assertThat(fault(url("leo"), null)).isEqualTo(TeamFault.NO_PASSWORD);
        assertThat(fault(url("leo"), "right")).isEqualTo(TeamFault.NO_RIGHTS);
        assertThat(fault(url("ana").replace(database, "nowhere"), "right")).isEqualTo(TeamFault.NO_DATABASE);
        assertThat(fault(url("ana").replace(database, "template1"), "right")).isEqualTo(TeamFault.NOT_PREPARED);
        assertThat(fault(url("ana") + "&sslmode=require", "right")).isEqualTo(TeamFault.UNSAFE);
        assertThat(fault("jdbc:postgresql://localhost:1/x?user=ana", "right")).isEqualTo(TeamFault.UNREACHABLE);
        assertThat(fault("jdbc:mysql://localhost/x", "right")).isEqualTo(TeamFault.SETTINGS);
        sql(database, "update flyway_schema_history set version = '1' where version = '4'");
        sql(database, "delete from flyway_schema_history where installed_rank > 1 and version <> '1'");
        assertThat(fault(url("ana"), "right")).isEqualTo(TeamFault.OLDER);
    }

    private TeamFault fault(String url, String password) throws InterruptedException {
        try (Mate mate = new Mate("desk-" + System.nanoTime(), folder, url, password, InstantSource.system())) {
            mate.note("kept");
            TeamState state = mate.await(s -> s.fault() != null && s.unsent() == 1);
            assertThat(state.words()).doesNotContain("right", "wrong");
            assertThat(mate.all()).hasSize(1);
            return state.fault();
        }
    }

    @Test
    void aServerThatTakesNoWritesIsToldAndServedLater() throws Exception {
        sql("postgres", "alter database " + database + " set default_transaction_read_only = on");
        try (Mate ana = mate("desk-a")) {
            ana.note("kept");
            assertThat(ana.await(s -> s.fault() != null).fault()).isEqualTo(TeamFault.READ_ONLY);
            sql("postgres", "alter database " + database + " set default_transaction_read_only = off");
            ana.await(TeamState::current);
        }
    }

    @Test
    void aConsoleOfAnOlderVersionGoesOnWithANewerServer() throws Exception {
        sql(
                database,
                "insert into flyway_schema_history select 99, '99', 'later', type, 'V99__later.sql', checksum, installed_by,"
                        + " installed_on, execution_time, true from flyway_schema_history where installed_rank = 1");
        sql(database, "alter table entry add column later varchar");
        try (Mate ana = mate("desk-a");
                Mate leo = mate("desk-b")) {
            ana.note("one");
            leo.awaitAll(1);
            assertThat(leo.await(TeamState::current).newer()).isTrue();
        }
    }

    @Test
    void aConsolesUserCanNeitherChangeNorDelete() throws Exception {
        try (Mate ana = mate("desk-a")) {
            ana.note("one");
            ana.await(s -> s.current() && s.fault() == null && ana.all().size() == 1);
        }
        for (String harm : List.of(
                "update entry set operator = 'x'",
                "delete from entry",
                "truncate entry",
                "drop table entry",
                "update seal set number = 0",
                "insert into seal values ('x', 1, 'x', 'x', 'x')",
                "delete from chain_head")) {
            assertThat(state(url("ana"), harm)).as(harm).isEqualTo("42501");
        }
        assertThat(state(url("ana"), "select count(*) from entry")).isEmpty();
    }

    private static String state(String url, String sql) {
        try (Connection c = new TeamAddress(url, _ -> TeamPassword.of("right")).login().connect();
                Statement s = c.createStatement()) {
            s.execute(sql);
            return "";
        } catch (SQLException e) {
            return e.getSQLState();
        }
    }

    @Test
    void preparingTwiceChangesNothing() {
        TeamInit.Done again = TeamInit.run(new TeamAddress(url("postgres"), _ -> TeamPassword.NONE));
        assertThat(again.fault()).isNull();
        assertThat(again.lines()).anyMatch(l -> l.contains("up to date"));
        assertThat(TeamInit.run(new TeamAddress(url("ana"), _ -> TeamPassword.of("right"))).fault())
                .isEqualTo(TeamFault.NO_RIGHTS);
        assertThat(TeamInit.run(new TeamAddress(url("ana"), _ -> TeamPassword.of("wrong"))).fault())
                .isEqualTo(TeamFault.REFUSED);
    }

    @Test
    void theServersClockIsMeasured() throws Exception {
        InstantSource late = () -> InstantSource.system().instant().minusSeconds(300);
        try (Mate ana = mate("desk-a", url("ana"), late)) {
            assertThat(ana.await(TeamState::current).skew())
                    .isBetween(Duration.ofSeconds(290), Duration.ofSeconds(310));
        }
    }
}
