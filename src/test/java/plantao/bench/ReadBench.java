package plantao.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.jspecify.annotations.Nullable;
import plantao.runbook.Runbook;
import plantao.runbook.read.RunbookReader;
import plantao.runbook.text.Decoding;

/// The whole reader against commonmark-java's bare parse of the same text (GFM tables, no source positions), turn
/// by turn in one process: as one big file, and as the files they come in. Prints figures and judges nothing.
public final class ReadBench {
    private static final int WARM_UP = 5;
    private static final int ROUNDS = 9;
    private static final int COPIES = 20;
    private static final int SMALLEST_BYTES = 2_000_000;

    private static final Parser BARE =
            Parser.builder().extensions(List.of(TablesExtension.create())).build();

    private ReadBench() {}

    /// @param arguments the project's folder, two that are for other measurements, then Markdown files or folders
    /// to
    ///     add to the bundled runbook
    public static void main(String[] arguments) throws IOException {
        List<String> texts = new ArrayList<>();
        for (int i = 3; i < arguments.length; i++) {
            try (Stream<Path> files = Files.walk(Path.of(arguments[i]))) {
                for (Path file : files.filter(ReadBench::isMarkdown).sorted().toList()) {
                    String text = Decoding.text(Files.readAllBytes(file));
                    if (text != null) {
                        texts.add(text);
                    }
                }
            }
        }
        List<String> bundled = bundled(Path.of(arguments[0], "runbooks"));
        for (int copy = 0; copy < COPIES || length(texts) < SMALLEST_BYTES; copy++) {
            texts.add(renamed(bundled.get(copy % bundled.size()), copy));
        }
        compare("one file", List.of(String.join("\n\n", texts)));
        compare(texts.size() + " files", texts);
    }

    private static void compare(String name, List<String> texts) {
        List<Long> bare = new ArrayList<>();
        List<Long> ours = new ArrayList<>();
        Object last = null;
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            long begun = System.nanoTime();
            for (String text : texts) {
                last = bare(text);
            }
            long parsed = System.nanoTime();
            for (String text : texts) {
                last = read(text, last);
            }
            long read = System.nanoTime();
            if (round >= 0) {
                bare.add(parsed - begun);
                ours.add(read - parsed);
            }
        }
        double bytes = length(texts);
        double fast = bytes * 1000 / median(bare);
        double whole = bytes * 1000 / median(ours);
        System.out.printf(
                Locale.ROOT,
                "%-10s %.1f MB: bare parse %6.2f MB/s, whole reader %6.2f MB/s, ratio %.2f (medians of %d)%n",
                name,
                bytes / 1e6,
                fast,
                whole,
                whole / fast,
                ROUNDS);
    }

    private static Node bare(String text) {
        return BARE.parse(text);
    }

    // Compares with the round before, so that no result is thrown away unseen.
    private static Runbook read(String text, @Nullable Object before) {
        Runbook read = RunbookReader.read("bench.md", Map.of("bench.md", text));
        if (read == before) {
            throw new IllegalStateException("the reader gave the same object twice");
        }
        return read;
    }

    private static List<String> bundled(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder, 2)) {
            List<String> out = new ArrayList<>();
            for (Path file : files.filter(ReadBench::isMarkdown).sorted().toList()) {
                out.add(Files.readString(file));
            }
            return out;
        }
    }

    // Another system's runbook: every heading's and bold word gets a word of its own.
    private static String renamed(String text, int copy) {
        String word = " " + (char) ('A' + copy % 26) + Integer.toString(copy * 7919, 36);
        return text.replaceAll("(?m)^(#{2,4} .*)$", "$1" + word)
                .replaceAll("(?m)^(\\| *[^|\\-]+?) *\\|", "$1" + word + " |");
    }

    private static boolean isMarkdown(Path file) {
        return file.toString().endsWith(".md") && Files.isRegularFile(file);
    }

    private static long length(List<String> texts) {
        return texts.stream()
                .mapToLong(t -> t.getBytes(java.nio.charset.StandardCharsets.UTF_8).length)
                .sum();
    }

    private static long median(List<Long> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
