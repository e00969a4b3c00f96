package plantao.probe;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The steps of one attempt and how long each took. Several threads may report (racing connections).
final class Phases {
    /// What an attempt is waiting for.
    enum Stage {
        LOOK_UP("look-up"),
        CONNECT("connect"),
        TLS("TLS"),
        LOGIN("login"),
        ANSWER("first answer"),
        BODY("body");

        private final String word;

        Stage(String word) {
            this.word = word;
        }
    }

    private record Phase(Stage stage, long nanos) {}

    private final List<Phase> done = new ArrayList<>();
    private @Nullable Stage stage;
    private long since;
    private @Nullable String address;

    synchronized void enter(Stage next) {
        leave();
        stage = next;
        since = System.nanoTime();
    }

    synchronized void leave() {
        if (stage != null && done.size() < 40) {
            done.add(new Phase(stage, System.nanoTime() - since));
        }
        stage = null;
    }

    synchronized void address(String text) {
        address = text;
    }

    /// Where the attempt is, or was last.
    synchronized Stage now() {
        return stage != null
                ? stage
                : done.isEmpty() ? Stage.CONNECT : done.getLast().stage();
    }

    /// `address 127.0.0.1:80`, then `look-up 1 ms · connect 2 ms · waiting for first answer 5.0 s`.
    synchronized String text() {
        List<String> words = new ArrayList<>();
        for (Phase phase : done) {
            words.add(phase.stage().word + " " + time(phase.nanos()));
        }
        if (stage != null) {
            words.add("waiting for " + stage.word + " " + time(System.nanoTime() - since));
        }
        return (address == null ? "" : "address " + address + "\n") + String.join(" · ", words);
    }

    private static String time(long nanos) {
        double millis = nanos / 1e6;
        return millis < 1000
                ? String.format(Locale.ROOT, millis < 10 ? "%.1f ms" : "%.0f ms", millis)
                : String.format(Locale.ROOT, "%.1f s", millis / 1000);
    }

    /// A limit as an operator says it: `5 s`, `1.5 s`, `250 ms`.
    static String limit(Duration duration) {
        long millis = duration.toMillis();
        return millis < 1000
                ? millis + " ms"
                : millis % 1000 == 0 ? millis / 1000 + " s" : String.format(Locale.ROOT, "%.1f s", millis / 1000.0);
    }
}
