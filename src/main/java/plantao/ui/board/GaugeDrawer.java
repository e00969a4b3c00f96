package plantao.ui.board;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import plantao.alert.Alert;
import plantao.alert.Condition;
import plantao.alert.Scale;
import plantao.desk.Board;
import plantao.desk.Event;
import plantao.desk.Gauge;
import plantao.desk.Source;
import plantao.desk.SystemBoard;
import plantao.journal.Detail;
import plantao.journal.Entry;
import plantao.probe.Reading;
import plantao.runbook.ProbeSpec.Subject;
import plantao.ui.fx.Figures;
import plantao.ui.fx.Fonts;
import plantao.ui.fx.Texts;
import plantao.ui.fx.UiContext;

/// All that is known of one metric: its value and how old that is, its limits, where it comes from, its course
/// over an hour, a day and a month, the rules about it, and what happened to it.
final class GaugeDrawer {
    private final UiContext desktop;
    private final Texts texts;
    private final Figures figures;
    private final DrawerSubject chosen;
    private final Drawer drawer;
    private final RelatedLines related;
    private final Label age = new Label();

    GaugeDrawer(UiContext desktop, Texts texts, Runnable close) {
        this.desktop = desktop;
        this.texts = texts;
        this.figures = desktop.figures();
        this.chosen = new DrawerSubject(desktop, texts, close);
        this.drawer = chosen.drawer();
        this.related = chosen.related();
        age.getStyleClass().add("t-muted");
        age.setWrapText(true);
    }

    Region root() {
        return drawer;
    }

    void choose(String of, String name) {
        chosen.choose(of, name, this::show);
    }

    /// Draws it anew when something about it has changed; its age and its line go on by themselves.
    void show(Board board) {
        SystemBoard s = chosen.system(board);
        Gauge gauge = s == null ? null : gauge(s);
        if (s == null || gauge == null) {
            return;
        }
        Instant now = board.now();
        Instant measured = gauge.measured();
        age.setText(
                measured == null
                        ? ""
                        : texts.get(
                                "gauge.measured",
                                figures.age(Duration.between(measured, now)),
                                figures.exact(measured)));
        CourseView line = chosen.course(known(s, gauge));
        List<Alert> rules = rules(s, gauge);
        Object is = List.of(
                String.valueOf(gauge.value()),
                String.valueOf(gauge.last() instanceof Reading.Up ? "" : gauge.last()),
                gauge.stale(now),
                rules.stream().map(Alert::state).toList(),
                s.failures(gauge),
                board.journal().entries().size(),
                now.getEpochSecond() / 60);
        chosen.draw(is, () -> draw(s, gauge, rules, line, board));
    }

    private @Nullable Gauge gauge(SystemBoard s) {
        return s.gauges().stream()
                .filter(g -> g.metric().name().equals(chosen.name()))
                .findFirst()
                .orElse(null);
    }

    private static CourseView.Known known(SystemBoard s, Gauge gauge) {
        return new CourseView.Known(
                new CourseView.Of(s.name(), Subject.METRIC, gauge.metric().name()),
                gauge.trail(),
                gauge.interval(),
                gauge.scale(),
                s.circumstances().marks());
    }

    /// The rules that go by this metric, whether anything measures it or not.
    private static List<Alert> rules(SystemBoard s, Gauge gauge) {
        String name = gauge.metric().name();
        return s.alerts().stream()
                .filter(a -> a.rule().condition() instanceof Condition.Measured m
                                && m.metric().equals(name)
                        || name.equals(a.rule().source().metric()))
                .toList();
    }

    private void draw(SystemBoard s, Gauge gauge, List<Alert> rules, CourseView line, Board board) {
        boolean stale = gauge.stale(board.now());
        Double value = gauge.value();
        Scale.@Nullable Band band = value == null ? null : gauge.scale().band(value);
        List<Node> parts = new ArrayList<>();
        parts.add(now(gauge, band, stale));
        if (gauge.measured() != null) {
            parts.add(age);
        }
        trouble(gauge, parts);
        limits(gauge, parts);
        Button probe = new Button(texts.get("drawer.probe"));
        probe.setId("probe-now");
        probe.getStyleClass().add("small");
        probe.setDisable(gauge.source() == null);
        probe.setOnAction(
                _ -> desktop.send(new Event.ProbeNow(s.name(), gauge.metric().name())));
        HBox actions = new HBox(8, probe);
        if (gauge.metric().origin().line() > 0) {
            actions.getChildren().add(related.line(gauge.metric().origin()));
        }
        actions.setAlignment(Pos.CENTER_LEFT);
        parts.add(actions);
        parts.add(drawer.section(texts.get("drawer.course")));
        parts.add(line);
        source(gauge, parts);
        related.rules(s, rules, board.now(), parts);
        related.failures(s.failures(gauge), parts);
        history(s, rules, board, parts);
        drawer.fill(MetricRow.kind(stale, band), Fonts.drawable(gauge.metric().name()), parts);
    }

