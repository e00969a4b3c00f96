package plantao.ui.board;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import plantao.alert.Alert;
import plantao.alert.Condition;
import plantao.desk.AlertOrder;
import plantao.desk.Board;
import plantao.desk.Event;
import plantao.desk.Mute;
import plantao.desk.Surroundings;
import plantao.desk.SystemBoard;
import plantao.journal.Detail;
import plantao.journal.Entry;
import plantao.journal.Repeats;
import plantao.probe.Reading;
import plantao.runbook.Maintenance;
import plantao.ui.fx.Figures;
import plantao.ui.fx.Mark;
import plantao.ui.fx.OptionalChildren;
import plantao.ui.fx.RowSync;
import plantao.ui.fx.Texts;
import plantao.ui.fx.UiContext;

/// The alerts: those that wait, those that hold but not yet long enough, what was resolved lately, and the
/// recurring work the runbook names.
final class AlertsPanel extends VBox {
    private static final Duration LATELY = Duration.ofHours(24);
    private static final int MOST = 5;
    /// So many that hold but not yet long enough are shown.
    private static final int HOLDING = 40;

    /// From so many on they can be acknowledged at once.
    private static final int MANY = 5;

    /// Below this width the bell gives way to the words.
    private static final double NARROW = 420;

    /// What keeps alerts quiet, and how many.
    private record Kept(String system, Mute mute, int alerts) {}

    private final Texts texts;
    private final FontIcon bell = new FontIcon("fth-bell");
    private boolean tabbed;
    private final Label title = new Label();
    private final Label summary = new Label();
    private final Label hint = new Label();
    private final AlertStack alerts;
    private final Set<String> open = new HashSet<>();
    private final VBox pending = new VBox();
    private final VBox recent = new VBox();
    private final VBox recurring = new VBox();
    private final Label recentTitle;
    private final Label recurringTitle;
    private final Label calmTitle = new Label();
    private final Label calmText = new Label();
    private final HBox calm = new HBox(12);
    private final HBox header;
    private final OptionalChildren headerParts;
    private final VBox content = new VBox();
    private final OptionalChildren parts;
    private final RowSync<AlertItem.One, PendingRow> pendingRows;
    private final RowSync<Kept, MuteRow> muteRows;
    private final VBox mutes = new VBox();
    private final Button acknowledgeAll = new Button();
    private final HBox acknowledgeBox = new HBox(acknowledgeAll);
    private final UiContext desktop;
    private final Runnable again;
    private boolean several;
    private String first = "";
    private final RowSync<Entry, FactRow> recentRows;
    private final RowSync<Maintenance, FactRow> recurringRows;

