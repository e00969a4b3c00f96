package plantao.ui.playbook;

import java.time.Duration;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import plantao.desk.Previews;
import plantao.desk.SystemBoard;
import plantao.playbook.Run;
import plantao.runbook.Risk;
import plantao.runbook.Runner;
import plantao.runbook.Step;
import plantao.ui.fx.Figures;
import plantao.ui.fx.Fonts;
import plantao.ui.fx.Texts;
import plantao.values.Target;

/// Small nodes that this screen's parts are made of.
final class PlaybookNodes {
    private PlaybookNodes() {}

    /// A label that wraps rather than being cut.
    static Label label(String text, String... styles) {
        Label label = new Label(text);
        label.getStyleClass().addAll(styles);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    /// A label of one line that is never cut.
    static Label word(String text, String... styles) {
        Label label = new Label(text);
        label.getStyleClass().addAll(styles);
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    static Region space() {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        return space;
    }

    static <N extends Region> N grow(N node) {
        HBox.setHgrow(node, Priority.ALWAYS);
        node.setMaxWidth(Double.MAX_VALUE);
        return node;
    }

    /// A button with an icon before its words and the key it answers to behind them.
    static Button button(@Nullable String text, @Nullable String icon, @Nullable String key, String... styles) {
        Button button = new Button();
        button.setMnemonicParsing(false);
        button.getStyleClass().addAll(styles);
        if (text == null) {
            button.setGraphic(icon == null ? null : alone(icon));
        } else {
            relabel(button, text, icon, key);
        }
        return button;
    }

    /// A button's icon; where there is little room the style sheet makes it no size, and it leaves its place too.
    private static FontIcon icon(String name) {
        FontIcon icon = new FontIcon(name);
        icon.managedProperty().bind(icon.iconSizeProperty().greaterThan(1));
        icon.visibleProperty().bind(icon.managedProperty());
        return icon;
    }

    /// In the middle, however high the button is.
    private static HBox alone(String icon) {
        HBox box = new HBox(icon(icon));
        box.setAlignment(javafx.geometry.Pos.CENTER);
        return box;
    }

    /// Gives a button other words. The same words again touch nothing: a node that is replaced between press and
    /// release loses the click.
    static void relabel(Button button, String text, @Nullable String icon, @Nullable String key) {
        if (text.equals(button.getUserData())) {
            return;
        }
        button.setUserData(text);
        if (key == null) {
            button.setText(text);
            button.setGraphic(icon == null ? null : alone(icon));
            return;
        }
        HBox content = new HBox(8);
        content.setAlignment(javafx.geometry.Pos.CENTER);
        if (icon != null) {
            content.getChildren().add(icon(icon));
        }
        Label words = word(text, "button-words");
        content.getChildren().addAll(words, word(key, "keycap"));
        button.setText(null);
        button.setGraphic(content);
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.setAccessibleText(text);
    }

    static void show(Node node, boolean on) {
        node.setVisible(on);
        node.setManaged(on);
    }

    /// How the environment is called on chips and buttons.
    static String environment(Target target, Texts texts, Locale locale) {
        return target.kind() == Target.Kind.PRACTICE
                ? texts.get("environment.practice")
                : Fonts.drawable(target.label()).toUpperCase(locale);
    }

    /// Where commands run: the desk's own word for this computer's shell is translated, others are the owner's.
    static String place(Target target, Texts texts) {
        String label = target.place().label();
        if (target.kind() == Target.Kind.PRACTICE) {
            return texts.get("place.practice");
        }
        return label.equals("local shell") ? texts.get("place.local") : Fonts.drawable(label);
    }

    /// Where a step's commands run and for how long at most.
    static String placeAndLimit(SystemBoard system, Run run, Step step, Texts texts, Figures figures) {
        Duration limit = Previews.limit(system, step);
        Previews.Ran ran = Previews.runner(run, step);
        String where = switch (ran.runner()) {
            case SHELL -> place(run.target(), texts);
            case SQL -> texts.get(ran.changing() ? "runner.sql.changing" : "runner.sql", ran.at());
            case HTTP -> texts.get("runner.http");
            case PROMQL -> texts.get("runner.promql", ran.at());
            case NONE -> texts.get("runner.none");
        };
        if (ran.runner() == Runner.NONE) {
            return where;
        }
        return limit.isZero()
                ? texts.get("command.endless", where)
                : texts.get("command.place", where, figures.length(limit));
    }

    /// Says on hovering why a button can't act; the holder around it, for a disabled node gets no mouse.
    static void because(Node holder, @Nullable String reason) {
        Tooltip.uninstall(holder, null);
        if (reason != null) {
            Tooltip.install(holder, new Tooltip(reason));
        }
    }

    static Label environmentChip(Target target, Texts texts, Locale locale) {
        Label chip = word(
                environment(target, texts, locale),
                "chip-env",
                "small",
                target.kind().name().toLowerCase(Locale.ROOT));
        if (target.kind() == Target.Kind.PRODUCTION) {
            chip.setGraphic(new FontIcon("fth-server"));
        }
        return chip;
    }

    static Label riskChip(Risk risk, Texts texts) {
        String name = risk.name().toLowerCase(Locale.ROOT);
        Label chip = word(texts.get("risk." + name), "risk-" + name);
        chip.setGraphic(new FontIcon(
                switch (risk) {
                    case SAFE -> "fth-eye";
                    case MUTATING -> "fth-edit-2";
                    case DISRUPTIVE -> "fth-refresh-cw";
                    case DESTRUCTIVE -> "fth-alert-octagon";
                }));
        return chip;
    }
}