    private HBox now(Gauge gauge, Scale.@Nullable Band band, boolean stale) {
        Double value = gauge.value();
        Label number = new Label(
                value == null ? "—" : figures.measured(value, gauge.scale().unit()));
        number.getStyleClass().addAll("t-title", MetricRow.colour(stale, band));
        Label word = new Label(MetricRow.word(texts, stale, band, gauge));
        word.getStyleClass().addAll("t-state", MetricRow.colour(stale, band));
        HBox row = new HBox(8, number, word);
        row.setAlignment(Pos.BASELINE_LEFT);
        return row;
    }

    /// Why there is no new value.
    private void trouble(Gauge gauge, List<Node> parts) {
        String why = switch (gauge.last()) {
            case Reading.Down down -> texts.said(down.reason());
            case Reading.NoData none -> texts.said(none.reason());
            case null -> gauge.source() == null || gauge.value() != null ? "" : texts.get("state.waiting");
            case Reading.Up _ -> "";
        };
        if (!why.isEmpty()) {
            parts.add(drawer.text(Fonts.drawable(why), "t-body"));
        }
        switch (gauge.last()) {
            case Reading.Down down -> related.advice(down.reason(), parts);
            case Reading.NoData none -> related.advice(none.reason(), parts);
            case Reading.Up _ -> {}
            case null -> {}
        }
    }

    private void limits(Gauge gauge, List<Node> parts) {
        Scale scale = gauge.scale();
        String key = scale.higherIsWorse() ? "gauge.above." : "gauge.below.";
        List<String> words = Stream.of(
                        limit(key + "normal", scale.normal(), scale),
                        limit(key + "warning", scale.warning(), scale),
                        limit(key + "critical", scale.critical(), scale))
                .filter(w -> !w.isEmpty())
                .toList();
        parts.add(drawer.text(String.join(" · ", words), "t-muted"));
        String action = gauge.metric().action();
        if (action != null && !action.isBlank()) {
            parts.add(drawer.text(texts.get("gauge.action", Fonts.drawable(action.strip())), "t-body"));
        }
    }

    private String limit(String key, @Nullable Double limit, Scale scale) {
        return limit == null ? "" : texts.get(key, figures.measured(limit, scale.unit()));
    }

    private void source(Gauge gauge, List<Node> parts) {
        parts.add(drawer.section(texts.get("drawer.source")));
        Source source = gauge.source();
        if (source == null) {
            parts.add(drawer.text(texts.get("gauge.nosource"), "t-muted"));
            return;
        }
        parts.add(drawer.text(
                texts.get("source." + source.kind(), source.what().isEmpty() ? 0 : 1, source.what())
                        + (source.where().isEmpty() ? "" : " · " + source.where()) + " · "
                        + texts.get("source.every", figures.length(gauge.interval())),
                "t-muted"));
        if (Set.of("prometheus", "exposition", "json", "sql", "redis", "command", "http")
                .contains(source.kind())) {
            Label asked = drawer.text(Fonts.drawable(source.what()), "t-mono");
            asked.getStyleClass().add("evidence");
            parts.add(asked);
        }
    }

    private void history(SystemBoard s, List<Alert> rules, Board board, List<Node> parts) {
        Set<String> ids = rules.stream().map(a -> a.rule().id()).collect(Collectors.toSet());
        new PastEvents(drawer, texts, figures).add(board, s.name(), e -> told(e, ids), List.of(), parts);
    }

    private @Nullable String told(Entry e, Set<String> ids) {
        return switch (e.detail()) {
            case Detail.AlertFired d
            when ids.contains(d.alert()) ->
                d.measured() == null
                        ? texts.get("gauge.fired.only", d.name())
                        : texts.get("gauge.fired", d.name(), d.measured());
            case Detail.AlertCleared d
            when ids.contains(d.alert()) ->
                texts.get("gauge.cleared", d.name(), figures.length(Duration.ofMillis(d.lastedMillis())));
            case Detail.AlertAcknowledged d
            when ids.contains(d.alert()) -> texts.get("gauge.acknowledged", d.name(), e.operator());
            default -> null;
        };
    }
}
