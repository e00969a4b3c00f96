package plantao.ui.board;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.text.Text;
import plantao.alert.Alert;
import plantao.desk.Board;
import plantao.desk.SystemBoard;
import plantao.desk.VendorTile;
import plantao.ui.fx.Figures;
import plantao.ui.fx.Fonts;
import plantao.ui.fx.Texts;

/// The board in one sentence.
record Headline(Texts texts, Figures figures) {
    private static final String THIN = "\u2009";
    private static final String WHOLE = "\u00a0"; // a number and its unit stay on one line

    List<Node> of(List<SystemBoard> systems, Board board) {
        List<Node> words = new ArrayList<>();
        List<ServiceLook> looks = systems.stream()
                .flatMap(s -> s.services().stream()
                        .filter(t -> t.probe() != null)
                        .map(t -> ServiceLook.of(t, s, board.now())))
                .toList();
        int down = count(looks, ServiceLook.DOWN) + count(looks, ServiceLook.DOWN_CONSEQUENCE);
        int degraded = count(looks, ServiceLook.DEGRADED)
                + count(looks, ServiceLook.DEGRADED_CAUSE)
                + count(looks, ServiceLook.FLAPPING);
        int unknown = count(looks, ServiceLook.UNKNOWN) + count(looks, ServiceLook.STALE);
        int up = count(looks, ServiceLook.UP);
        if (looks.isEmpty()) {
            words.add(text(texts.get("headline.nothing"), "c-strong"));
        } else if (up == looks.size()) {
            words.add(text(texts.get("headline.all", up), "c-strong"));
        } else {
            join(words, down, "headline.down", "c-danger");
            join(words, degraded, "headline.degraded", "c-warning");
            join(words, up, "headline.up", "c-strong");
            join(words, unknown, "headline.unknown", "c-strong");
            join(words, count(looks, ServiceLook.MAINTENANCE), "headline.maintenance", "c-strong");
            join(words, count(looks, ServiceLook.BLIND), "headline.blind", "c-warning");
        }
        words.add(text(" · ", "c-muted"));
        words.add(text(alerts(systems, board.now()), "c-strong"));
        String theirs = systems.size() > 1 ? "" : troubled(systems.getFirst());
        if (!theirs.isEmpty()) {
            words.add(text(" · ", "c-muted"));
            words.add(text(theirs, "c-warning"));
        }
        return words;
    }

    /// Suppliers who say that they are in trouble. They are not counted: what is theirs is not down here.
    private String troubled(SystemBoard system) {
        List<String> names = system.vendors().stream()
                .filter(VendorTile::troubled)
                .map(v -> Fonts.drawable(v.vendor().name()))
                .toList();
        return names.isEmpty() ? "" : texts.get("headline.vendors", String.join(", ", names), names.size());
    }

    /// While nothing is on the board yet: which folders are being read.
    List<Node> opening(Board board) {
        String names = board.opening().stream()
                .map(path -> path.substring(path.lastIndexOf('/', path.length() - 2) + 1))
                .map(Fonts::drawable)
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? List.of() : List.of(text(texts.get("headline.opening", names), "c-muted"));
    }

    private static int count(List<ServiceLook> looks, ServiceLook look) {
        return (int) looks.stream().filter(l -> l == look).count();
    }

    private void join(List<Node> words, int count, String key, String colour) {
        if (count > 0) {
            if (!words.isEmpty()) {
                words.add(text(", ", "c-strong"));
            }
            words.add(text(texts.get(key, count), colour));
        }
    }

    private String alerts(List<SystemBoard> systems, Instant now) {
        List<Alert> active = systems.stream().flatMap(SystemBoard::active).toList();
        long quiet = systems.stream().mapToLong(s -> s.mutedAlerts().size()).sum();
        String kept = quiet == 0 ? "" : " · " + texts.get("headline.quiet", quiet);
        List<Alert> over = active.stream().filter(Alert::over).toList();
        String rest = (over.isEmpty() ? "" : " · " + texts.get("headline.over.too", over.size())) + kept;
        List<Alert> waiting =
                active.stream().filter(a -> a.unacknowledged() && !a.over()).toList();
        if (active.isEmpty()) {
            return texts.get("headline.noalert") + kept;
        }
        if (active.size() == over.size()) {
            return texts.get("headline.over", over.size()) + kept;
        }
        if (waiting.isEmpty()) {
            return texts.get("headline.acknowledged", active.size() - over.size()) + rest;
        }
        Duration longest = Duration.ZERO;
        for (Alert alert : waiting) {
            Instant since = alert.fired();
            if (since != null && Duration.between(since, now).compareTo(longest) > 0) {
                longest = Duration.between(since, now);
            }
        }
        return texts.get(
                        "headline.waiting", waiting.size(), figures.age(longest).replace(THIN, WHOLE))
                + rest;
    }

    private static Text text(String words, String colour) {
        Text text = new Text(words);
        text.getStyleClass().addAll("t-headline", colour);
        return text;
    }
}
