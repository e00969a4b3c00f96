package plantao.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import plantao.journal.Detail;
import plantao.journal.Entry;
import plantao.journal.Handoff;
import plantao.journal.Incident;
import plantao.journal.Journal;
import plantao.journal.Shift;

/// The exchange without database and threads, over random schedules: consoles with wrong clocks write, push and
/// fetch in pieces, lose the connection in the middle or the answer to a push, work from an old look at the
/// server, restart. `-Dplantao.schedules=N` runs as many (10,000 take some minutes).
class TeamModelTest {
    private static final int SCHEDULES = Integer.getInteger("plantao.schedules", 200);
    private static final Instant START = Instant.parse("2026-03-01T02:00:00Z");

    private final DetailCodec codec = new DetailCodec();
    private final SecureRandom seed = new SecureRandom();

    /// What a server's one transaction does: nothing of it is ever half there.
    private static final class Server {
        final Map<String, List<Row>> chains = new TreeMap<>();
        final Map<String, Seal> seals = new TreeMap<>();
        boolean emptied;

        void push(List<Row> rows, Seal seal) {
            List<Row> chain = chains.computeIfAbsent(seal.device(), _ -> new ArrayList<>());
            if (rows.getFirst().number() > chain.size() + 1) {
                assertThat(emptied).isTrue();
                return; // there is a gap: the transaction fails
            }
            for (Row row : rows) {
                if (row.number() == chain.size() + 1) {
                    chain.add(row);
                }
            }
            assertThat(chain.get((int) seal.number() - 1).chainHash()).isEqualTo(seal.hash());
            seals.merge(seal.device(), seal, (a, b) -> a.number() >= b.number() ? a : b);
        }

        List<Row> rows(ChainHead from, long to) {
            return chains.getOrDefault(from.device(), List.of()).stream()
                    .filter(r -> r.number() > from.number() && r.number() <= to)
                    .toList();
        }
    }

    private final class Console {
        final String device;
        final long skew;
        final Random random;
        final Map<String, List<Row>> chains = new TreeMap<>();
        final List<Row> arrived = new ArrayList<>();
        final Map<String, Seal> seals = new HashMap<>();
        Ids ids;
        Journal journal = Journal.EMPTY;
        Map<String, Seal> look = Map.of();

        Console(String device, long skew, Random random, Clock clock) {
            this.device = device;
            this.skew = skew;
            this.random = random;
            this.ids = new Ids(() -> clock.now.plusSeconds(skew), seed);
        }

        ChainHead head(String of) {
            List<Row> chain = chains.getOrDefault(of, List.of());
            return chain.isEmpty() ? ChainHead.none(of) : ChainHead.of(chain.getLast());
        }

        ChainExchange exchange() {
            Map<String, ChainHead> heads = new TreeMap<>();
            chains.keySet().forEach(d -> heads.put(d, head(d)));
            return ChainExchange.of(device, new ChainExchange.Standing(heads, seals), look);
        }

        void write(Clock clock) {
            Detail detail = said();
            Entry entry = new Entry(ids.get(), clock.now.plusSeconds(skew), device, device, "shop", "x", detail);
            Row row = Row.after(head(device), entry, codec.write(entry.detail()));
            chains.computeIfAbsent(device, _ -> new ArrayList<>()).add(row);
            arrived.add(row);
            journal = journal.plus(entry);
        }

        private Detail said() {
            Optional<Incident> open = journal.openIncident("shop");
            Optional<Shift> shift = journal.currentShift("shop");
            Optional<Handoff> waiting = journal.waitingHandoff("shop");
            return switch (random.nextInt(7)) {
                case 0 ->
                    open.isPresent()
                            ? new Detail.IncidentResolved(open.get().id())
                            : new Detail.IncidentDeclared(
                                    ids.get(), 1, "trouble", 2, START, "alert-" + random.nextInt(2), null, List.of());
                case 1 ->
                    open.isPresent()
                            ? new Detail.IncidentClosed(open.get().id(), "post-mortem")
                            : new Detail.Note("all is calm");
                case 2 ->
                    shift.isPresent() ? new Detail.ShiftEnded(shift.get().id()) : new Detail.ShiftStarted(ids.get());
                case 3 ->
                    waiting.isPresent()
                            ? new Detail.HandoffAccepted(waiting.get().id())
                            : new Detail.HandoffWritten(ids.get(), ids.get(), null, "so it stands");
                case 4 -> new Detail.ItemTicked(ids.get(), "daily", "item " + random.nextInt(2), 1, device);
                default -> new Detail.Note("note " + random.nextInt());
            };
        }

        /// Looks at the server, or goes on from an earlier look; does some of what is to be done, in any order.
        void exchange(Server server, boolean whole) {
            if (whole || random.nextInt(4) > 0) {
                look = Map.copyOf(server.seals);
            }
            ChainExchange todo = exchange();
            assertThat(todo.forks()).isEmpty();
            List<Runnable> works = new ArrayList<>();
            todo.pushes().forEach(span -> works.add(() -> push(server, span, whole)));
            todo.pulls().forEach(pull -> works.add(() -> pull(server, pull, whole)));
            Collections.shuffle(works, random);
            works.stream()
                    .limit(whole ? works.size() : random.nextInt(works.size() + 1))
                    .forEach(Runnable::run);
        }

