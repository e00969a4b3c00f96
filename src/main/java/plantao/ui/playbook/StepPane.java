package plantao.ui.playbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import plantao.desk.Event;
import plantao.desk.Previews;
import plantao.desk.RunReferences;
import plantao.desk.SystemBoard;
import plantao.desk.ValueOffers;
import plantao.playbook.Output;
import plantao.playbook.Run;
import plantao.runbook.Command;
import plantao.runbook.Phase;
import plantao.runbook.Runbook;
import plantao.runbook.Step;
import plantao.ui.fx.Copy;
import plantao.ui.fx.Fonts;
import plantao.ui.fx.RowSync;
import plantao.ui.fx.Texts;
import plantao.ui.fx.UiContext;
import plantao.values.ResolvedCommand;
import plantao.values.Target;

/// The current step, large: what the runbook says, the command as it would run, and the values in it.
final class StepPane extends VBox {
    /// So many lines of a step's output are looked through for values.
    private static final int OFFERING = 200;

    private final UiContext desktop;
    private String system = "";
    private final Texts texts;
    private final Signposts signposts;
    private final VBox about = new VBox(8);
    private final CommandText command = new CommandText();
    private final HBox commandHeader = new HBox();
    private final VBox commandBox = new VBox(commandHeader, command);
    private final VBox values = new VBox();
    private final RowSync<ValueRow.Value, ValueRow> valueRows;
    private final Label obstacle = PlaybookNodes.label("", "t-body");
    private final HBox obstacleBox = new HBox(new FontIcon("fth-slash"), PlaybookNodes.grow(obstacle));
    private @Nullable Run run;
    private @Nullable ResolvedCommand resolved;
    private @Nullable Target target;
    private boolean filled;

    /// @param jump opens what a step points to
    StepPane(UiContext desktop, Consumer<RunReferences.Goal> jump) {
        this.desktop = desktop;
        this.texts = desktop.texts(StepPane.class);
        this.signposts = new Signposts(desktop, texts, jump);
        this.valueRows = new RowSync<>(
                values.getChildren(),
                ValueRow.Value::name,
                _ -> new ValueRow(texts, this::give, this::offers, this::take),
                ValueRow::show);
        tight(false);
        commandHeader.getStyleClass().add("command-header");
        commandBox.getStyleClass().add("command-box");
        obstacleBox.getStyleClass().addAll("notice", "danger");
        getChildren().setAll(about, commandBox, obstacleBox, values);
    }

    /// The step's command as last shown; null for a step without one.
    @Nullable
    ResolvedCommand resolved() {
        return resolved;
    }

    void show(SystemBoard of, Run next) {
        system = of.name();
        Run before = run;
        Target place = target;
        run = next;
        target = next.target();
        filled = false;
        if (next.steps().isEmpty()) {
            empty();
            return;
        }
        int index = next.current();
        Step step = next.steps().get(index);
        boolean other = before == null
                || !before.id().equals(next.id())
                || before.current() != index
                || !before.steps().equals(next.steps());
        if (before == null || other || !before.states().equals(next.states()) || before.open() != next.open()) {
            describe(of.runbook(), next, index, step);
        }
        PlaybookNodes.show(commandBox, !step.commands().isEmpty());
        if (step.commands().isEmpty()) {
            resolved = null;
            PlaybookNodes.show(obstacleBox, false);
            PlaybookNodes.show(values, false);
            return;
        }
        TextField field = other ? null : missingField();
        boolean typing = field != null && field.isFocused();
        ResolvedCommand now = desktop.preview().of(next, index);
        if (other || !now.equals(resolved) || !next.target().equals(place)) {
            header(of, next, step, now);
            command.show(now.pieces());
        }
        resolved = now;
        PlaybookNodes.show(obstacleBox, now.refusal() != null && next.open());
        obstacle.setText(now.refusal() == null ? "" : Fonts.drawable(texts.said(now.refusal())));
        values(next, now, other);
        TextField left = missingField();
        filled = typing && (left == null || !left.isFocused());
    }

    /// Less room around it in a small window.
    void tight(boolean on) {
        setSpacing(on ? 12 : 16);
        setPadding(on ? new javafx.geometry.Insets(14, 20, 12, 20) : new javafx.geometry.Insets(20, 24, 16, 24));
    }

    private void empty() {
        resolved = null;
        about.getChildren()
                .setAll(
                        PlaybookNodes.label(texts.get("step.none"), "t-name"),
                        PlaybookNodes.label(texts.get("step.none.about"), "t-muted14"));
        for (Node node : List.of(commandBox, obstacleBox, values)) {
            PlaybookNodes.show(node, false);
        }
    }

