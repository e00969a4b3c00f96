package plantao.practice.process;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.temporal.ChronoUnit;

/// The log of a process, on standard output: `2026-02-05T14:30:00.123Z [ERROR] text`, or the same as one JSON
/// object a line.
final class ProcessLog {
    private final boolean json;
    private final String name;
    private final Clock clock;
    private final PrintStream out;

    ProcessLog(String name, String format, Clock clock, PrintStream out) {
        this.name = name;
        this.json = format.equals("json");
        this.clock = clock;
        this.out = new PrintStream(out, true, StandardCharsets.UTF_8);
    }

    void info(String text) {
        line("INFO", text);
    }

    void warning(String text) {
        line("WARNING", text);
    }

    void error(String text) {
        line("ERROR", text);
    }

    void critical(String text) {
        line("CRITICAL", text);
    }

    /// A line of this level, in whatever case.
    void at(String level, String text) {
        line(level.toUpperCase(java.util.Locale.ROOT), text);
    }

    /// A line of a program that has not yet set up its log.
    void raw(String text) {
        out.println(text);
    }

    private void line(String level, String text) {
        String time = clock.instant().truncatedTo(ChronoUnit.MILLIS).toString();
        out.println(
                json
                        ? "{\"timestamp\":\"" + time + "\",\"level\":\"" + level + "\",\"logger\":\"" + name
                                + "\",\"message\":\"" + escaped(text) + "\"}"
                        : time + " [" + level + "] " + text);
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace("\"", "\\\"")
                .replace("\n", "\\n")
                .replace("\t", "\\t")
                .replace("\r", "");
    }
}
