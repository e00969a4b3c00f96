package plantao.ui.board;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import plantao.desk.Board;
import plantao.desk.SystemBoard;
import plantao.journal.AlertEpisode;
import plantao.journal.AlertLoad;
import plantao.journal.Entry;
import plantao.journal.Shift;
import plantao.ui.fx.Figures;
import plantao.ui.fx.Fonts;
import plantao.ui.fx.Mark;
import plantao.ui.fx.Texts;
import plantao.ui.fx.UiContext;

/// The alerts of the past: how many an hour this shift, which fire again and again, and each time one fired.
final class HistoryDrawer {
    private static final Duration BACK = Duration.ofDays(30);
    private static final Duration TODAY = Duration.ofHours(24);
    private static final int MOST = 100;
    private static final int WORST = 5;

    private final UiContext desktop;
    private final Texts texts;
    private final Figures figures;
    private final Drawer drawer;
    private int drawn = -1;

    HistoryDrawer(UiContext desktop, Texts texts, Runnable close) {
        this.desktop = desktop;
        this.texts = texts;
        this.figures = desktop.figures();
        this.drawer = new Drawer(texts, close);
    }

    Region root() {
        return drawer;
    }

    void open(List<SystemBoard> systems) {
        drawn = -1;
        show(systems, desktop.now());
        drawer.focus();
    }

    /// Draws it anew when something was written down.
    void show(List<SystemBoard> systems, Board board) {
        int size = board.journal().entries().size();
        if (size == drawn) {
            return;
        }
        drawn = size;
        Set<String> names = systems.stream().map(SystemBoard::name).collect(Collectors.toCollection(HashSet::new));
        List<Entry> entries = new ArrayList<>();
        for (Entry e : board.journal().entries().reversed()) {
            if (Duration.between(e.at(), board.now()).compareTo(BACK) > 0) {
                break;
            }
            if (names.contains(e.system())) {
                entries.addFirst(e);
            }
        }
        List<AlertEpisode> episodes = AlertEpisode.of(entries);
        Optional<Shift> shift = names.size() == 1 ? board.shift() : Optional.empty();
        Instant from = shift.map(Shift::started).orElse(board.now().minus(TODAY));
        AlertLoad load = AlertLoad.of(episodes, from, board.now().plusMillis(1));
        List<Node> parts = new ArrayList<>();
        parts.add(drawer.section(texts.get(shift.isPresent() ? "history.shift" : "history.day")));
        parts.add(drawer.text(
                texts.get("history.load", load.fired(), figures.number(load.perHour()))
                        + (load.heavy() ? " " + texts.get("history.heavy") : ""),
                "t-body"));
        load.offenders().stream()
                .limit(WORST)
                .forEach(o -> parts.add(drawer.text(
                        texts.get("history.offender", Fonts.drawable(o.name()), o.times(), String.valueOf(o.line())),
                        "t-muted")));
        parts.add(drawer.section(texts.get("history.all")));
        episodes.reversed().stream().limit(MOST).forEach(e -> {
            parts.add(drawer.text(figures.exact(e.fired()) + " · " + Fonts.drawable(e.name()), "t-body"));
            parts.add(drawer.text(told(e), "t-muted"));
        });
        if (episodes.isEmpty()) {
            parts.add(drawer.text(texts.get("history.none"), "t-muted"));
        }
        drawer.fill(Mark.Kind.ALERT_ACKED, texts.get("history.title"), parts);
    }

    private String told(AlertEpisode e) {
        String seen = e.by() == null || e.at() == null
                ? texts.get("alert.waiting")
                : texts.get("alert.acknowledged", figures.utcShort(e.at()), e.by())
                        + (e.note() == null ? "" : ": “" + e.note() + "”");
        String over = e.cleared() == null
                ? texts.get("history.on")
                : texts.get("recent.lasted", figures.length(Duration.between(e.fired(), e.cleared())));
        return Fonts.drawable(over + " · " + seen + " · " + texts.get("line", String.valueOf(e.line())));
    }
}