    private void describe(Runbook runbook, Run shown, int index, Step step) {
        List<Node> all = new ArrayList<>(signposts.ways(shown, index));
        String phase = step.phase() == Phase.OTHER
                ? ""
                : " · " + texts.get("phase." + step.phase().name().toLowerCase(Locale.ROOT));
        Label place = PlaybookNodes.label(
                texts.get("step.place", index + 1, shown.steps().size())
                        + phase
                        + (step.option() == null ? "" : " · " + Fonts.drawable(step.option()))
                        + (step.origin().line() == 0
                                ? ""
                                : " · "
                                        + texts.get(
                                                "line",
                                                String.valueOf(step.origin().line()))),
                "t-muted");
        HBox head = new HBox(12, PlaybookNodes.grow(place));
        head.setAlignment(Pos.CENTER_LEFT);
        head.getChildren()
                .add(
                        step.commands().isEmpty()
                                ? PlaybookNodes.word(texts.get("step.manual"), "chip", "muted")
                                : PlaybookNodes.riskChip(step.risk(), texts));
        all.add(head);
        if (StepWords.named(step)) {
            all.add(PlaybookNodes.label(Fonts.drawable(step.title()), "t-step"));
        }
        if (step.condition() != null
                && !step.title()
                        .toLowerCase(Locale.ROOT)
                        .contains(step.condition().toLowerCase(Locale.ROOT))) {
            all.add(PlaybookNodes.label(texts.get("step.condition", Fonts.drawable(step.condition())), "t-muted14"));
        }
        step.notes().forEach(n -> all.add(PlaybookNodes.label(Fonts.drawable(n), "t-body")));
        if (!step.expected().isEmpty()) {
            all.add(PlaybookNodes.label(texts.get("step.expected"), "t-state"));
            step.expected().forEach(e -> all.add(item("fth-check", e)));
        }
        step.links().forEach(l -> all.add(item("fth-link", l)));
        all.addAll(signposts.references(runbook, shown, index));
        about.getChildren().setAll(all);
    }

    private static HBox item(String icon, String text) {
        HBox item = new HBox(
                8, new FontIcon(icon), PlaybookNodes.grow(PlaybookNodes.label(Fonts.drawable(text), "t-body")));
        item.setAlignment(Pos.TOP_LEFT);
        return item;
    }

    private void header(SystemBoard system, Run shown, Step step, ResolvedCommand now) {
        Target place = shown.target();
        Label about = PlaybookNodes.grow(PlaybookNodes.label(
                PlaybookNodes.placeAndLimit(system, shown, step, texts, desktop.figures()), "t-muted"));
        about.setTooltip(
                new javafx.scene.control.Tooltip(String.valueOf(place.place().folder())));
        commandHeader.getChildren().setAll(PlaybookNodes.environmentChip(place, texts, desktop.locale()), about);
        if (step.commands().stream().anyMatch(Command::interactive)) {
            commandHeader.getChildren().add(PlaybookNodes.word(texts.get("command.interactive"), "chip", "warning"));
        }
        if (!Previews.kept(system, step)) {
            Label chip = PlaybookNodes.word(texts.get("command.notkept"), "chip", "warning");
            chip.setTooltip(new javafx.scene.control.Tooltip(texts.get("command.notkept.about")));
            commandHeader.getChildren().add(chip);
        }
        Button copy = PlaybookNodes.button(texts.get("command.copy"), "fth-copy", null, "small", "flat");
        copy.setOnAction(_ -> {
            Copy.text(now.shown());
        });
        commandHeader.getChildren().add(copy);
    }

    private void values(Run shown, ResolvedCommand now, boolean other) {
        if (other) {
            valueRows.show(List.of());
        }
        List<ValueRow.Value> all = new ArrayList<>();
        if (shown.open()) {
            now.missing().forEach(m -> all.add(new ValueRow.Value(m, null, true)));
        }
        now.values().stream()
                .filter(v -> !now.missing().contains(v.name()))
                .forEach(v -> all.add(new ValueRow.Value(v.name(), v, shown.open())));
        valueRows.show(all);
        PlaybookNodes.show(values, !all.isEmpty());
    }

    private List<ValueOffers.Offer> offers(String name) {
        Run shown = run;
        SystemBoard of = shown == null ? null : desktop.now().system(system).orElse(null);
        return shown == null || of == null
                ? List.of()
                : ValueOffers.of(
                        desktop.now(),
                        of,
                        shown,
                        name,
                        step -> desktop.outputs().of(shown.id(), step).tail(OFFERING).stream()
                                .map(Output.Line::text)
                                .toList());
    }

    private void take(String name, ValueOffers.Offer offer) {
        Run shown = run;
        if (shown != null) {
            desktop.send(
                    offer.kind() == ValueOffers.Kind.STEP
                            ? new Event.Captured(shown.id(), offer.step(), name, offer.value())
                            : new Event.GiveValue(shown.id(), name, offer.value()));
        }
    }

    private void give(String name, String value) {
        Run shown = run;
        if (shown != null) {
            desktop.send(new Event.GiveValue(shown.id(), name, value));
        }
    }

    /// Whether the last board brought the value that was being typed, so that the focus should go on.
    boolean filled() {
        return filled;
    }

    /// The first field that must be filled in before the step can run, or null.
    @Nullable
    TextField missingField() {
        ResolvedCommand now = resolved;
        if (now == null || now.missing().isEmpty()) {
            return null;
        }
        return values.getChildren().stream()
                .map(n -> ((ValueRow) n).field())
                .filter(f -> f != null)
                .findFirst()
                .orElse(null);
    }
}
