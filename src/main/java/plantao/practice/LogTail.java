package plantao.practice;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The end of a log file.
final class LogTail {
    private static final int MOST_BYTES = 4 << 20;
    private static final int USUAL_LINES = 100;
    private static final Pattern AGE = Pattern.compile("(\\d{1,6})([smhd])");
    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(?:\\.\\d+)?Z");

    private LogTail() {}

    /// The last lines.
    ///
    /// @param lines how many, as written; 100 when neither this nor `since` is said
    /// @param since `90s`, `5m`, `2h`, `7d` or an instant
    /// @throws IllegalArgumentException when one of them is no such thing
    static String read(Path file, Optional<String> lines, Optional<String> since, Instant now) throws IOException {
        int most = lines.map(LogTail::count).orElse(since.isPresent() ? Integer.MAX_VALUE : USUAL_LINES);
        Optional<Instant> from = since.map(s -> begin(s, now));
        List<String> all = end(file).lines().toList();
        int first = 0;
        if (from.isPresent()) {
            while (first < all.size() && !after(all.get(first), from.get())) {
                first++;
            }
        }
        var wanted = all.subList(Math.max(first, all.size() - Math.min(most, all.size())), all.size());
        return wanted.isEmpty() ? "" : String.join("\n", wanted) + "\n";
    }

    private static String end(Path file) throws IOException {
        if (!Files.exists(file)) {
            return "";
        }
        try (var in = new RandomAccessFile(file.toFile(), "r")) {
            long skip = Math.max(0, in.length() - MOST_BYTES);
            in.seek(skip);
            byte[] bytes = new byte[(int) (in.length() - skip)];
            in.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    private static int count(String text) {
        if (!text.matches("\\d{1,9}")) {
            throw new IllegalArgumentException("'" + text + "' is no number of lines");
        }
        return Integer.parseInt(text);
    }

    private static Instant begin(String text, Instant now) {
        Matcher age = AGE.matcher(text);
        if (age.matches()) {
            long number = Long.parseLong(age.group(1));
            return now.minus(
                    switch (age.group(2)) {
                        case "s" -> Duration.ofSeconds(number);
                        case "m" -> Duration.ofMinutes(number);
                        case "h" -> Duration.ofHours(number);
                        default -> Duration.ofDays(number);
                    });
        }
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no time: write 90s, 5m, 2h, 7d or 2026-02-05T14:30:00Z", e);
        }
    }

    private static boolean after(String line, Instant from) {
        Matcher time = TIME.matcher(line);
        return time.find() && !Instant.parse(time.group()).isBefore(from);
    }
}