        private void push(Server server, ChainExchange.Span span, boolean whole) {
            boolean own = span.device().equals(device);
            long to = own && !whole ? span.from().number() + 1 + random.nextInt((int) span.size()) : span.to();
            List<Row> rows = chains.get(span.device()).subList((int) span.from().number(), (int) to);
            assertThat(rows.getFirst().chainPrev()).isEqualTo(span.from().hash());
            ChainHead last = ChainHead.of(rows.getLast());
            Seal seal = own ? new Seal(device, last.number(), last.hash(), "key", "signed") : seals.get(span.device());
            if (!whole && random.nextInt(8) == 0) {
                return; // the connection ends before the commit
            }
            server.push(rows, seal);
            if (whole || random.nextInt(4) > 0) {
                seals.put(seal.device(), seal); // else the answer is lost
            }
        }

        private void pull(Server server, ChainExchange.Pull pull, boolean whole) {
            // By now the server may have more: what the seal in hand does not speak of is not taken.
            List<Row> rows = server.rows(pull.from(), pull.to().number());
            if (!ForeignChainCheck.sound(pull.from(), rows, pull.to().head())) {
                assertThat(server.emptied).isTrue();
                return; // refused; the next look at the server tells otherwise
            }
            adopt(pull, rows);
            if (!whole && random.nextInt(3) == 0) {
                adopt(pull, rows); // once more: nothing comes of it
            }
        }

        private void adopt(ChainExchange.Pull pull, List<Row> rows) {
            if (!head(pull.device()).equals(pull.from())) {
                return;
            }
            chains.computeIfAbsent(pull.device(), _ -> new ArrayList<>()).addAll(rows);
            arrived.addAll(rows);
            seals.put(pull.device(), pull.to());
            List<Entry> entries = rows.stream().map(r -> r.entry(codec)).toList();
            entries.stream().map(Entry::id).max(UUID::compareTo).ifPresent(ids::after);
            journal = journal.merged(entries);
        }

        void restart(Clock clock) {
            ids = new Ids(() -> clock.now.plusSeconds(skew), seed);
            List<Entry> all = arrived.stream().map(r -> r.entry(codec)).toList();
            all.stream().map(Entry::id).max(UUID::compareTo).ifPresent(ids::after);
            journal = Journal.inOrder(all);
            look = Map.of();
        }
    }

    private static final class Clock {
        Instant now = START;
    }

    @Test
    void everyScheduleEndsInTheSameUnionAndTheSameFolds() {
        for (int number = 0; number < SCHEDULES; number++) {
            schedule(number);
        }
    }

    private void schedule(int number) {
        Random random = new Random(number);
        Clock clock = new Clock();
        Server server = new Server();
        List<Console> consoles = new ArrayList<>();
        for (int i = 0; i < 2 + random.nextInt(3); i++) {
            consoles.add(new Console("desk-" + i, random.nextInt(7200) - 3600L, random, clock));
        }
        for (int step = 0; step < 40; step++) {
            clock.now = clock.now.plusMillis(random.nextInt(5000));
            Console console = consoles.get(random.nextInt(consoles.size()));
            switch (random.nextInt(10)) {
                case 0 -> console.restart(clock);
                case 1, 2, 3, 4 -> console.exchange(server, false);
                default -> console.write(clock);
            }
            if (random.nextInt(60) == 0) {
                server.chains.clear(); // somebody put an empty database there
                server.seals.clear();
                server.emptied = true;
            }
        }
        for (int round = 0; round < 3; round++) {
            consoles.forEach(c -> {
                c.exchange(server, true);
                c.exchange(server, true);
            });
        }
        Console first = consoles.getFirst();
        Set<UUID> written = new HashSet<>();
        consoles.forEach(c -> c.chains.getOrDefault(c.device, List.of()).forEach(r -> written.add(r.id())));
        for (Console console : consoles) {
            Journal journal = console.journal;
            assertThat(journal.entries())
                    .as("schedule %d, %s", number, console.device)
                    .hasSameSizeAs(written);
            assertThat(journal.entries()).isEqualTo(first.journal.entries());
            assertThat(journal.incidents()).isEqualTo(first.journal.incidents());
            assertThat(journal.shifts()).isEqualTo(first.journal.shifts());
            assertThat(journal.handoffs()).isEqualTo(first.journal.handoffs());
            assertThat(journal.items("shop")).isEqualTo(first.journal.items("shop"));
            console.restart(clock);
            assertThat(console.journal.entries()).isEqualTo(first.journal.entries());
            assertThat(console.chains.keySet()).isEqualTo(server.chains.keySet());
        }
    }
}
