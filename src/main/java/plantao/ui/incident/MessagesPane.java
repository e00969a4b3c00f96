package plantao.ui.incident;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import plantao.desk.Board;
import plantao.desk.Drafts;
import plantao.desk.Event;
import plantao.desk.SystemBoard;
import plantao.export.DocumentBlanks;
import plantao.export.MessageText;
import plantao.journal.Incident;
import plantao.journal.Message;
import plantao.runbook.MessageSettings;
import plantao.runbook.Template;
import plantao.ui.fx.BlankKey;
import plantao.ui.fx.Copy;
import plantao.ui.fx.Nodes;
import plantao.ui.fx.Screen;
import plantao.ui.fx.Texts;
import plantao.ui.fx.UiContext;

/// Messages about an incident: how far it is, a template filled in, a preview, and where it goes; below, what went
/// out.
final class MessagesPane extends VBox {
    private static final List<Duration> TIMES =
            List.of(Duration.ofMinutes(15), Duration.ofMinutes(30), Duration.ofHours(1), Duration.ofHours(2));

    private final UiContext desktop;
    private final Texts texts;
    private final HBox statuses = new HBox();
    private final Label due = new Label();
    private final ComboBox<String> template = new ComboBox<>();
    private final ComboBox<String> next = new ComboBox<>();
    private final Button again;
    private final HBox mail = new HBox(8);
    private final TextField subject = new TextField();
    private final TextArea area = new TextArea();
    private final MessagePreview preview;
    private final FlowPane ways = new FlowPane(8, 8);
    private final Button toFill = new Button();
    private final Label said = new Label();
    private final SentMessages sent;
    private List<Template> templates = List.of();
    private List<Duration> times = List.of();
    private List<MessageSettings.Place> places = List.of();
    private @Nullable UUID shown;
    private Incident.@Nullable Status told;
    private int graded;
    private @Nullable Instant filled;
    private String base = "";
    private String baseSubject = "";

    MessagesPane(UiContext desktop, Texts texts) {
        this.desktop = desktop;
        this.texts = texts;
        this.preview = new MessagePreview(this::select);
        this.sent = new SentMessages(desktop, texts, this::refill);
        this.again = new Button(texts.get("message.again"));
        build();
        wire();
    }

