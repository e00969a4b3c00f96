package plantao.ui.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import plantao.journal.Detail;
import plantao.journal.Entry;
import plantao.journal.Incident;
import plantao.ui.fx.Figures;
import plantao.ui.fx.Fonts;
import plantao.ui.fx.Mark;
import plantao.ui.fx.Texts;

/// An incident in figures: its state, how fast it was looked after, who and what.
final class FactsBar extends FlowPane {
    private final Texts texts;
    private final Figures figures;
    private final Mark mark = new Mark(Mark.Kind.ALERT, 20);
    private final Label state = new Label();
    private final Label since = new Label();
    private final Tooltip exact = new Tooltip();
    private final Label acknowledge;
    private final Label mitigate;
    private final Label commander;
    private final Label services;

    FactsBar(Texts texts, Figures figures) {
        super(24, 8);
        setPrefWrapLength(960);
        this.texts = texts;
        this.figures = figures;
        state.getStyleClass().add("t-name");
        state.setTooltip(exact);
        since.getStyleClass().add("t-muted");
        HBox first = new HBox(8, mark, new VBox(2, state, since));
        first.setAlignment(Pos.CENTER_LEFT);
        getChildren().add(first);
        acknowledge = fact("fact.acknowledge");
        mitigate = fact("fact.mitigate");
        commander = fact("fact.commander");
        services = fact("fact.services");
    }

    private Label fact(String key) {
        Label name = new Label(texts.get(key));
        name.getStyleClass().add("t-muted");
        Label value = new Label();
        value.getStyleClass().add("t-body");
        value.setWrapText(true);
        value.setMaxWidth(420);
        getChildren().add(new VBox(2, name, value));
        return value;
    }

    void show(Incident i, Instant now) {
        boolean over = i.resolved() != null;
        mark.setKind(over ? Mark.Kind.UP : Mark.Kind.ALERT);
        Instant end = i.resolved() == null ? now : i.resolved();
        state.setText(
                over
                        ? texts.get("state.resolved.at", figures.utcShort(end))
                        : texts.get("state.open.for", figures.length(i.lasted(now))));
        since.setText(
                over
                        ? texts.get("state.after", figures.length(i.lasted(now)))
                        : texts.get("state.since", figures.utcShort(i.began())));
        exact.setText(figures.exact(i.began()) + (over ? " – " + figures.exact(end) : ""));
        acknowledge.setText(
                acknowledged(i).map(figures::length).orElse(texts.get(over ? "fact.unknown" : "fact.notyet")));
        mitigate.setText(mitigated(i).map(figures::length).orElse(texts.get(over ? "fact.unknown" : "fact.notyet")));
        commander.setText(Fonts.drawable(i.holder(Incident.Role.COMMANDER)));
        services.setText(
                i.affected().isEmpty() ? texts.get("fact.none") : Fonts.drawable(String.join(", ", i.affected())));
    }

    /// From the alert's firing to the first acknowledgement.
    static Optional<Duration> acknowledged(Incident i) {
        return i.timeline().stream()
                .filter(e -> e.detail() instanceof Detail.AlertAcknowledged a && ours(i, a.alert()))
                .map(e -> Duration.ofMillis(((Detail.AlertAcknowledged) e.detail()).afterMillis()))
                .findFirst();
    }

    /// From the beginning of the trouble to when its alert cleared or its services were up again for the last time,
    /// or else to its resolution.
    static Optional<Duration> mitigated(Incident i) {
        Instant better = null;
        for (Entry entry : i.timeline()) {
            if (i.resolved() != null && entry.at().isAfter(i.resolved())) {
                break;
            }
            switch (entry.detail()) {
                case Detail.AlertCleared c when ours(i, c.alert()) -> better = entry.at();
                case Detail.ServiceUp u when i.affected().contains(u.service()) -> better = entry.at();
                case Detail.AlertFired f when ours(i, f.alert()) -> better = null;
                case Detail.ServiceDown d when i.affected().contains(d.service()) -> better = null;
                default -> {}
            }
        }
        return Optional.ofNullable(better == null ? i.resolved() : better).map(end -> Duration.between(i.began(), end));
    }

    private static boolean ours(Incident i, String alert) {
        @Nullable String about = i.alert();
        return about == null || about.equals(alert);
    }
}
