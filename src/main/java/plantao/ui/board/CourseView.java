package plantao.ui.board;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import plantao.alert.Scale;
import plantao.alert.Trail;
import plantao.desk.Course;
import plantao.desk.Surroundings;
import plantao.runbook.ProbeSpec.Subject;
import plantao.ui.fx.Figures;
import plantao.ui.fx.Fonts;
import plantao.ui.fx.Latest;
import plantao.ui.fx.Nodes;
import plantao.ui.fx.SegmentedChoice;
import plantao.ui.fx.Texts;
import plantao.ui.fx.UiContext;

/// A figure's last hour, day or month, to choose from, and what was changed in that time.
final class CourseView extends VBox {
    private static final int MOST_CHANGES = 4;

    /// A span that can be chosen.
    private enum Span {
        HOUR(Duration.ofHours(1), Duration.ofMinutes(1), Duration.ofMinutes(15)),
        DAY(Duration.ofDays(1), Duration.ofMinutes(1), Duration.ofHours(6)),
        MONTH(Duration.ofDays(30), Duration.ofHours(1), Duration.ofDays(7));

        private final Duration length;
        private final Duration slot;
        private final Duration step;

        Span(Duration length, Duration slot, Duration step) {
            this.length = length;
            this.slot = slot;
            this.step = step;
        }

        String key() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /// Whose course it is.
    record Of(String system, Subject kind, String subject) {}

    /// What the board knows of it.
    ///
    /// @param interval how often it is measured
    record Known(Of of, Trail hour, Duration interval, Scale scale, List<Surroundings.Mark> changes) {}

    private record Answer(Of of, Course course) {}

    private final UiContext desktop;
    private final Texts texts;
    private final Figures figures;
    private final CourseChart chart;
    private final Label range = new Label();
    private final Label nothing = new Label();
    private final VBox changed = new VBox(2);
    private final Latest<Answer> answers = new Latest<>(this::answered);
    private Span span = Span.HOUR;
    private Known known;
    private Course course = Course.NONE;
    private long asked = -1;

    CourseView(UiContext desktop, Texts texts, double width, Known first) {
        super(6);
        this.desktop = desktop;
        this.texts = texts;
        this.figures = desktop.figures();
        this.known = first;
        this.chart = new CourseChart(figures, width, 150);
        HBox spans = new HBox();
        spans.getStyleClass().add("segmented");
        spans.setAlignment(Pos.CENTER_LEFT);
        spans.setMaxWidth(Region.USE_PREF_SIZE);
        SegmentedChoice.fill(
                spans,
                List.of(Span.values()),
                s -> texts.get("course." + s.key()),
                s -> "course-" + s.key(),
                span,
                s -> {
                    span = s;
                    draw();
                });
        range.getStyleClass().add("t-muted");
        nothing.getStyleClass().add("t-muted");
        nothing.setWrapText(true);
        getChildren().setAll(spans, chart, nothing, range, changed);
    }

    /// Brings it up to what is known now; asks the history once a minute.
    void show(Known now) {
        if (!now.of().equals(known.of())) {
            course = Course.NONE;
            asked = -1;
        }
        known = now;
        long minute = desktop.now().now().getEpochSecond() / 60;
        if (minute != asked) {
            asked = minute;
            Of of = now.of();
            desktop.memory().course(of.system(), of.kind(), of.subject(), c -> answers.accept(new Answer(of, c)));
        }
        draw();
    }

    private void answered(Answer answer) {
        if (answer.of().equals(known.of())) {
            course = answer.course();
            draw();
        }
    }

    private void draw() {
        Instant to = desktop.now().now();
        Instant from = to.minus(span.length);
        List<Course.Point> points = points().stream()
                .filter(p -> !p.at().isBefore(from) && !p.at().isAfter(to))
                .toList();
        List<Surroundings.Mark> changes = known.changes().stream()
                .filter(m -> !m.at().isBefore(from) && !m.at().isAfter(to))
                .toList();
        Duration slot = span == Span.HOUR ? known.interval() : span.slot;
        Duration gap = slot.compareTo(known.interval()) > 0 ? slot : known.interval();
        chart.show(new CourseChart.Drawn(
                points,
                from,
                to,
                gap.multipliedBy(3).plusSeconds(60),
                known.scale(),
                changes,
                new CourseChart.Ticks(span.step, word())));
        boolean any = points.stream().anyMatch(p -> !Double.isNaN(p.mean()));
        Nodes.show(chart, any);
        Nodes.show(range, any);
        Nodes.show(nothing, !any);
        nothing.setText(texts.get("course.nothing." + span.key()));
        if (any) {
            range.setText(range(points));
        }
        changed.getChildren()
                .setAll(changes.reversed().stream()
                        .limit(MOST_CHANGES)
                        .map(this::change)
                        .toList());
    }

    private Function<Instant, String> word() {
        return span == Span.MONTH ? figures::day : figures::utcShort;
    }

    /// The hour as the board has it; day and month as they are kept, with what has been measured since.
    private List<Course.Point> points() {
        List<Course.Point> fresh = known.hour().points().stream()
                .map(p -> new Course.Point(p.at(), p.value(), p.value(), p.value()))
                .toList();
        if (span == Span.HOUR) {
            return fresh;
        }
        List<Course.Point> all = new ArrayList<>(span == Span.DAY ? course.day() : course.month());
        Instant last = all.isEmpty() ? Instant.EPOCH : all.getLast().at().plus(span.slot);
        fresh.stream().filter(p -> !p.at().isBefore(last)).forEach(all::add);
        return all;
    }

    private String range(List<Course.Point> points) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (Course.Point p : points) {
            low = Double.isNaN(p.low()) ? low : Math.min(low, p.low());
            high = Double.isNaN(p.high()) ? high : Math.max(high, p.high());
        }
        String unit = known.scale().unit();
        return texts.get("course.range", figures.measured(low, unit), figures.measured(high, unit));
    }

    private Label change(Surroundings.Mark mark) {
        Label label = new Label(texts.get(
                "course.change",
                span == Span.HOUR
                        ? figures.utcShort(mark.at())
                        : figures.day(mark.at()) + " " + figures.utcShort(mark.at()),
                Fonts.drawable(mark.what())));
        label.getStyleClass().addAll("t-muted", "course-change");
        label.setWrapText(true);
        return label;
    }
}
