package plantao.ui.board;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import plantao.alert.Alert;
import plantao.alert.Condition;
import plantao.desk.Event;
import plantao.desk.SystemBoard;
import plantao.journal.Silence;
import plantao.runbook.LinkSettings;
import plantao.ui.fx.Focus;
import plantao.ui.fx.Fonts;
import plantao.ui.fx.Scrim;
import plantao.ui.fx.SegmentedChoice;
import plantao.ui.fx.Texts;
import plantao.ui.fx.TypedTime;
import plantao.ui.fx.UiContext;

/// Asks what to keep quiet, until when and why. A silence always has an end.
final class SilenceCard {
    private static final List<Duration> LENGTHS =
            List.of(Duration.ofMinutes(30), Duration.ofHours(2), Duration.ofHours(8));

    /// What can be kept quiet.
    private record Subject(Silence.Scope scope, String subject, String label) {}

    private final UiContext desktop;
    private final Texts texts;
    private final SystemBoard system;
    private final Runnable close;
    private final StackPane root;
    private final TextField until = new TextField();
    private final TextField reason = new TextField();
    private final CheckBox maintenance = new CheckBox();
    private final Label told = new Label();
    private final Label there = new Label();
    private final Button silence = new Button();
    private Subject subject;
    private @Nullable Duration length = LENGTHS.getFirst();

    /// @param alert the alert to keep quiet, or null
    /// @param service the service to keep quiet, or null
    SilenceCard(
            UiContext desktop,
            Texts texts,
            SystemBoard system,
            @Nullable Alert alert,
            @Nullable String service,
            Runnable close) {
        this.desktop = desktop;
        this.texts = texts;
        this.system = system;
        this.close = close;
        List<Subject> subjects = subjects(alert, service);
        subject = subjects.getFirst();
        Label title = new Label(texts.get("silence.title"));
        title.getStyleClass().add("t-title");
        Label about = new Label(texts.get("silence.about"));
        about.getStyleClass().add("t-muted");
        about.setWrapText(true);
        VBox what = new VBox(4);
        for (Subject each : subjects) {
            what.getChildren().add(choice(each, what));
        }
        HBox lengths = new HBox();
        lengths.getStyleClass().add("segmented");
        lengths.setMaxWidth(Region.USE_PREF_SIZE);
        List<Integer> places = List.of(0, 1, 2, 3);
        SegmentedChoice.fill(
                lengths,
                places,
                i -> i == LENGTHS.size()
                        ? texts.get("silence.until")
                        : desktop.figures().age(LENGTHS.get(i)),
                i -> "silence-length-" + i,
                0,
                i -> {
                    length = i == LENGTHS.size() ? null : LENGTHS.get(i);
                    until.setVisible(length == null);
                    if (length == null) {
                        until.requestFocus();
                    }
                    update();
                });
        until.setId("silence-until");
        until.setPromptText(texts.get("silence.until.prompt"));
        until.setVisible(false);
        until.setPrefColumnCount(8);
        until.textProperty().addListener(_ -> update());
        reason.setId("silence-reason");
        reason.setPromptText(texts.get("silence.reason"));
        maintenance.setText(texts.get("silence.maintenance"));
        told.getStyleClass().add("t-muted");
        there.getStyleClass().add("t-muted");
        there.setWrapText(true);
        silence.setId("silence-confirm");
        silence.setText(texts.get("silence.confirm"));
        silence.getStyleClass().addAll("accent", "large");
        silence.setDefaultButton(true);
        silence.setOnAction(_ -> confirm());
        HBox when = new HBox(8, lengths, until);
        when.setAlignment(Pos.CENTER_LEFT);
        HBox buttons = Scrim.answers(texts.get("silence.cancel"), close, silence);
        VBox card = new VBox(12, title, about, what, when, reason, maintenance, told, there, buttons);
        root = Scrim.over(card, 560, close);
        update();
    }

    Parent root() {
        return root;
    }

    void focus() {
        Focus.on(reason);
    }

    private List<Subject> subjects(@Nullable Alert alert, @Nullable String service) {
        List<Subject> all = new ArrayList<>();
        if (alert != null) {
            all.add(new Subject(
                    Silence.Scope.ALERT,
                    alert.rule().id(),
                    texts.get("silence.alert", Fonts.drawable(alert.rule().name()))));
        }
        String about = alert == null ? service : SystemBoard.about(alert);
        if (about != null) {
            all.add(new Subject(Silence.Scope.SERVICE, about, texts.get("silence.service", Fonts.drawable(about))));
        }
        all.add(new Subject(Silence.Scope.ALL, "", texts.get("silence.all", Fonts.drawable(system.name()))));
        return all;
    }

    private Node choice(Subject each, VBox group) {
        javafx.scene.control.RadioButton button = new javafx.scene.control.RadioButton(each.label());
        button.setSelected(each.equals(subject));
        button.setOnAction(_ -> {
            subject = each;
            group.getChildren().forEach(n -> ((javafx.scene.control.RadioButton) n).setSelected(n == button));
            update();
        });
        return button;
    }

    private @Nullable Instant end() {
        Instant now = desktop.now().now();
        return length != null
                ? now.plus(length)
                : TypedTime.of(until.getText(), now).at();
    }

    private void update() {
        Instant end = end();
        silence.setDisable(end == null);
        there.setText(elsewhere());
        there.setManaged(!there.getText().isEmpty());
        told.setText(
                end == null
                        ? texts.get("silence.notime")
                        : texts.get("silence.ends", desktop.figures().utcShort(end)));
    }

    /// What it will do in the Alertmanager, which others may share.
    private String elsewhere() {
        LinkSettings.Engine engine = system.runbook().settings().watch().links().alertmanager();
        boolean own = subject.scope() == Silence.Scope.ALERT
                && system.alerts().stream()
                        .noneMatch(a -> a.rule().id().equals(subject.subject())
                                && a.rule().condition() instanceof Condition.Elsewhere);
        return engine == null || own
                ? ""
                : subject.scope() == Silence.Scope.ALL && engine.filters().isEmpty()
                        ? texts.get("silence.there.all")
                        : texts.get("silence.there");
    }

    private void confirm() {
        Instant end = end();
        if (end != null) {
            desktop.send(new Event.SilenceAlerts(
                    system.name(),
                    subject.scope(),
                    subject.subject(),
                    end,
                    reason.getText(),
                    maintenance.isSelected()));
            close.run();
        }
    }
}
