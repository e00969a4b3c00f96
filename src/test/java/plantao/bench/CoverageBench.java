package plantao.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import plantao.runbook.Runbook;
import plantao.runbook.SourceLine;
import plantao.runbook.SourceLines;
import plantao.runbook.read.RunbookReader;
import plantao.runbook.text.Decoding;

/// What the reader makes of a folder of other people's runbooks, file by file: how many lines there are, how many
/// of them became something, and what each kind of thing came to. Prints a table, and what differs from the
/// committed one (`coverage.tsv` beside this class); ends with 1 when a line was dropped or a text threw.
public final class CoverageBench {
    private static final String BASELINE = "src/test/resources/plantao/bench/coverage.tsv";
    private static final Map<String, ToIntFunction<Runbook>> COLUMNS = columns();

    private CoverageBench() {}

    private static Map<String, ToIntFunction<Runbook>> columns() {
        Map<String, ToIntFunction<Runbook>> out = new LinkedHashMap<>();
        out.put("lines", r -> r.coverage().lines());
        out.put("structured", r -> r.coverage().structured());
        out.put("services", r -> r.services().size());
        out.put("metrics", r -> r.metrics().size());
        out.put("alerts", r -> r.alerts().size());
        out.put("answered", r ->
                (int) r.alerts().stream().filter(a -> a.playbook() != null).count());
        out.put("playbooks", r -> r.playbooks().size());
        out.put("procedures", r -> r.procedures().size());
        out.put("steps", r -> (int) steps(r).count());
        out.put("commands", r ->
                (int) steps(r).mapToLong(s -> s.commands().size()).sum());
        out.put("checklists", r -> r.checklists().size());
        out.put("contacts", r -> r.contacts().size());
        out.put("escalation", r -> r.escalation().size());
        out.put("maintenance", r -> r.maintenance().size());
        out.put("templates", r -> r.templates().size());
        out.put("placeholders", r -> r.placeholders().size());
        out.put("problems", r -> r.problems().size());
        return out;
    }

    private static Stream<plantao.runbook.Step> steps(Runbook r) {
        return Stream.concat(
                r.playbooks().stream().flatMap(p -> p.steps().stream()),
                r.procedures().stream().flatMap(p -> p.steps().stream()));
    }

    /// @param arguments the project's folder, two that are for other measurements, then the folder of runbooks;
    ///     `--write` behind it makes this table the committed one
    public static void main(String[] arguments) throws IOException {
        if (arguments.length < 4) {
            System.err.println("usage: packaging/bench coverage FOLDER [--write]");
            System.exit(2);
        }
        Path folder = Path.of(arguments[3]);
        Path baseline = Path.of(arguments[0], BASELINE);
        Map<String, String> now = new TreeMap<>();
        List<String> faults = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".md")).sorted().toList()) {
                String name = folder.relativize(file).toString().replace('\\', '/');
                String text = Decoding.text(Files.readAllBytes(file));
                if (text != null) {
                    now.put(name, row(name, text, faults));
                }
            }
        }
        String header = "file\t" + String.join("\t", COLUMNS.keySet());
        if (arguments.length > 4 && arguments[4].equals("--write")) {
            Files.createDirectories(baseline.getParent());
            Files.writeString(baseline, header + "\n" + String.join("\n", now.values()) + "\n");
        }
        System.out.println(header.replace('\t', ' '));
        now.values().forEach(row -> System.out.println(row.replace('\t', ' ')));
        totals(now);
        differences(baseline, now);
        faults.forEach(System.out::println);
        System.exit(faults.isEmpty() ? 0 : 1);
    }

    private static String row(String name, String text, List<String> faults) {
        try {
            Runbook r = RunbookReader.read(name, Map.of("x.md", text));
            dropped(name, r, faults);
            StringBuilder out = new StringBuilder(name);
            COLUMNS.values().forEach(c -> out.append('\t').append(c.applyAsInt(r)));
            return out.toString();
        } catch (RuntimeException e) {
            faults.add("FAULT " + name + ": the reader threw " + e);
            return name;
        }
    }

    // Every line is shown, and counted as something or as prose.
    private static void dropped(String name, Runbook r, List<String> faults) {
        List<String> written = List.of(r.texts().getOrDefault("x.md", "").split("\n", -1));
        List<SourceLine> shown = SourceLines.of(r, "x.md");
        int filled = (int) written.stream().filter(l -> !l.isBlank()).count();
        boolean whole = r.coverage().lines() == filled && shown.size() >= written.size() - 1;
        for (int i = 0; i < shown.size(); i++) {
            whole &= shown.get(i).text().equals(written.get(i));
        }
        if (!whole) {
            faults.add("FAULT " + name + ": a line was dropped or changed");
        }
    }

    private static void totals(Map<String, String> rows) {
        long[] sums = new long[COLUMNS.size()];
        for (String row : rows.values()) {
            String[] cells = row.split("\t");
            for (int i = 1; i < cells.length; i++) {
                sums[i - 1] += Long.parseLong(cells[i]);
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%d files, %d lines, of which %.1f%% became something and the rest is kept as prose%n",
                rows.size(),
                sums[0],
                100.0 * sums[1] / Math.max(sums[0], 1));
        int at = 0;
        for (String column : COLUMNS.keySet()) {
            System.out.print((at == 0 ? "" : ", ") + column + " " + sums[at]);
            at++;
        }
        System.out.println();
    }

    private static void differences(Path baseline, Map<String, String> now) throws IOException {
        if (!Files.exists(baseline)) {
            System.out.println("There is no committed table to compare with; --write makes one.");
            return;
        }
        List<String> columns = List.copyOf(COLUMNS.keySet());
        int differing = 0;
        for (String line : Files.readAllLines(baseline)) {
            String[] then = line.split("\t");
            String[] cells = now.getOrDefault(then[0], "").split("\t");
            StringBuilder changes = new StringBuilder();
            for (int i = 1; i < Math.min(cells.length, then.length); i++) {
                if (!cells[i].equals(then[i])) {
                    changes.append(' ').append(columns.get(i - 1)).append(' ');
                    changes.append(then[i]).append("->").append(cells[i]);
                }
            }
            if (!changes.isEmpty()) {
                differing++;
                System.out.println("differs: " + then[0] + changes);
            }
        }
        System.out.println(differing + " files differ from the committed table");
    }
}
