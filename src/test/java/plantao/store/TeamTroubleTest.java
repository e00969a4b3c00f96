package plantao.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import plantao.journal.Detail;
import plantao.journal.Entry;

/// What is wrong with a server, the way to it or what stands there: told apart, nothing lost, and gone on from by
/// itself.
class TeamTroubleTest extends WithTeamServer {
    @Test
    void eachWayOfNotGettingInIsToldApart() throws Exception {
        assertThat(fault(url("leo"), "wrong")).isEqualTo(TeamFault.REFUSED);
        assertThat(fault(url("leo"), null)).isEqualTo(TeamFault.NO_PASSWORD);
        assertThat(fault(url("leo"), "right")).isEqualTo(TeamFault.NO_RIGHTS);
        assertThat(fault(url("ana").replace(server.database(), "nowhere"), "right"))
                .isEqualTo(TeamFault.NO_DATABASE);
        assertThat(fault(url("ana").replace(server.database(), "template1"), "right"))
                .isEqualTo(TeamFault.NOT_PREPARED);
        assertThat(fault(url("ana") + "&sslmode=require", "right")).isEqualTo(TeamFault.UNSAFE);
        assertThat(fault("jdbc:postgresql://localhost:1/x?user=ana", "right")).isEqualTo(TeamFault.UNREACHABLE);
        assertThat(fault("jdbc:mysql://localhost/x", "right")).isEqualTo(TeamFault.SETTINGS);
        server.sql("update flyway_schema_history set version = '1' where version = '" + TeamServer.KNOWN + "'");
        server.sql("delete from flyway_schema_history where installed_rank > 1 and version <> '1'");
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
        server.sql("postgres", "alter database " + server.database() + " set default_transaction_read_only = on");
        try (Mate ana = mate("desk-a")) {
            ana.note("kept");
            assertThat(ana.await(s -> s.fault() != null).fault()).isEqualTo(TeamFault.READ_ONLY);
            server.sql("postgres", "alter database " + server.database() + " set default_transaction_read_only = off");
            ana.await(TeamState::current);
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
        server.sql("update entry set detail = '{\"text\":\"never said\"}' where device = 'desk-a' and number = 2");
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
        try (JournalStore store = JournalStore.open(server.source(), "server")) {
            store.append(List.of(new Entry(
                    UUID.randomUUID(), Entries.START, "Ana", "desk-a", "shop", "x", new Detail.Note("forged"))));
            ChainHead head = store.within(Replica::standing).head("desk-a");
            Seal forged = DeviceKey.at(folder.resolve("other.key")).seal(head);
            server.sql("update seal set number = 2, hash = '" + forged.hash() + "', signer = '" + forged.signer()
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
    void aFullDiskIsToldAndWhatOthersWroteStillComes() throws Exception {
        try (Mate ana = mate("desk-a")) {
            ana.note("before");
            ana.await(s -> s.current() && ana.all().size() == 1);
        }
        onInsert("raise exception using errcode = '53100', message = 'No space left on device'");
        try (Mate leo = mate("desk-b")) {
            leo.note("kept");
            leo.await(s -> s.fault() == TeamFault.FULL && s.unsent() == 1);
            leo.awaitAll(2);
            server.sql("drop trigger trouble on entry");
            leo.await(TeamState::current);
            assertThat(leo.problems()).isEmpty();
        }
        try (Mate eva = mate("desk-c")) {
            eva.awaitNote("kept");
            eva.awaitNote("before");
        }
    }

    @Test
    void aServerThatGoesInTheMiddleOfATransactionHasAllOrNothing() throws Exception {
        onInsert("perform pg_terminate_backend(pg_backend_pid())");
        try (Mate ana = mate("desk-a")) {
            for (int i = 0; i < 20; i++) {
                ana.note("n" + i);
            }
            ana.await(s -> s.fault() == TeamFault.UNREACHABLE && s.unsent() == 20);
            assertThat(server.answer(server.database(), "select count(*) from entry"))
                    .isEqualTo("0");
            server.sql("drop trigger trouble on entry");
            ana.await(TeamState::current);
            assertThat(server.answer(server.database(), "select count(*) from entry"))
                    .isEqualTo("20");
            assertThat(ana.problems()).isEmpty();
        }
    }

    /// Something real that happens on the server while a console brings entries.
    private static void onInsert(String statement) throws SQLException {
        server.sql(
                "create function trouble() returns trigger language plpgsql security definer as $$ begin " + statement
                        + "; return new; end $$;"
                        + " create trigger trouble after insert on entry for each row execute function trouble()");
    }

    @Test
    void entriesChainedAnewAreRefusedByThoseWhoKnowThemAndThoseWhoDoNot() throws Exception {
        try (Mate ana = mate("desk-a");
                Mate leo = mate("desk-b")) {
            ana.note("one");
            ana.note("two");
            leo.awaitAll(2);
        }
        server.sql("delete from entry; delete from chain_head");
        try (JournalStore store = JournalStore.open(server.source(), "server")) {
            for (String text : List.of("one", "never said")) {
                store.append(List.of(new Entry(
                        UUID.randomUUID(), Entries.START, "Ana", "desk-a", "shop", "x", new Detail.Note(text))));
            }
            ChainHead head = store.within(Replica::standing).head("desk-a");
            server.sql("update seal set hash = '" + head.hash() + "' where device = 'desk-a'");
        }
        try (Mate leo = mate("desk-b");
                Mate eva = mate("desk-c")) {
            leo.await(s -> s.refused().contains("desk-a"));
            eva.await(s -> s.refused().contains("desk-a"));
            assertThat(leo.all()).extracting(Entry::detail).contains(new Detail.Note("two"));
            assertThat(eva.all()).isEmpty();
        }
    }

    @Test
    void aServerWithoutRoomForAnotherConnectionIsServedLater() throws Exception {
        server.sql("postgres", "alter role ana connection limit 0");
        try (Mate ana = mate("desk-a")) {
            ana.note("kept");
            assertThat(ana.await(s -> s.fault() != null).fault()).isEqualTo(TeamFault.CROWDED);
            server.sql("postgres", "alter role ana connection limit -1");
            ana.await(TeamState::current);
        } finally {
            server.sql("postgres", "alter role ana connection limit -1");
        }
    }

    @Test
    void thePasswordComesFromTheFileOfPasswordsUnlessOthersCanReadIt() throws Exception {
        Path file = Files.writeString(
                folder.resolve("pgpass"), "localhost:" + server.port() + ":" + server.database() + ":ana:right\n");
        TeamAddress address = new TeamAddress(url("ana"), logins -> PasswordFile.password(file, logins));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        try (Mate ana = new Mate("desk-a", folder, address, InstantSource.system())) {
            TeamState told = ana.await(s -> s.fault() != null);
            assertThat(told.fault()).isEqualTo(TeamFault.OPEN_PGPASS);
            assertThat(told.words()).isEqualTo(file.toString());
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
            ana.await(TeamState::current);
        }
    }
}
