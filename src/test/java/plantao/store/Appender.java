package plantao.store;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import plantao.journal.Entry;

/// A process that appends groups of entries to a log file until it is killed, and prints each id once it is
/// acknowledged.
final class Appender {
    private Appender() {}

    public static void main(String[] args) {
        Entries entries = new Entries("desk-1");
        Random sizes = new Random(Long.parseLong(args[1]));
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.US_ASCII);
        JournalStore store = JournalStore.open(Path.of(args[0]));
        out.println("open");
        while (true) {
            List<Entry> group = entries.notes(1 + sizes.nextInt(5));
            StringBuilder ids = new StringBuilder();
            store.append(group).forEach(id -> ids.append(id).append('\n'));
            out.print(ids);
            out.flush();
        }
    }

    static Process start(Path folder, long seed) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Appender.class.getName(),
                        folder.toString(),
                        Long.toString(seed))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
