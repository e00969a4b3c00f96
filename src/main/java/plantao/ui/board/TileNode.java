package plantao.ui.board;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import plantao.alert.Trail;
import plantao.desk.ServiceTile;
import plantao.desk.Surroundings;
import plantao.desk.SystemBoard;
import plantao.probe.Reading;
import plantao.ui.fx.Figures;
import plantao.ui.fx.Fonts;
import plantao.ui.fx.Mark;
import plantao.ui.fx.Nodes;
import plantao.ui.fx.OptionalChildren;
import plantao.ui.fx.Texts;
import plantao.ui.fx.Tip;

/// A service's tile: state, what was found, how long answers take, how much of the time it was there and how much
/// it may still fail this month.
final class TileNode extends VBox {
    private static final Duration SPAN = Duration.ofMinutes(10);

    private final Texts texts;
    private final Figures figures;
    private final Mark mark = new Mark(Mark.Kind.UNKNOWN, 16);
    private final Label name = new Label();
    private final Label state = new Label();
    private final Label detail = new Label();
    private final Label value = new Label();
    private final Label unit = new Label();
    private final Label uptime = new Label();
    private final Label sla = new Label();
    private final ProgressBar budget = new ProgressBar(0);
    private final Label left = new Label();
    private final Tip slaTip = Tip.on(budget, left);
    private final Tip stateTip = Tip.on(state);
    private final Tip nameTip = Tip.on(name);
    private final Tip uptimeTip = Tip.on(uptime);
    private final Sparkline spark = new Sparkline(136, 32);
    private final HBox line;
    private final HBox foot;
    private final OptionalChildren footParts;
    private boolean dense;
    private String longer = "";
    private String shorter = "";
    private List<Surroundings.Mark> changes = List.of();

    TileNode(Texts texts, Figures figures) {
        this.texts = texts;
        this.figures = figures;
        getStyleClass().add("tile");
        setFocusTraversable(true);
        name.getStyleClass().add("t-name");
        state.getStyleClass().add("tile-state");
        detail.getStyleClass().add("t-muted");
        detail.setMaxWidth(Double.MAX_VALUE);
        value.getStyleClass().add("t-name");
        unit.getStyleClass().add("t-muted");
        uptime.getStyleClass().add("t-muted");
        sla.getStyleClass().add("t-muted");
        for (Label whole : List.of(state, value, unit, uptime, sla, left)) {
            whole.setMinWidth(Region.USE_PREF_SIZE);
        }
        budget.setMinWidth(32);
        budget.setPrefWidth(32);
        HBox.setHgrow(name, Priority.ALWAYS);
        name.setMaxWidth(Double.MAX_VALUE);
        HBox head = new HBox(8, mark, name, state);
        head.setAlignment(Pos.CENTER_LEFT);
        HBox figure = new HBox(3, value, unit);
        figure.setAlignment(Pos.BASELINE_RIGHT);
        figure.setMaxHeight(Region.USE_PREF_SIZE);
        line = new HBox(8, spark, grow(), figure);
        foot = new HBox(6, uptime, sla, grow(), budget, left);
        footParts = new OptionalChildren(foot);
        for (HBox row : List.of(line, foot)) {
            row.setAlignment(Pos.CENTER_LEFT);
        }
        foot.widthProperty().addListener((_, _, _) -> fit());
        detail.widthProperty().addListener((_, _, _) -> fitDetail());
        getChildren().setAll(head, detail, line, foot);
    }

    private static Region grow() {
        Region region = new Region();
        HBox.setHgrow(region, Priority.ALWAYS);
        return region;
    }

    void dense(boolean on) {
        dense = on;
        setAlignment(on ? Pos.CENTER_LEFT : Pos.TOP_LEFT);
        name.setWrapText(!on);
        for (Region part : List.of(detail, line, foot)) {
            part.setVisible(!on);
            part.setManaged(!on);
        }
    }

    void show(ServiceTile tile, SystemBoard system, Instant now) {
        ServiceLook look = ServiceLook.of(tile, system, now);
        Nodes.style(this, "tile", dense ? "dense" : "comfortable", look.style);
        mark.setKind(look.mark);
        name.setText(Fonts.drawable(tile.name()));
        nameTip.setText(texts.get("line", String.valueOf(tile.service().origin().line())) + " · " + name.getText());
        state.setText(ServiceLook.word(tile, system, look, now, texts, figures));
        Instant since = tile.health().since();
        stateTip.setText(since == null ? state.getText() : texts.get("since", state.getText(), figures.exact(since)));
        about(tile, look);
        setAccessibleText(tile.name() + ", " + state.getText() + ", " + detail.getText());
        boolean probed = tile.probe() != null;
        changes = system.circumstances().marks();
        line.setVisible(probed && !dense);
        foot.setVisible(probed && tile.uptime().all() > 0 && !dense);
        if (probed && !dense) {
            showLine(tile, look, now);
            showFoot(tile);
        }
    }

    private void about(ServiceTile tile, ServiceLook look) {
        String all = detail(tile, look);
        String before = tile.service().provider() == null
                ? ""
                : Fonts.drawable(tile.service().provider() + " · ");
        boolean secondary = tile.probe() != null && !before.isEmpty() && all.startsWith(before);
        longer = all;
        shorter = secondary
                ? all.substring(before.length())
                : tile.health().last() instanceof Reading.Down down && all.startsWith(reason(down))
                        ? reason(down)
                        : all;
        fitDetail();
    }

