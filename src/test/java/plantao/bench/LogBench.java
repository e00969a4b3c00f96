package plantao.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import plantao.journal.Detail;
import plantao.journal.Entry;
import plantao.journal.SearchQuery;
import plantao.runbook.Phase;
import plantao.runbook.Risk;
import plantao.store.Ids;
import plantao.store.JournalStore;

/// The log: durable appends against the same inserts in plain JDBC on the same H2 (same `WRITE_DELAY`, same sync,
/// turn by turn in one process; each turn of ours ends when the database has all of it, not when it is written
/// ahead); then, with a million entries in it, a cold open in a process of its own, search as it is typed and a
/// timeline of 5,000 entries; that process starts as the program does. Prints figures and judges nothing.
public final class LogBench {
    private static final int ROUNDS = 5;
    private static final int APPENDS = 1000;
    private static final int GROUP = 100;
    private static final int TIMELINE = 5000;
    private static final String[] WORDS = {
        "connection",
        "refused",
        "timeout",
        "memória",
        "fila",
        "deploy",
        "rollback",
        "redis",
        "postgres",
        "latência",
        "checkout",
        "erro",
        "certificate",
        "expired",
        "worker",
        "backlog",
        "disk",
        "full",
        "replica",
        "lag",
        "gateway",
        "retry",
        "queue",
        "login",
        "sessão",
        "cache",
        "evicted",
        "oom",
        "restart",
        "healthy",
        "degraded",
        "pagamento"
    };

    private final Random random = new Random(7);
    private final Ids ids = new Ids(InstantSource.system(), new SecureRandom());
    private UUID run = UUID.randomUUID();
    private Instant at = Instant.parse("2024-01-01T00:00:00Z");

    private LogBench() {}

    /// @param arguments the project's folder, two that are for other measurements, then the number of entries, if
    /// not a
    ///     million, or `open FOLDER`
    public static void main(String[] arguments) throws IOException, SQLException, InterruptedException {
        if (arguments.length > 4 && arguments[3].equals("open")) {
            open(Path.of(arguments[4]));
            return;
        }
        int entries = arguments.length > 3 ? Integer.parseInt(arguments[3]) : 1_000_000;
        Path temp = Files.createTempDirectory("plantao-bench-log");
        try {
            LogBench bench = new LogBench();
            bench.appends(temp);
            bench.million(temp.resolve("million"), entries, arguments);
        } finally {
            try (Stream<Path> all = Files.walk(temp)) {
                all.sorted((a, b) -> b.compareTo(a)).forEach(p -> p.toFile().delete());
            }
        }
    }

    private void appends(Path temp) throws SQLException {
        try (JournalStore store = JournalStore.open(temp.resolve("ours"));
                Connection plain = plain(temp.resolve("plain"))) {
            for (int group : new int[] {1, GROUP}) {
                int appends = group * (group == 1 ? APPENDS : APPENDS / 10);
                List<Double> ours = new ArrayList<>();
                List<Double> theirs = new ArrayList<>();
                long[] late = new long[ROUNDS * appends / group];
                long[] theirLate = new long[late.length];
                int done = 0;
                for (int round = -1; round < ROUNDS; round++) {
                    long[] some = new long[appends / group];
                    long[] others = new long[appends / group];
                    double rate = timed(some, made(appends, group), store::append, store::size);
                    double other = timed(others, made(appends, group), e -> insert(plain, e), () -> {});
                    if (round >= 0) {
                        ours.add(rate);
                        theirs.add(other);
                        System.arraycopy(some, 0, late, done, some.length);
                        System.arraycopy(others, 0, theirLate, done, others.length);
                        done += some.length;
                    }
                }
                System.out.printf(
                        Locale.ROOT,
                        "append, %3d at a time: %,7.0f/s (p99 %s), plain JDBC %,7.0f/s (p99 %s), ratio %.2f%n",
                        group,
                        median(ours),
                        millis(percentile(late, 99)),
                        median(theirs),
                        millis(percentile(theirLate, 99)),
                        median(ours) / median(theirs));
            }
        }
        size("ours", temp.resolve("ours"));
        size("plain JDBC", temp.resolve("plain"));
    }

    private static void size(String whose, Path folder) {
        long bytes = folder.resolve("log.mv.db").toFile().length();
        System.out.printf(
                Locale.ROOT,
                "file, %s: %,d kB after %,d entries%n",
                whose,
                bytes / 1024,
                (ROUNDS + 1) * (APPENDS + GROUP * APPENDS / 10));
    }

    private List<List<Entry>> made(int appends, int group) {
        return Stream.generate(() -> entries(group)).limit(appends / group).toList();
    }

