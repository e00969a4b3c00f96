package plantao.ui.settings;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import plantao.desk.Board;
import plantao.desk.Event;
import plantao.desk.Presence;
import plantao.desk.SystemBoard;
import plantao.store.TeamState;
import plantao.ui.fx.Fonts;
import plantao.ui.fx.Fxml;
import plantao.ui.fx.Latest;
import plantao.ui.fx.RowSync;
import plantao.ui.fx.SegmentedChoice;
import plantao.ui.fx.Texts;
import plantao.ui.fx.Theme;
import plantao.ui.fx.UiContext;
import plantao.ui.fx.View;

/// What can be set: language and colours; how the operator is called; what is open; the log.
public final class SettingsView implements View {
    /// From this width on the panels stand in two columns.
    private static final double TWO = 1000;

    private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.of("pt", "BR"));

    private final Texts texts;
    private final UiContext desktop;
    private final Parent loaded;
    private final TeamWords words;
    private final RowSync<SystemBoard, FolderRow> rows;
    private final EnvironmentsPanel targets;
    private final PlacesPanel messages;

    @FXML
    private HBox languages;

    @FXML
    private GridPane columns;

    @FXML
    private VBox right;

    @FXML
    private HBox colours;

    @FXML
    private HBox readOnly;

    @FXML
    private HBox notification;

    @FXML
    private HBox tone;

    @FXML
    private Button test;

    @FXML
    private Label tested;

    @FXML
    private Button open;

    @FXML
    private VBox folders;

    @FXML
    private Label noFolder;

    @FXML
    private VBox environments;

    @FXML
    private VBox places;

    @FXML
    private Label log;

    @FXML
    private TextField teamUrl;

    @FXML
    private Button teamShare;

    @FXML
    private Label teamState;

    @FXML
    private Label version;

    public SettingsView(UiContext desktop, Preferences preferences) {
        this.desktop = desktop;
        this.texts = desktop.texts(SettingsView.class);
        this.words = new TeamWords(desktop);
        this.loaded = Fxml.load(this, desktop);
        Locale now = desktop.locale().getLanguage().equals("pt") ? LANGUAGES.getLast() : LANGUAGES.getFirst();
        SegmentedChoice.fill(
                languages,
                LANGUAGES,
                SettingsView::own,
                l -> "language-" + l.getLanguage(),
                now,
                preferences.setLanguage());
        SegmentedChoice.fill(
                colours,
                List.of(Theme.values()),
                t -> texts.get("colours." + t.name()),
                t -> "colours-" + t.name(),
                preferences.theme(),
                preferences.setTheme());
        ((Region) loaded).widthProperty().subscribe(width -> arrange(width.doubleValue() >= TWO));
        calling(preferences.calling().get());
        open.setOnAction(
                _ -> preferences.choose().accept(folder -> desktop.send(new Event.OpenFolder(folder.getPath()))));
        teamUrl.setOnAction(_ -> share());
        teamShare.setOnAction(_ -> share());
        String released = SettingsView.class.getPackage().getImplementationVersion();
        version.setText(released == null ? texts.get("version.none") : released);
        rows = new RowSync<>(folders.getChildren(), SystemBoard::name, _ -> new FolderRow(texts), FolderRow::show);
        targets = new EnvironmentsPanel(environments, texts);
        messages = new PlacesPanel(places, desktop, texts);
        desktop.board().addListener((_, _, board) -> draw(board));
        draw(desktop.now());
    }

    @Override
    public Parent root() {
        return loaded;
    }

    private void arrange(boolean two) {
        GridPane.setConstraints(right, two ? 1 : 0, two ? 0 : 1);
        ColumnConstraints half = new ColumnConstraints();
        half.setPercentWidth(two ? 50 : 100);
        columns.getColumnConstraints().setAll(two ? List.of(half, half) : List.of(half));
        columns.setMaxWidth(two ? Double.MAX_VALUE : 912);
    }

    private void calling(CallingPanel calling) {
        CallingPanel.Choice now = calling.now().get();
        onOff(
                notification,
                "notification",
                now.shown(),
                on -> calling.choose()
                        .accept(new CallingPanel.Choice(on, calling.now().get().heard())));
        onOff(
                tone,
                "tone",
                now.heard(),
                on -> calling.choose()
                        .accept(new CallingPanel.Choice(calling.now().get().shown(), on)));
        Latest<CallingPanel.Answer> answers = new Latest<>(this::tested);
        test.setOnAction(_ -> {
            tested.setText(texts.get("calls.testing"));
            calling.test().accept(answers);
        });
    }

    private void onOff(HBox box, String id, boolean now, Consumer<Boolean> chosen) {
        SegmentedChoice.fill(
                box,
                List.of(true, false),
                on -> texts.get(on ? "calls.on" : "calls.off"),
                on -> id + (on ? "-on" : "-off"),
                now,
                chosen);
    }

    private void tested(CallingPanel.Answer answer) {
        tested.setText(texts.get("calls.shown." + answer.shown()) + " " + texts.get("calls.heard." + answer.heard()));
    }

    private void share() {
        desktop.send(new Event.ShareLog(teamUrl.getText().strip()));
    }

    private void drawTeam(Board board) {
        TeamState team = board.team();
        // What is being typed is never taken away.
        if (!teamUrl.isFocused() && !team.url().equals(teamUrl.getUserData())) {
            teamUrl.setUserData(team.url());
            teamUrl.setText(team.url());
        }
        List<String> others = Presence.all(board);
        teamState.setText(words.full(team)
                + (others.isEmpty() ? "" : " " + texts.get("team.here", Fonts.drawable(String.join(", ", others)))));
        teamState
                .getStyleClass()
                .setAll("label", "t-body", TeamWords.bad(team) || TeamWords.wrong(team) ? "c-warning" : "c-default");
    }

    private void draw(Board board) {
        drawTeam(board);
        if (!Boolean.valueOf(board.readOnly()).equals(readOnly.getUserData())) {
            readOnly.setUserData(board.readOnly());
            readOnly.getChildren().clear();
            onOff(readOnly, "read-only", board.readOnly(), on -> desktop.send(new Event.ReadOnly(on)));
        }
        rows.show(board.systems());
        targets.show(board);
        messages.show(board);
        noFolder.setVisible(board.systems().isEmpty());
        noFolder.setManaged(board.systems().isEmpty());
        int entries = board.journal().entries().size();
        log.setText(
                board.logProblem() == null
                        ? texts.get("log.good", entries)
                        : texts.get("log.bad", board.unsaved().size(), texts.said(String.valueOf(board.logProblem()))));
        log.getStyleClass().setAll("label", "t-body", board.logProblem() == null ? "c-default" : "c-danger");
    }

    /// A language's name in itself: `English`, `Português`.
    static String own(Locale language) {
        String name = language.getDisplayLanguage(language);
        return name.substring(0, 1).toUpperCase(language) + name.substring(1);
    }
}
