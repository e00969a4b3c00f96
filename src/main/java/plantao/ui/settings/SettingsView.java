package plantao.ui.settings;

import java.util.Locale;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import plantao.desk.Board;
import plantao.desk.Event;
import plantao.desk.SystemBoard;
import plantao.ui.fx.Desktop;
import plantao.ui.fx.Fonts;
import plantao.ui.fx.Fxml;
import plantao.ui.fx.Rows;
import plantao.ui.fx.Texts;
import plantao.ui.fx.Theme;
import plantao.ui.fx.View;

/// Language, theme, opened runbooks, the log.
public final class SettingsView implements View {
    private final Desktop desktop;
    private final Preferences preferences;
    private final Texts texts;
    private final Parent root;
    private final Rows<SystemBoard, VBox> rows;

    @FXML private HBox languages;
    @FXML private HBox themes;
    @FXML private Button open;
    @FXML private VBox systems;
    @FXML private Label log;

    public SettingsView(Desktop desktop, Preferences preferences) {
        this.desktop = desktop;
        this.preferences = preferences;
        this.texts = desktop.texts(SettingsView.class);
        this.root = Fxml.load(this, desktop);
        this.rows = new Rows<>(systems.getChildren(), SystemBoard::name, _ -> new VBox(2), this::row);
        ToggleGroup language = new ToggleGroup();
        language("English", Locale.ENGLISH, language);
        language("Português", Locale.of("pt", "BR"), language);
        ToggleGroup look = new ToggleGroup();
        theme(texts.get("theme.light"), Theme.LIGHT, look);
        theme(texts.get("theme.dark"), Theme.DARK, look);
        open.setOnAction(_ -> preferences.choose().accept(f -> desktop.send(new Event.OpenFolder(f.getPath()))));
        desktop.board().addListener((_, _, board) -> draw(board));
        draw(desktop.now());
    }

    @Override
    public Parent root() {
        return root;
    }

    private void language(String name, Locale locale, ToggleGroup group) {
        ToggleButton button = toggle(name, group, desktop.locale().getLanguage().equals(locale.getLanguage()));
        button.setId("language-" + locale.getLanguage());
        button.setOnAction(_ -> preferences.setLanguage().accept(locale));
        languages.getChildren().add(button);
    }

    private void theme(String name, Theme theme, ToggleGroup group) {
        ToggleButton button = toggle(name, group, preferences.theme() == theme);
        button.setOnAction(_ -> {
            button.setSelected(true);
            preferences.setTheme().accept(theme);
        });
        themes.getChildren().add(button);
    }

    private static ToggleButton toggle(String name, ToggleGroup group, boolean selected) {
        ToggleButton button = new ToggleButton(name);
        button.setToggleGroup(group);
        button.setSelected(selected);
        return button;
    }

    private void draw(Board board) {
        rows.show(board.systems());
        String trouble = board.logProblem() == null ? "" : board.logProblem();
        log.setText(texts.get("log.count", board.journal().entries().size(), trouble).replaceFirst(" · $", ""));
    }

    private void row(VBox row, SystemBoard system) {
        row.getStyleClass().setAll("list-row");
        Label name = new Label(Fonts.drawable(system.runbook().title()));
        name.getStyleClass().add("t-name");
        Label source = new Label(system.runbook().source());
        source.getStyleClass().add("t-mono");
        Label read = new Label(texts.get(
                "read",
                system.runbook().problems().size(),
                String.valueOf(system.runbook().coverage().structured()),
                String.valueOf(system.runbook().coverage().lines())));
        read.getStyleClass().add("t-muted");
        row.getChildren().setAll(name, source, read);
    }
}