    /// @param again shows the board once more: what is open was changed
    AlertsPanel(UiContext desktop, Texts texts, BoardPrompts asking, Runnable again) {
        this.again = again;
        this.texts = texts;
        this.desktop = desktop;
        Figures figures = desktop.figures();
        getStyleClass().add("panel");
        title.setText(texts.get("alerts"));
        title.getStyleClass().add("t-name");
        title.setMinWidth(Region.USE_PREF_SIZE);
        summary.getStyleClass().add("t-muted");
        summary.setMinWidth(Region.USE_PREF_SIZE);
        hint.getStyleClass().add("t-muted");
        hint.setText(texts.get("alerts.hint"));
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Button past = new Button(texts.get("alerts.history"));
        past.setId("alert-history");
        past.getStyleClass().addAll("small", "link");
        past.setMinWidth(Region.USE_PREF_SIZE);
        past.setOnAction(_ -> asking.history());
        header = new HBox(bell, title, summary, space, hint, past);
        header.getStyleClass().add("panel-header");
        calmTitle.getStyleClass().add("t-name");
        calmTitle.setText(texts.get("alert.none"));
        calmText.getStyleClass().add("t-muted");
        calmText.setWrapText(true);
        calm.setAlignment(Pos.CENTER_LEFT);
        calm.setPadding(new Insets(16));
        calm.getChildren().setAll(new Mark(Mark.Kind.UP, 20), new VBox(2, calmTitle, calmText));
        recentTitle = section("recent");
        recurringTitle = section("recurring");
        acknowledgeAll.getStyleClass().add("small");
        acknowledgeAll.setId("acknowledge-all");
        Label cap = new Label("Ctrl A");
        cap.getStyleClass().add("keycap");
        acknowledgeAll.setGraphic(cap);
        acknowledgeAll.setContentDisplay(ContentDisplay.RIGHT);
        acknowledgeBox.getStyleClass().add("list-row");
        acknowledgeBox.setAlignment(Pos.CENTER_LEFT);
        // the last row's rule falls behind the panel's own edge, whatever row that is; the scroll pane adds two
        content.setPadding(new Insets(0, 0, -3, 0));
        ScrollPane scroll = new NaturalScroll(content);
        alerts = new AlertStack(
                scroll,
                () -> new AlertRow(desktop, texts, asking),
                () -> new KindRow(texts, figures),
                this::draw,
                (row, kind) ->
                        row.show(kind, desktop.now().now(), () -> toggle(kind), () -> acknowledge(kind.alerts())));
        content.getChildren()
                .setAll(acknowledgeBox, alerts, calm, pending, mutes, recentTitle, recent, recurringTitle, recurring);
        headerParts = new OptionalChildren(header);
        parts = new OptionalChildren(content);
        widthProperty().subscribe(this::fit);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().setAll(header, scroll);
        pendingRows = new RowSync<>(
                pending.getChildren(),
                AlertItem.One::id,
                _ -> new PendingRow(texts, figures),
                (row, r) -> row.show(r.alert(), desktop.now()));
        muteRows = new RowSync<>(
                mutes.getChildren(),
                k -> k.system()
                        + k.mute().silence()
                        + k.mute().title()
                        + k.mute().from(),
                _ -> new MuteRow(desktop, texts),
                (row, k) ->
                        row.show(k.system(), k.mute(), k.alerts(), desktop.now().now()));
        recentRows = new RowSync<>(
                recent.getChildren(), Entry::id, _ -> new FactRow(new Mark(Mark.Kind.UP, 16)), (row, e) -> {
                    if (e.detail() instanceof Detail.AlertCleared(String _, String name, long lasted)) {
                        row.show(
                                name,
                                texts.get("recent.lasted", figures.length(Duration.ofMillis(lasted))),
                                figures.utcShort(e.at()) + " UTC");
                    }
                });
        recurringRows = new RowSync<>(
                recurring.getChildren(), m -> m, _ -> new FactRow(new FontIcon("fth-calendar")), (row, m) -> {
                    String often = often(m);
                    String line = texts.get("line", String.valueOf(m.origin().line()));
                    row.show(m.title(), often.isEmpty() ? line : often + " · " + line, "");
                });
    }

    // As the runbook puts it, else how often.
    private String often(Maintenance m) {
        String key = "cadence." + m.cadence();
        return m.when() != null ? m.when() : texts.bundle().containsKey(key) ? texts.get(key) : "";
    }

    /// @param on whether a tab above says already what this is
    void tabbed(boolean on) {
        tabbed = on;
        headerParts.show(title, !on);
        fit(getWidth());
    }

    private void fit(Number width) {
        boolean narrow = width.doubleValue() > 0 && width.doubleValue() < NARROW;
        headerParts.show(bell, !narrow || tabbed);
    }

    HBox header() {
        return header;
    }

    private Label section(String key) {
        Label label = new Label(texts.get(key));
        label.getStyleClass().addAll("section-header", "t-muted", "t-strong");
        label.setMaxWidth(Double.MAX_VALUE);
        return label;
    }

