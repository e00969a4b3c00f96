package plantao.ui.board;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import plantao.alert.Alert;
import plantao.alert.Scale;
import plantao.desk.Board;
import plantao.desk.Event;
import plantao.desk.ServiceTile;
import plantao.desk.SystemBoard;
import plantao.journal.Detail;
import plantao.journal.Entry;
import plantao.probe.Reading;
import plantao.runbook.ProbeSpec.Subject;
import plantao.ui.fx.Figures;
import plantao.ui.fx.Fonts;
import plantao.ui.fx.Mark;
import plantao.ui.fx.Texts;
import plantao.ui.fx.UiContext;

/// All that is known of one service: how it stands, what it hangs on, what its last failures looked like, what
/// happened to it, and what can be done.
final class ServiceDrawer {
    private static final Scale MILLIS = new Scale("ms", true, null, null, null, null, Set.of());

    private final UiContext desktop;
    private final Texts texts;
    private final Figures figures;
    private final BoardPrompts asking;
    private final DrawerSubject chosen;
    private final Drawer drawer;
    private final RelatedLines related;

    ServiceDrawer(UiContext desktop, Texts texts, BoardPrompts asking, Runnable close) {
        this.desktop = desktop;
        this.texts = texts;
        this.figures = desktop.figures();
        this.asking = asking;
        this.chosen = new DrawerSubject(desktop, texts, close);
        this.drawer = chosen.drawer();
        this.related = chosen.related();
    }

    Region root() {
        return drawer;
    }

    void choose(String of, String name) {
        chosen.choose(of, name, this::show);
    }

    /// Draws it anew when something about it has changed.
    void show(Board board) {
        SystemBoard s = chosen.system(board);
        ServiceTile tile = s == null ? null : tile(s);
        if (s == null || tile == null) {
            return;
        }
        CourseView line = tile.probe() == null ? null : chosen.course(known(s, tile));
        Object now = List.of(
                tile.health(),
                s.circumstances().failures(),
                s.circumstances().mutes(),
                board.journal().entries().size(),
                s.services().stream()
                        .map(t -> ServiceLook.of(t, s, board.now()))
                        .toList());
        chosen.draw(now, () -> draw(s, tile, line, board));
    }

    private static CourseView.Known known(SystemBoard s, ServiceTile tile) {
        return new CourseView.Known(
                new CourseView.Of(s.name(), Subject.SERVICE, tile.name()),
                tile.latency(),
                tile.interval(),
                MILLIS,
                s.circumstances().marks());
    }

    private @Nullable ServiceTile tile(SystemBoard s) {
        return s.services().stream()
                .filter(t -> t.name().equals(chosen.name()))
                .findFirst()
                .orElse(null);
    }

    private void draw(SystemBoard s, ServiceTile tile, @Nullable CourseView line, Board board) {
        Instant now = board.now();
        ServiceLook look = ServiceLook.of(tile, s, now);
        List<Node> parts = new ArrayList<>();
        Instant since = tile.health().since();
        parts.add(drawer.text(
                ServiceLook.word(tile, s, look, now, texts, figures)
                        + (since == null ? "" : " · " + texts.get("drawer.since", figures.exact(since))),
                "t-body"));
        parts.add(drawer.text(found(tile), "t-muted"));
        if (tile.health().last() instanceof Reading.Down failed) {
            related.advice(failed.reason(), parts);
        }
        if (tile.cause() != null) {
            parts.add(drawer.text(texts.get("because", tile.cause()), "t-muted"));
        }
        parts.add(actions(s, tile));
        if (line != null) {
            parts.add(drawer.section(texts.get("drawer.answer")));
            parts.add(line);
        }
        depends(s, tile, now, parts);
        related.rules(s, about(s, tile), now, parts);
        related.failures(s.failures(tile), parts);
        new PastEvents(drawer, texts, figures)
                .add(board, s.name(), e -> told(e, tile), s.circumstances().marks(), parts);
        drawer.fill(look.mark, Fonts.drawable(tile.name()), parts);
    }

    private String found(ServiceTile tile) {
        String last = switch (tile.health().last()) {
            case null -> texts.get(tile.probe() == null ? "noprobe.about" : "state.waiting");
            case Reading.Up up ->
                up.concern() == null
                        ? texts.said(up.detail())
                        : texts.said(up.detail()) + ": " + texts.said(up.concern());
            case Reading.Down down -> texts.said(down.reason());
            case Reading.NoData none -> texts.said(none.reason());
        };
        String url = tile.service().url();
        String line = texts.get("line", String.valueOf(tile.service().origin().line()));
        return Fonts.drawable(url == null ? last + " · " + line : last + " · " + url + " · " + line);
    }

    private HBox actions(SystemBoard s, ServiceTile tile) {
        Button probe = new Button(texts.get("drawer.probe"));
        probe.setId("probe-now");
        probe.getStyleClass().add("small");
        probe.setDisable(tile.probe() == null);
        probe.setOnAction(_ -> desktop.send(new Event.ProbeNow(s.name(), tile.name())));
        Button silence = new Button(texts.get("alert.silence"));
        silence.getStyleClass().add("small");
        silence.setOnAction(_ -> asking.silence(s, null, tile.name()));
        HBox row = new HBox(8, probe, silence);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private void depends(SystemBoard s, ServiceTile tile, Instant now, List<Node> parts) {
        List<ServiceTile> needs = s.services().stream()
                .filter(t -> tile.needs().contains(t.name()))
                .toList();
        List<ServiceTile> needed = s.services().stream()
                .filter(t -> t.needs().contains(tile.name()))
                .toList();
        if (!needs.isEmpty()) {
            parts.add(drawer.section(texts.get("drawer.needs")));
            needs.forEach(t -> parts.add(neighbour(s, t, now)));
        }
        if (!needed.isEmpty()) {
            parts.add(drawer.section(texts.get("drawer.needed")));
            needed.forEach(t -> parts.add(neighbour(s, t, now)));
        }
    }

    private HBox neighbour(SystemBoard s, ServiceTile t, Instant now) {
        ServiceLook look = ServiceLook.of(t, s, now);
        Button name = new Button(Fonts.drawable(t.name()));
        name.getStyleClass().addAll("small", "link");
        name.setOnAction(_ -> asking.details(s.name(), t.name()));
        Label word = new Label(ServiceLook.word(t, s, look, now, texts, figures));
        word.getStyleClass().add("t-muted");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox row = new HBox(8, new Mark(look.mark, 12), name, space, word);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private static List<Alert> about(SystemBoard s, ServiceTile tile) {
        return s.alerts().stream()
                .filter(a -> tile.name().equals(SystemBoard.about(a)))
                .toList();
    }

    private @Nullable String told(Entry e, ServiceTile tile) {
        return switch (e.detail()) {
            case Detail.ServiceDown d
            when d.service().equals(tile.name()) -> texts.get("drawer.down", texts.said(d.reason()));
            case Detail.ServiceUp u
            when u.service().equals(tile.name()) ->
                texts.get("drawer.up", figures.length(Duration.ofMillis(u.downMillis())));
            case Detail.Blinded _ -> texts.get("drawer.blind");
            case Detail.Paused p -> texts.get("drawer.paused", figures.length(Duration.between(p.from(), p.until())));
            default -> null;
        };
    }
}