    private void build() {
        setId("messages");
        for (Incident.Status status : Incident.Status.values()) {
            ToggleButton button = new ToggleButton(texts.get("status." + status.word()));
            button.setId("status-" + status.word());
            button.setUserData(status);
            button.setOnAction(_ -> {
                button.setSelected(true);
                current(i -> desktop.send(new Event.SetStatus(i.id(), status)));
            });
            statuses.getChildren().add(button);
        }
        statuses.getStyleClass().add("segmented");
        due.setId("message-due");
        due.setMinWidth(Region.USE_PREF_SIZE);
        template.setId("message-template");
        template.setMaxWidth(Double.MAX_VALUE);
        template.setMinWidth(80);
        HBox.setHgrow(template, Priority.ALWAYS);
        next.setId("message-next");
        next.setMinWidth(Region.USE_PREF_SIZE);
        again.getStyleClass().addAll("link", "small");
        again.setMinWidth(Region.USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox first = row(statuses, gap, due);
        HBox second = row(template, again, label("message.next"), next);
        subject.setId("message-subject");
        HBox.setHgrow(subject, Priority.ALWAYS);
        mail.getChildren().addAll(label("message.subject"), subject);
        mail.setAlignment(Pos.CENTER_LEFT);
        VBox head = new VBox(8, first, second, mail);
        head.getStyleClass().add("message-head");
        area.setId("message-text");
        area.getStyleClass().add("editor");
        area.setWrapText(true);
        area.setAccessibleText(texts.get("part.messages"));
        ScrollPane scroll = new ScrollPane(preview);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("message-preview");
        HBox both = new HBox(area, scroll);
        for (Region half : List.of(area, scroll)) {
            HBox.setHgrow(half, Priority.ALWAYS);
            half.setPrefWidth(100);
            half.setMinWidth(0);
        }
        both.getStyleClass().add("message-both");
        VBox.setVgrow(both, Priority.ALWAYS);
        both.setMinHeight(72);
        area.setMinHeight(0);
        scroll.setMinHeight(0);
        head.setMinHeight(Region.USE_PREF_SIZE);
        toFill.getStyleClass().addAll("link", "small", "to-write");
        toFill.setId("message-fill");
        said.getStyleClass().add("t-muted");
        said.setWrapText(true);
        said.setMinHeight(Region.USE_PREF_SIZE);
        ways.setAlignment(Pos.CENTER_LEFT);
        VBox foot = new VBox(8, ways, said, sent);
        foot.getStyleClass().add("message-foot");
        getChildren().addAll(head, both, foot);
    }

    private Label label(String key) {
        Label label = new Label(texts.get(key));
        label.getStyleClass().add("t-muted");
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    private static HBox row(javafx.scene.Node... nodes) {
        HBox row = new HBox(8, nodes);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private void wire() {
        area.textProperty().subscribe(text -> {
            preview.show(text);
            int blanks = DocumentBlanks.count(text);
            toFill.setText(texts.get("tofill", blanks));
            Nodes.show(toFill, blanks > 0);
            if (said.getUserData() != null && !text.equals(said.getUserData())) {
                said.setUserData(null);
                said.setText("");
            }
        });
        toFill.setOnAction(_ -> BlankKey.next(area));
        BlankKey.on(area);
        template.setOnAction(_ -> fresh());
        next.setOnAction(_ -> follow());
        again.setOnAction(_ -> fresh());
    }

    private void current(java.util.function.Consumer<Incident> then) {
        if (shown != null) {
            desktop.now().journal().incident(shown).ifPresent(then);
        }
    }

    void show(Incident i, Board board) {
        SystemBoard system = board.system(i.system()).orElse(null);
        if (!i.id().equals(shown)) {
            shown = i.id();
            told = null;
            begin(i, system);
        }
        if (told != i.status()) {
            told = i.status();
            statuses.getChildren().forEach(n -> ((ToggleButton) n).setSelected(n.getUserData() == i.status()));
            changed(i, system);
        }
        if (graded != i.severity()) {
            graded = i.severity();
            changed(i, system);
        }
        statuses.setDisable(i.resolved() != null);
        Instant minute = board.now().truncatedTo(ChronoUnit.MINUTES);
        if (!minute.equals(filled) && !area.isFocused()) {
            follow();
        }
        ways(system);
        due(i, board.now());
        sent.show(i, board.now());
    }

    /// Another incident: its own templates, times and text.
    private void begin(Incident i, @Nullable SystemBoard system) {
        templates = system == null ? List.of() : Drafts.messageTemplates(system);
        List<String> names =
                new ArrayList<>(templates.stream().map(Template::title).toList());
        names.add(texts.get("message.plain"));
        template.getItems().setAll(names);
        template.getSelectionModel().select(0);
        graded = i.severity();
        plan(i, system);
        fresh();
    }

    /// When the next one is due, as its severity asks.
    private void plan(Incident i, @Nullable SystemBoard system) {
        Duration usual = system == null ? TIMES.getFirst() : Drafts.every(system, i.severity());
        times = java.util.stream.Stream.concat(TIMES.stream(), java.util.stream.Stream.of(usual))
                .distinct()
                .sorted()
                .toList();
        List<String> said =
                new ArrayList<>(times.stream().map(desktop.figures()::length).toList());
        said.add(texts.get("message.never"));
        next.getItems().setAll(said);
        next.getSelectionModel().select(i.resolved() == null ? times.indexOf(usual) : times.size());
    }

    private @Nullable Duration every() {
        int at = next.getSelectionModel().getSelectedIndex();
        return at >= 0 && at < times.size() ? times.get(at) : null;
    }

    private @Nullable Template template() {
        int at = template.getSelectionModel().getSelectedIndex();
        return at >= 0 && at < templates.size() ? templates.get(at) : null;
    }

    /// The text anew, whatever was written.
    private void fresh() {
        current(i -> {
            filled = desktop.now().now().truncatedTo(ChronoUnit.MINUTES);
            MessageText text = Drafts.message(desktop.now(), i, template(), every(), desktop.locale());
            base = text.text();
            baseSubject = text.subject();
            area.setText(base);
            subject.setText(baseSubject);
        });
    }

    /// Another status or severity: the times of a message that is over are no use, nor is a text that was sent.
    private void changed(Incident i, @Nullable SystemBoard system) {
        plan(i, system);
        boolean sent = Message.of(i).stream()
                .anyMatch(m -> m.text().strip().equals(area.getText().strip()));
        if (sent && !area.getText().equals(base)) {
            fresh();
        } else {
            follow();
        }
    }

    /// The text anew, as long as nobody has written in it.
    private void follow() {
        if (area.getText().equals(base) && subject.getText().equals(baseSubject)) {
            fresh();
        }
    }

    private void refill(Message message) {
        area.setText(message.text());
        area.requestFocus();
    }

    private void due(Incident i, Instant now) {
        Instant at = Message.due(i).orElse(null);
        Nodes.show(due, at != null);
        if (at != null) {
            boolean late = !now.isBefore(at);
            String length = desktop.figures().length(Duration.between(at, now).abs());
            due.setText(texts.get(
                    late ? "message.late" : "message.due",
                    length,
                    desktop.figures().utcShort(at)));
            Nodes.style(due, "label", late ? "t-state" : "t-muted", late ? "c-warning" : "c-muted");
        }
    }

    /// The ways out of here: copy, and what is configured.
    private void ways(@Nullable SystemBoard system) {
        List<MessageSettings.Place> now = system == null ? List.of() : Drafts.messagePlaces(desktop.now(), system);
        if (!ways.getChildren().isEmpty() && now.equals(places)) {
            return;
        }
        places = now;
        ways.getChildren().clear();
        for (MessageSettings.Place place : now) {
            boolean mail = place.kind() == MessageSettings.Kind.MAIL;
            Button button = new Button(
                    texts.get(mail ? "message.mail" : "message.post", place.name()),
                    new FontIcon(mail ? "fth-mail" : "fth-send"));
            button.setOnAction(_ -> send(place.name()));
            button.getStyleClass().add("place");
            ways.getChildren().add(button);
        }
        Button copy = new Button(texts.get("message.copy"), new FontIcon("fth-copy"));
        copy.setId("message-copy");
        copy.setOnAction(_ -> {
            Copy.text(area.getText());
            send(null);
        });
        ways.getChildren().addAll(copy, toFill);
        if (now.isEmpty()) {
            Button where = new Button(texts.get("message.where"));
            where.setId("message-where");
            where.getStyleClass().addAll("link", "small");
            where.setOnAction(_ -> desktop.navigation().go(Screen.SETTINGS));
            ways.getChildren().add(where);
        }
        ways.getChildren().getFirst().getStyleClass().add("accent");
        Nodes.show(mail, now.stream().anyMatch(p -> p.kind() == MessageSettings.Kind.MAIL));
        boolean configured = system != null
                && (!system.runbook()
                                .settings()
                                .watch()
                                .links()
                                .messages()
                                .places()
                                .isEmpty()
                        || desktop.now().places().stream()
                                .anyMatch(o -> o.system().equals(system.name())));
        said.setText(now.isEmpty() ? texts.get(configured ? "message.off" : "message.none") : "");
    }

    /// What has fields to fill in is not given out by the first press.
    private void send(@Nullable String to) {
        int open = DocumentBlanks.count(area.getText());
        Instant before = to == null ? null : posted(to);
        if (to != null && (open > 0 || before != null) && !Objects.equals(said.getUserData(), area.getText())) {
            said.setUserData(area.getText());
            said.setText(
                    before == null
                            ? texts.get("message.unfilled", open, to)
                            : texts.get("message.twice", to, desktop.figures().utcShort(before)));
            if (open > 0) {
                BlankKey.next(area);
            }
            return;
        }
        said.setUserData(null);
        said.setText(to == null ? texts.get("message.copied") : "");
        Template from = template();
        current(i -> desktop.send(new Event.SendMessage(
                i.id(),
                from == null ? texts.get("message.plain") : from.title(),
                to,
                subject.getText(),
                area.getText(),
                i.resolved() == null ? every() : null)));
    }

    /// When the very same text went to a place; null when it did not.
    private @Nullable Instant posted(String to) {
        Instant[] at = {null};
        current(i -> Message.of(i).stream()
                .filter(m -> m.posted() && !m.state().equals("given-up"))
                .filter(m -> m.to().equals(to) && m.text().equals(area.getText().strip()))
                .forEach(m -> at[0] = m.at()));
        return at[0];
    }

    private void select(int from, int to) {
        area.requestFocus();
        area.selectRange(from, to);
    }
}
