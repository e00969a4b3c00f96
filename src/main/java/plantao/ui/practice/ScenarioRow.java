package plantao.ui.practice;

import java.util.Locale;
import java.util.Map;
import javafx.geometry.Insets;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import plantao.desk.Event;
import plantao.desk.PracticeBoard;
import plantao.ui.fx.ExplainedButton;
import plantao.ui.fx.Fonts;
import plantao.ui.fx.Texts;
import plantao.ui.fx.UiContext;

/// A scenario that can be practised.
final class ScenarioRow extends HBox {
    private final UiContext desktop;
    private final Texts texts;
    private final Label title = new Label();
    private final Label text = new Label();
    private final Label about = new Label();
    private final Label going = new Label();
    private final Button begin = new Button();
    private final ExplainedButton beginBox = new ExplainedButton(begin);

    ScenarioRow(UiContext desktop, Texts texts) {
        this.desktop = desktop;
        this.texts = texts;
        getStyleClass().add("list-row");
        title.getStyleClass().add("t-name");
        title.setWrapText(true);
        text.getStyleClass().add("t-body");
        text.setWrapText(true);
        about.getStyleClass().add("t-muted");
        about.setWrapText(true);
        VBox words = new VBox(2, title, text, about);
        words.setPadding(new Insets(10, 0, 10, 0));
        HBox.setHgrow(words, Priority.ALWAYS);
        going.getStyleClass().addAll("chip", "accent");
        going.setText(texts.get("scenario.on"));
        begin.setText(texts.get("begin"));
        getChildren().addAll(words, going, beginBox);
        setFocusTraversable(true);
        setOnMousePressed(_ -> requestFocus());
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER && begin.isVisible() && !begin.isDisabled()) {
                begin.fire();
                event.consume();
            }
        });
    }

    /// A scenario of a system that does not run: what it is about.
    void tell(PracticeBoard.Scenario scenario) {
        show(scenario, null);
        beginBox.setVisible(false);
        beginBox.setManaged(false);
        setFocusTraversable(false);
    }

    /// @param on the id of the scenario that is going on, or null
    void show(PracticeBoard.Scenario scenario, @Nullable String on) {
        title.setText(Fonts.drawable(spoken(scenario.title(), desktop.locale(), scenario.id())));
        text.setText(Fonts.drawable(spoken(scenario.text(), desktop.locale(), "")));
        text.setManaged(!text.getText().isEmpty());
        String alert = scenario.alert() == null ? "" : texts.get("scenario.alert", Fonts.drawable(scenario.alert()));
        String playbook =
                scenario.playbook() == null ? "" : texts.get("scenario.playbook", Fonts.drawable(scenario.playbook()));
        about.setText(alert + (alert.isEmpty() || playbook.isEmpty() ? "" : " · ") + playbook);
        about.setManaged(!about.getText().isEmpty());
        boolean mine = scenario.id().equals(on);
        getStyleClass().setAll("list-row");
        if (mine) {
            getStyleClass().add("current");
        }
        going.setVisible(mine);
        going.setManaged(mine);
        beginBox.setVisible(!mine);
        beginBox.setManaged(!mine);
        begin.setId("begin-" + scenario.id());
        beginBox.refuse(on == null ? null : texts.get("begin.busy"));
        begin.setOnAction(_ -> desktop.send(new Event.BeginScenario(scenario.id())));
    }

    /// The words in the operator's language, else in English, else in any.
    static String spoken(Map<String, String> words, Locale locale, String otherwise) {
        String mine = words.get(locale.getLanguage());
        return mine != null
                ? mine
                : words.getOrDefault("en", words.values().stream().findFirst().orElse(otherwise));
    }
}
