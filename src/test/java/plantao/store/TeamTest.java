package plantao.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import plantao.journal.Detail;
import plantao.journal.Entry;

/// Several consoles, each with a log of its own, on one real server.
class TeamTest extends WithTeamServer {
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
            try (JournalStore store = JournalStore.open(server.source(), "server")) {
                assertThat(store.all()).containsExactlyInAnyOrderElementsOf(here);
                assertThat(store.verify()).isEmpty();
            }
        }
    }

    @Test
    void whatIsOpenOnOneConsoleIsKnownOnTheOthersUntilItGoesAndIsInNoLog() throws Exception {
        try (Mate leo = mate("desk-b")) {
            try (Mate ana = mate("desk-a")) {
                ana.attend("Ana", "Start of shift");
                leo.awaitOthers(new Attendance("desk-a", "Ana", "shop", List.of("Start of shift")));
                leo.attend("Leo", "Start of shift", "Pages are slow");
                ana.awaitOthers(new Attendance("desk-b", "Leo", "shop", List.of("Start of shift", "Pages are slow")));
                try (Mate eva = mate("desk-c")) {
                    eva.attend("Eva");
                    eva.awaitOthers(
                            new Attendance("desk-a", "Ana", "shop", List.of("Start of shift")),
                            new Attendance("desk-b", "Leo", "shop", List.of("Start of shift", "Pages are slow")));
                }
            }
            leo.awaitOthers();
            assertThat(leo.all()).isEmpty();
        }
    }

    @Test
    void aCutAndAServerThatNoLongerAnswersLoseNothing() throws Exception {
        try (Cable cable = new Cable(server.port());
                Mate ana = mate("desk-a", server.url("ana", cable.port()), InstantSource.system());
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
        server.fresh();
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
        try (Connection c = server.source().getConnection();
                Statement s = c.createStatement();
                ResultSet found = s.executeQuery("select count(*) from entry where detail like '%hunter2%'")) {
            found.next();
            assertThat(found.getInt(1)).isZero();
        }
    }

    @Test
    void aConsoleOfAnOlderVersionGoesOnWithANewerServer() throws Exception {
        server.sql(
                "insert into flyway_schema_history select 99, '99', 'later', type, 'V99__later.sql', checksum, installed_by,"
                        + " installed_on, execution_time, true from flyway_schema_history where installed_rank = 1");
        server.sql("alter table entry add column later varchar");
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
        try (Connection c = new TeamAddress(url, _ -> TeamPassword.of("right"))
                        .login()
                        .connect();
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
        assertThat(TeamInit.run(new TeamAddress(url("ana"), _ -> TeamPassword.of("right")))
                        .fault())
                .isEqualTo(TeamFault.NO_RIGHTS);
        assertThat(TeamInit.run(new TeamAddress(url("ana"), _ -> TeamPassword.of("wrong")))
                        .fault())
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