    private String reason(Reading.Down down) {
        return Fonts.drawable(texts.said(down.reason()));
    }

    /// The supplier's name gives way to what was found where there is no room for both, and the number of failures
    /// to
    /// the reason.
    private void fitDetail() {
        detail.setText(longer);
        if (detail.getWidth() > 0 && !shorter.equals(longer) && detail.prefWidth(-1) > detail.getWidth() + 1) {
            detail.setText(shorter);
        }
    }

    private void showLine(ServiceTile tile, ServiceLook look, Instant now) {
        boolean down = look == ServiceLook.DOWN || look == ServiceLook.DOWN_CONSEQUENCE;
        spark.show(tile.latency(), now, span(tile.latency(), now), List.of(), Double.NaN, true, down);
        spark.mark(changes, now, span(tile.latency(), now));
        Instant since = tile.health().since();
        if (down && since != null) {
            value.setText(figures.length(Duration.between(since, now)));
            unit.setText("");
        } else if (tile.health().last() instanceof Reading.Up up) {
            value.setText(figures.number(Math.max(1, up.took().toMillis())));
            unit.setText("ms");
        } else {
            value.setText("");
            unit.setText(tile.health().last() instanceof Reading.Down ? texts.get("noanswer") : "");
        }
        Nodes.style(value, "label", "t-name", down ? "c-danger" : look == ServiceLook.STALE ? "c-muted" : "c-strong");
    }

    private void showFoot(ServiceTile tile) {
        Instant from = tile.uptime().from();
        uptime.setText(texts.get("uptime", figures.number(tile.uptime().percent())));
        uptimeTip.setText(
                from == null
                        ? uptime.getText()
                        : texts.get(
                                "uptime.since",
                                tile.uptime().good(),
                                tile.uptime().all(),
                                figures.exact(from)));
        sla.setText(
                tile.service().sla() == null
                        ? ""
                        : texts.get("sla", Fonts.drawable(tile.service().sla().replaceFirst("\\s*%\\s*$", ""))));
        Optional<ErrorBudget> month = ErrorBudget.of(tile);
        footParts.show(budget, month.isPresent());
        footParts.show(left, month.isPresent());
        month.ifPresent(this::showBudget);
        fit();
    }

    private void showBudget(ErrorBudget month) {
        budget.setProgress(month.share());
        String colour = month.spent() ? "danger" : month.low() ? "warning" : "normal";
        Nodes.style(budget, "progress-bar", colour);
        Nodes.style(left, "label", "t-muted", month.spent() ? "c-danger" : month.low() ? "c-warning" : "c-muted");
        left.setText(month.spent() ? texts.get("budget.spent") : texts.get("budget.left", figures.age(month.left())));
        slaTip.setText(texts.get("budget.about", figures.length(month.whole())));
    }

    /// The promise gives way to what is left of it where there is no room for both.
    private void fit() {
        double wanted = uptime.prefWidth(-1) + sla.prefWidth(-1) + 24;
        if (left.getParent() != null) {
            wanted += 32 + left.prefWidth(-1);
        }
        boolean room = foot.getWidth() <= 0 || wanted <= foot.getWidth();
        sla.setVisible(room);
        sla.setManaged(room);
    }

    /// A young trail fills the line; later the line shows the last ten minutes.
    static Duration span(Trail trail, Instant now) {
        if (trail.points().isEmpty()) {
            return SPAN;
        }
        Duration age = Duration.between(trail.points().getFirst().at(), now).plusSeconds(1);
        return age.compareTo(SPAN) < 0 ? age : SPAN;
    }

    private String detail(ServiceTile tile, ServiceLook look) {
        if (look == ServiceLook.BLIND) {
            return texts.get("blind.about");
        }
        if (tile.cause() != null && (look == ServiceLook.DEGRADED || look == ServiceLook.DOWN_CONSEQUENCE)) {
            String because = texts.get("because", String.valueOf(tile.cause()));
            // what is wrong with it by itself, a certificate that runs out, is nobody else's doing
            String own = tile.health().last() instanceof Reading.Up up && up.concern() != null
                    ? texts.said(up.concern()) + " · "
                    : "";
            return Fonts.drawable(own + because);
        }
        String provider =
                tile.service().provider() == null ? "" : tile.service().provider() + " · ";
        String found = switch (tile.health().last()) {
            case null -> tile.probe() == null ? texts.get("noprobe.about") : texts.get("state.waiting");
            case Reading.Down down ->
                texts.get("failures", texts.said(down.reason()), tile.health().bad());
            case Reading.NoData none -> texts.said(none.reason());
            case Reading.Up up -> up.concern() == null ? provider + texts.said(up.detail()) : texts.said(up.concern());
        };
        boolean known = tile.probe() == null && tile.service().provider() != null;
        return Fonts.drawable(
                known
                        ? provider
                                + (tile.service().responsibility() == null
                                        ? texts.get("state.noprobe")
                                        : tile.service().responsibility())
                        : found);
    }
}
