package plantao.ui.frame;

import java.time.Instant;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import plantao.desk.SystemBoard;
import plantao.journal.Ladder;
import plantao.runbook.Contact;
import plantao.runbook.Vendor;
import plantao.ui.fx.Copy;
import plantao.ui.fx.Fonts;
import plantao.ui.fx.ListKeys;
import plantao.ui.fx.Texts;
import plantao.ui.fx.UiContext;

/// Whom to call: everybody the runbook names, with what reaches them and whether they are within their hours. J
/// and K move, Enter copies the fastest way.
final class ContactsCard {
    private final UiContext desktop;
    private final Texts texts;
    private final VBox root;
    private final VBox rows = new VBox();
    private final Label copied = new Label();

    ContactsCard(UiContext desktop, Texts texts) {
        this.desktop = desktop;
        this.texts = texts;
        SystemBoard system = desktop.now().current().orElse(null);
        Label title = new Label(
                system == null ? texts.get("contacts.title") : texts.get("contacts.of", Fonts.drawable(system.name())));
        title.getStyleClass().add("t-title");
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        copied.getStyleClass().add("t-muted");
        HBox header = new HBox(12, title, copied);
        header.setAlignment(Pos.BASELINE_LEFT);
        if (system != null) {
            Instant now = desktop.now().now();
            system.runbook().contacts().forEach(c -> rows.getChildren().add(person(c, now)));
            system.runbook().vendors().forEach(v -> rows.getChildren().add(vendor(v)));
        }
        if (rows.getChildren().isEmpty()) {
            Label none = new Label(texts.get("contacts.none"));
            none.getStyleClass().add("t-muted14");
            none.setWrapText(true);
            rows.getChildren().add(none);
        }
        rows.addEventHandler(KeyEvent.KEY_PRESSED, event -> ListKeys.move(event, rows.getChildren()));
        ScrollPane scroll = new ScrollPane(rows);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        scroll.setMaxHeight(520);
        Label hint = new Label(texts.get("contacts.hint"));
        hint.getStyleClass().add("t-muted");
        root = new VBox(12, header, scroll, hint);
        root.getStyleClass().add("dialog-card");
        root.setMaxSize(840, Region.USE_PREF_SIZE);
        root.setPrefWidth(840);
        root.focusedProperty().addListener(_ -> rows.getChildren().getFirst().requestFocus());
    }

    Parent root() {
        return root;
    }

    private Node person(Contact c, Instant now) {
        String name = ContactWay.filled(c.name()) && c.name() != null ? Fonts.drawable(c.name()) : "";
        boolean open = Ladder.reached(c, now, desktop.zone());
        boolean known = c.hours() != null && !c.hours().isBlank();
        String hours = known ? Fonts.drawable(String.valueOf(c.hours())) : "";
        Label when = new Label(!known ? "" : open ? hours : texts.get("contacts.away", hours));
        when.getStyleClass().addAll("t-dense", "t-right", open ? "c-muted" : "c-warning");
        return row(Fonts.drawable(c.role()), name, ContactWay.of(c), when);
    }

    private Node vendor(Vendor v) {
        Label page = new Label(v.statusPage() == null ? "" : Fonts.drawable(v.statusPage()));
        page.getStyleClass().addAll("t-dense", "t-right", "c-muted");
        List<ContactWay> ways = v.support() == null ? List.of() : List.of(ContactWay.mail(v.support()));
        return row(Fonts.drawable(v.name()), texts.get("contacts.vendor"), ways, page);
    }

    private Node row(String role, String about, List<ContactWay> ways, Label aside) {
        Label name = new Label(role);
        name.getStyleClass().add("t-name");
        name.setWrapText(true);
        Label who = new Label(about);
        who.getStyleClass().add("t-muted");
        who.setWrapText(true);
        who.setManaged(!about.isEmpty());
        VBox person = new VBox(2, name, who);
        person.setMinWidth(150);
        person.setPrefWidth(150);
        person.setAlignment(Pos.CENTER_LEFT);
        FlowPane buttons = new FlowPane(8, 4);
        buttons.setAlignment(Pos.CENTER_LEFT);
        ways.forEach(w -> buttons.getChildren().add(way(w)));
        HBox.setHgrow(buttons, Priority.ALWAYS);
        aside.setWrapText(true);
        aside.setMinWidth(210);
        aside.setMaxWidth(210);
        HBox row = new HBox(12, person, buttons, aside);
        row.getStyleClass().add("list-row");
        row.setAlignment(Pos.CENTER_LEFT);
        row.setFocusTraversable(true);
        row.setAccessibleRole(AccessibleRole.BUTTON);
        row.setAccessibleText(role + " " + about);
        row.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER && event.getTarget() == row) {
                ways.stream().filter(ContactWay::filled).findFirst().ifPresent(this::copy);
                event.consume();
            }
        });
        return row;
    }

    private Node way(ContactWay way) {
        if (!way.filled()) {
            Label missing = new Label(texts.get("contacts.missing", way.text()), new FontIcon(way.icon()));
            missing.getStyleClass().addAll("t-dense", "c-muted");
            return missing;
        }
        Button button = new Button(Fonts.drawable(way.text()), new FontIcon(way.icon()));
        button.getStyleClass().addAll("small", "link");
        button.setAccessibleText(texts.get("contacts.copy", way.text()));
        button.setOnAction(_ -> copy(way));
        return button;
    }

    private void copy(@Nullable ContactWay way) {
        if (way != null) {
            Copy.text(way.text());
            copied.setText(texts.get("contacts.copied", Fonts.drawable(way.text())));
        }
    }
}