    private static double timed(long[] late, List<List<Entry>> groups, Consumer<List<Entry>> append, Runnable end) {
        long start = System.nanoTime();
        for (int i = 0; i < late.length; i++) {
            long from = System.nanoTime();
            append.accept(groups.get(i));
            late[i] = System.nanoTime() - from;
        }
        end.run();
        return groups.size() * groups.getFirst().size() * 1e9 / (System.nanoTime() - start);
    }

    private static Connection plain(Path folder) throws SQLException {
        Connection connection = DriverManager.getConnection(
                "jdbc:h2:file:" + folder.resolve("log")
                        + ";WRITE_DELAY=0;REUSE_SPACE=FALSE;MAX_COMPACT_TIME=0;DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0;MAX_LENGTH_INPLACE_LOB=65536",
                "bench",
                "");
        try (Statement statement = connection.createStatement()) {
            // With its indexes by time, which a plain table needs to answer what ours answers by its blocks.
            for (String sql : resource("V1__log.sql").split(";")) {
                if (!sql.isBlank()) {
                    statement.execute(sql);
                }
            }
        }
        connection.setAutoCommit(false);
        return connection;
    }

    private static String resource(String name) {
        try (var in = JournalStore.class.getResourceAsStream("migration/" + name)) {
            return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void insert(Connection plain, List<Entry> entries) {
        String hash = "0123456789abcdef".repeat(4);
        try (PreparedStatement insert = plain.prepareStatement(
                        "insert into entry (id, at, operator, device, system, subject, kind, detail, detail_hash, number,"
                                + " chain_prev, chain_hash) values (?,?,?,?,?,?,?,?,?,?,?,?)");
                Statement sync = plain.createStatement()) {
            for (Entry e : entries) {
                insert.setObject(1, e.id());
                insert.setObject(2, e.at().atOffset(ZoneOffset.UTC));
                insert.setString(3, e.operator());
                insert.setString(4, e.device());
                insert.setString(5, e.system());
                insert.setString(6, e.subject());
                insert.setString(7, e.detail().kind());
                insert.setString(8, e.detail().toString());
                insert.setString(9, hash);
                insert.setLong(10, e.id().getMostSignificantBits());
                insert.setString(11, hash);
                insert.setString(12, hash);
                insert.addBatch();
            }
            insert.executeBatch();
            plain.commit();
            sync.execute("checkpoint sync");
            plain.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void million(Path folder, int entries, String[] arguments) throws IOException, InterruptedException {
        long start = System.nanoTime();
        try (JournalStore store = JournalStore.open(folder)) {
            store.remembered(); // as the program does when it opens a log
            for (int i = 0; i < entries; i += 1000) {
                store.append(entries(1000));
            }
            System.out.printf(Locale.ROOT, "%,d entries appended 1000 at a time in %s%n", store.size(), since(start));
        }
        System.out.printf(
                Locale.ROOT,
                "file: %,d MB%n",
                folder.resolve("log.mv.db").toFile().length() >> 20);
        Path staged = Path.of(arguments[1]);
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "@" + Path.of(arguments[0], "packaging/java.options"),
                "--module-path",
                staged.resolve("javafx").toString(),
                "-cp",
                classPath(staged, arguments[2])));
        try (Stream<Path> files = Files.list(staged)) {
            files.filter(f -> f.toString().endsWith(".aot")).forEach(f -> command.add("-XX:AOTCache=" + f));
        }
        command.add(LogBench.class.getName());
        command.addAll(Arrays.asList(arguments).subList(0, 3));
        command.addAll(List.of("open", folder.toString()));
        new ProcessBuilder(command).inheritIO().start().waitFor();
    }

    /// As `packaging/plantao` has it, so that its cache for quick starts serves here too; this class behind it.
    private static String classPath(Path staged, String bench) throws IOException {
        List<String> jars =
                new ArrayList<>(List.of(staged.resolve("plantao.jar").toString()));
        try (Stream<Path> lib = Files.list(staged.resolve("lib"))) {
            lib.map(Path::toString).sorted().forEach(jars::add);
        }
        jars.add(bench);
        return String.join(File.pathSeparator, jars);
    }

    private static void open(Path folder) {
        long start = System.nanoTime();
        try (JournalStore store = JournalStore.open(folder)) {
            String opened = since(start);
            int begun = store.remembered().size();
            System.out.printf(
                    Locale.ROOT,
                    "cold open: %s; with what the board begins with (%,d entries): %s%n",
                    opened,
                    begun,
                    since(start));
            start = System.nanoTime();
            store.find(SearchQuery.of("connec", Instant.now(), ZoneOffset.UTC), 100);
            System.out.println("first search: " + since(start));
            search(store);
            timeline(store);
        }
    }

    private static void search(JournalStore store) {
        List<String> typed = new ArrayList<>();
        for (String word : List.of(
                "connection refused",
                "memoria redis",
                "lag replica worker",
                "by:ana kind:step oom",
                "zzqx",
                "needle-in-no-haystack",
                "service:pagamento timeout",
                "9f3a",
                "deploy rollback certificate")) {
            for (int i = 1; i <= word.length(); i++) {
                typed.add(word.substring(0, i));
            }
        }
        long[] late = new long[typed.size() * 3];
        String slowest = "";
        long most = 0;
        for (int round = 0; round < 3; round++) {
            for (int i = 0; i < typed.size(); i++) {
                long from = System.nanoTime();
                store.find(SearchQuery.of(typed.get(i), Instant.now(), ZoneOffset.UTC), 100);
                long took = System.nanoTime() - from;
                late[round * typed.size() + i] = took;
                if (took > most) {
                    most = took;
                    slowest = typed.get(i);
                }
            }
        }
        System.out.printf(
                "search as typed, %d keystrokes: p50 %s, p99 %s, slowest %s (%s)%n",
                late.length, millis(percentile(late, 50)), millis(percentile(late, 99)), millis(most), slowest);
    }

    private static void timeline(JournalStore store) {
        Entry last = store.recent(1).getFirst();
        // A system has every third entry, and one comes each minute: the spans end ever earlier in what there is.
        Duration all = Duration.ofMinutes(Math.max(0, store.size() - 3L * TIMELINE));
        long[] late = new long[100];
        int least = TIMELINE;
        for (int i = 0; i < late.length; i++) {
            Instant to = last.at().minus(all.multipliedBy(i).dividedBy(late.length));
            long start = System.nanoTime();
            int size = store.between(last.system(), to.minus(Duration.ofDays(300)), to, TIMELINE)
                    .size();
            late[i] = System.nanoTime() - start;
            least = Math.min(least, size);
        }
        System.out.printf(
                Locale.ROOT,
                "timeline of %,d entries: p50 %s, p99 %s%n",
                least,
                millis(percentile(late, 50)),
                millis(percentile(late, 99)));
    }

    private List<Entry> entries(int count) {
        List<Entry> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            all.add(entry());
        }
        return all;
    }

    private Entry entry() {
        at = at.plusMillis(random.nextInt(120_000));
        String who = new String[] {"Ana Souza", "José Conceição", "Maria Lima", "Pedro Alves"}[random.nextInt(4)];
        String system = new String[] {"loja", "entregas", "cadastro"}[random.nextInt(3)];
        String service = WORDS[random.nextInt(WORDS.length)];
        if (random.nextInt(12) == 0) {
            Detail ended = new Detail.RunEnded(run, words(4));
            Entry last = new Entry(ids.get(), at, who, "bench-1", system, run.toString(), ended);
            run = UUID.randomUUID();
            return last;
        }
        Detail detail = switch (random.nextInt(6)) {
            case 0 -> new Detail.Note(words(12));
            case 1 -> new Detail.ServiceDown(service, words(4), at);
            case 2 -> new Detail.AlertAcknowledged("alert-" + random.nextInt(40), words(3), random.nextInt(900_000));
            case 3 ->
                new Detail.ItemTicked(run, "Daily " + random.nextInt(4), "item " + random.nextInt(20), 7, words(6));
            default ->
                new Detail.StepRan(
                        run,
                        random.nextInt(12),
                        words(4),
                        Phase.DIAGNOSIS,
                        "kubectl logs " + service + "-" + Integer.toHexString(random.nextInt()) + " | tail",
                        Risk.SAFE,
                        "exited",
                        random.nextInt(2),
                        null,
                        random.nextInt(9000),
                        words(25) + " " + random.nextInt(1_000_000),
                        false);
        };
        return new Entry(ids.get(), at, who, "bench-1", system, run.toString(), detail);
    }

    private String words(int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(i == 0 ? "" : " ").append(WORDS[random.nextInt(WORDS.length)]);
        }
        return text.toString();
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElse(0.0);
    }

    private static long percentile(long[] values, int percent) {
        long[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)];
    }

    private static String since(long start) {
        return millis(System.nanoTime() - start);
    }

    private static String millis(long nanos) {
        return String.format(Locale.ROOT, nanos < 10_000_000 ? "%.2f ms" : "%,.0f ms", nanos / 1e6);
    }
}