    /// Shows the alerts of these systems that the sieve lets through.
    void show(List<SystemBoard> systems, BoardFilter sieve, Board board) {
        several = systems.size() > 1;
        List<AlertItem.One> active = new ArrayList<>();
        List<AlertItem.One> holding = new ArrayList<>();
        List<Kept> kept = new ArrayList<>();
        int watched = 0;
        int all = 0;
        for (SystemBoard s : systems) {
            Set<Surroundings.Mark> told = new HashSet<>();
            for (Alert a : s.activeAlerts()) {
                if (sieve.lets(a, s)) {
                    Surroundings.Mark mark = AlertRow.suspect(a, s);
                    active.add(new AlertItem.One(s.name(), a, mark != null && told.add(mark)));
                }
            }
            s.alerts().stream()
                    .filter(a -> a.state() instanceof Alert.State.Pending && sieve.lets(a, s))
                    .forEach(a -> holding.add(new AlertItem.One(s.name(), a, false)));
            List<Mute> reasons = s.mutedAlerts().stream().map(s::mute).toList();
            s.circumstances()
                    .mutes()
                    .forEach(m -> kept.add(new Kept(s.name(), m, (int)
                            reasons.stream().filter(m::equals).count())));
            watched += (int) s.alerts().stream()
                    .filter(a -> !(a.rule().condition() instanceof Condition.Unwatched))
                    .count();
            all += s.alerts().size();
        }
        if (several) {
            active.sort(Comparator.comparingInt((AlertItem.One r) -> AlertOrder.rank(r.alert()))
                    .thenComparing(r -> r.alert().rule().level()));
        }
        List<AlertItem> items = AlertKinds.of(active, systems, open);
        first = items.isEmpty() ? "" : items.getFirst().id();
        alerts.show(items, active.size() >= AlertKinds.FLOOD);
        List<AlertItem.One> unseen =
                active.stream().filter(r -> r.alert().unacknowledged()).toList();
        acknowledgeAll.setText(texts.get("alerts.acknowledge.all", unseen.size()));
        acknowledgeAll.setOnAction(_ -> acknowledge(unseen));
        parts.show(acknowledgeBox, unseen.size() >= MANY);
        pendingRows.showAnew(holding.subList(0, Math.min(HOLDING, holding.size())));
        muteRows.showAnew(kept);
        int waiting = unseen.size();
        int firing = (int) active.stream().filter(r -> r.alert().firing()).count();
        summary.setText(active.isEmpty() ? texts.get("alerts.none") : texts.get("alerts.summary", firing, waiting));
        headerParts.show(hint, active.size() > 1 && getWidth() > 470);
        parts.show(calm, active.isEmpty());
        int unwatched = all - watched;
        boolean approved = systems.stream().allMatch(s -> s.trust().full());
        String about = watched == 0 && unwatched > 0 ? "" : texts.get("alert.none.about", watched) + " ";
        String rest = unwatched == 0 ? "" : texts.get(approved ? "alert.unwatched" : "alert.unapproved", unwatched);
        calmText.setText((about + rest).strip() + " " + checked(systems, board));
        drawRecent(systems, board, active);
        // what can wait is shown only while nothing else asks for the eye
        List<Maintenance> work =
                active.isEmpty() && !several ? systems.getFirst().runbook().maintenance() : List.of();
        recurringRows.show(work.subList(0, Math.min(MOST, work.size())));
        parts.show(recurringTitle, !work.isEmpty());
    }

    /// How long ago anything was measured last: a board that stands still must not look calm.
    private String checked(List<SystemBoard> systems, Board board) {
        return systems.stream()
                .flatMap(s -> s.services().stream())
                .map(t -> t.health().last())
                .filter(r -> r instanceof Reading.Up || r instanceof Reading.Down)
                .map(Reading::at)
                .max(Comparator.naturalOrder())
                .map(at -> texts.get("alert.none.checked", desktop.figures().age(Duration.between(at, board.now()))))
                .orElse("");
    }

    private void drawRecent(List<SystemBoard> systems, Board board, List<AlertItem.One> active) {
        Set<String> still = active.stream().map(AlertItem.One::id).collect(Collectors.toSet());
        Set<String> names = systems.stream().map(SystemBoard::name).collect(Collectors.toSet());
        List<Entry> lately = board.journal().entries().reversed().stream()
                .takeWhile(e -> Duration.between(e.at(), board.now()).compareTo(LATELY) < 0)
                .filter(e -> names.contains(e.system()))
                .toList();
        List<Entry> cleared = Repeats.without(lately.reversed()).reversed().stream()
                .filter(e ->
                        e.detail() instanceof Detail.AlertCleared c && !still.contains(e.system() + "\n" + c.alert()))
                .limit(MOST)
                .toList();
        recentRows.show(cleared);
        parts.show(recentTitle, !cleared.isEmpty());
    }

    private void draw(AlertRow row, AlertItem.One one) {
        desktop.now()
                .system(one.system())
                .ifPresent(s -> row.show(
                        one,
                        s,
                        desktop.now(),
                        new AlertRow.Place(several, one.id().equals(first), alerts.full(one.id()))));
    }

    private void toggle(AlertItem.Many kind) {
        if (!open.remove(kind.id())) {
            open.add(kind.id());
        }
        again.run();
    }

    private void acknowledge(List<AlertItem.One> wanted) {
        Map<String, Set<String>> ids = new LinkedHashMap<>();
        wanted.stream()
                .filter(o -> o.alert().unacknowledged())
                .forEach(o -> ids.computeIfAbsent(o.system(), _ -> new HashSet<>())
                        .add(o.alert().rule().id()));
        ids.forEach((system, all) -> desktop.send(new Event.AcknowledgeAll(system, all)));
    }

    /// Acknowledges all that the sieve lets through.
    boolean acknowledgeShown() {
        boolean any = acknowledgeBox.getParent() != null;
        if (any) {
            acknowledgeAll.fire();
        }
        return any;
    }

    /// Puts the cursor on the first alert, so that J and K go on from there.
    boolean focusFirst() {
        return alerts.focusFirst();
    }
}
