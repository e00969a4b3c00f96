package plantao.ui.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import plantao.journal.Entry;
import plantao.journal.SearchResult;
import plantao.ui.fx.Fonts;
import plantao.ui.fx.Latest;
import plantao.ui.fx.Nodes;
import plantao.ui.fx.Texts;
import plantao.ui.fx.UiContext;
import plantao.ui.incident.TimelineWords;

/// The search over everything that was ever written down: found while it is typed.
public final class SearchCard {
    private static final int MOST = 200;
    private static final List<String> KINDS =
            List.of("incident", "alert", "step", "item", "note", "handoff", "service", "postmortem");
    private static final List<String> TIMES = List.of("24h", "7d", "30d", "365d");

    /// @param typed what was asked for
    private record Answer(String typed, SearchResult found) {}

    private final UiContext desktop;
    private final Texts texts;
    private final Runnable close;
    private final TextField field = new TextField();
    private final ListView<Entry> list = new ListView<>();
    private final TextArea detail = new TextArea();
    private final Label count = new Label();
    private final Label none = new Label();
    private final Latest<Answer> answers = new Latest<>(this::show);
    private final VBox root;
    private @Nullable String asked;

    /// @param close hides the card
    public SearchCard(UiContext desktop, Runnable close) {
        this.desktop = desktop;
        this.texts = desktop.texts(SearchCard.class);
        this.close = close;
        field.setId("search-field");
        field.setPromptText(texts.get("prompt"));
        field.textProperty().addListener((_, _, _) -> ask());
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        list.setId("search-list");
        TimelineWords telling = TimelineWords.of(desktop);
        list.setCellFactory(_ -> new EntryCell(telling, desktop.figures()));
        list.setFocusTraversable(false);
        list.setPrefHeight(300);
        none.getStyleClass().add("t-muted14");
        none.setWrapText(true);
        list.setPlaceholder(none);
        list.getSelectionModel().selectedItemProperty().addListener((_, _, entry) -> detail(entry));
        list.setOnMouseClicked(click -> {
            if (click.getClickCount() == 2) {
                open();
            }
        });
        detail.setEditable(false);
        detail.setWrapText(true);
        detail.setPrefRowCount(5);
        detail.getStyleClass().add("t-mono");
        detail.setFocusTraversable(false);
        Nodes.show(detail, false);
        count.getStyleClass().add("t-muted");
        root = new VBox(12, field, filters(), list, detail);
        root.getStyleClass().add("dialog-card");
        root.setMaxSize(920, Region.USE_PREF_SIZE);
        root.focusedProperty().addListener(_ -> field.requestFocus());
        show(new Answer("", SearchResult.NOTHING));
    }

    public Parent root() {
        return root;
    }

    private HBox filters() {
        HBox row = new HBox(8);
        List<Entry> known = desktop.now().journal().entries();
        row.getChildren()
                .addAll(
                        menu("system", values(known.stream().map(Entry::system)), Fonts::drawable),
                        menu("kind", KINDS, k -> texts.get("kind." + k)),
                        menu("by", values(known.stream().map(Entry::operator)), Fonts::drawable),
                        menu("since", TIMES, t -> texts.get("since." + t)));
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        row.getChildren().addAll(space, count);
        row.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        return row;
    }

    private static List<String> values(Stream<String> all) {
        return all.filter(v -> !v.isBlank()).distinct().sorted().limit(30).toList();
    }

    private MenuButton menu(String name, List<String> values, UnaryOperator<String> shown) {
        MenuButton button = new MenuButton(texts.get("filter." + name));
        button.setId("search-" + name);
        button.getStyleClass().add("small");
        button.setMnemonicParsing(false);
        List<MenuItem> items = new ArrayList<>();
        MenuItem all = new MenuItem(texts.get("filter.all"));
        all.setOnAction(_ -> filter(name, null));
        items.add(all);
        for (String value : values) {
            MenuItem item = new MenuItem(shown.apply(value));
            item.setMnemonicParsing(false);
            item.setOnAction(_ -> filter(name, value));
            items.add(item);
        }
        button.getItems().setAll(items);
        return button;
    }

    /// A filter is a word of the search, so that it can be typed too.
    private void filter(String name, @Nullable String value) {
        String without = field.getText()
                .replaceAll("(?i)(^|\\s)" + name + ":(\"[^\"]*\"?|\\S+)", "$1")
                .strip();
        String word = value == null ? "" : name + ":" + (value.contains(" ") ? "\"" + value + "\"" : value);
        field.setText((without + " " + Matcher.quoteReplacement(word).replace("\\", "")).strip());
        field.requestFocus();
        field.end();
    }

    /// One question at a time: what is typed meanwhile is asked when the answer is there.
    private void ask() {
        String typed = field.getText().strip();
        if (typed.isEmpty()) {
            show(new Answer("", SearchResult.NOTHING));
        } else if (asked == null) {
            asked = typed;
            desktop.memory().find(typed, MOST, found -> answers.accept(new Answer(typed, found)));
        }
    }

    private void show(Answer answer) {
        boolean own = Objects.equals(asked, answer.typed());
        if (own) {
            asked = null;
        }
        String typed = field.getText().strip();
        if (!typed.isEmpty() && own && !typed.equals(answer.typed())) {
            ask();
        }
        if (typed.isEmpty() != answer.typed().isEmpty()) {
            return;
        }
        list.getItems().setAll(answer.found().entries());
        list.getSelectionModel().selectFirst();
        list.scrollTo(0);
        int size = answer.found().entries().size();
        none.setText(texts.get(typed.isEmpty() ? "hint" : "none"));
        count.setText(typed.isEmpty() ? "" : texts.get(answer.found().more() ? "more" : "count", size));
    }

    private void detail(@Nullable Entry entry) {
        String text = entry == null ? "" : WholeText.text(entry);
        detail.setText(Fonts.drawable(text));
        detail.setScrollTop(0);
        Nodes.show(detail, !text.isBlank());
    }

    private void key(KeyEvent event) {
        switch (event.getCode()) {
            case KeyCode.DOWN -> list.getSelectionModel().selectNext();
            case KeyCode.UP -> list.getSelectionModel().selectPrevious();
            case KeyCode.ENTER -> open();
            default -> {
                return;
            }
        }
        list.scrollTo(Math.max(0, list.getSelectionModel().getSelectedIndex() - 3));
        event.consume();
    }

    private void open() {
        Entry entry = list.getSelectionModel().getSelectedItem();
        if (entry != null && EntryLocation.go(desktop, entry)) {
            close.run();
        }
    }
}
