package plantao.ui.handoff;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import plantao.desk.Board;
import plantao.journal.Handoff;
import plantao.journal.Remark;
import plantao.journal.Shift;
import plantao.ui.fx.Figures;
import plantao.ui.fx.Fonts;
import plantao.ui.fx.Texts;

/// What goes on around a handoff: the questions about it, the shift that follows.
final class Handover {
    private Handover() {}

    /// When the next shift ends if it is as long as the one before was planned; empty when that had no planned end.
    static Optional<Instant> nextEnd(Board board, Handoff handoff) {
        Shift before = board.journal().shifts().stream()
                .filter(s -> s.id().equals(handoff.shift()))
                .findFirst()
                .orElse(null);
        Instant end = before == null ? null : before.until();
        if (before == null || end == null) {
            return Optional.empty();
        }
        Instant next = end.plus(Duration.between(before.started(), end));
        return next.isAfter(board.now()) ? Optional.of(next) : Optional.empty();
    }

    /// A question or an answer.
    static Node remark(Remark remark, Texts texts, Figures figures) {
        Label text = new Label(Fonts.drawable(remark.text()));
        text.getStyleClass().add("t-body");
        text.setWrapText(true);
        Label who = new Label(texts.get("remark.by", Fonts.drawable(remark.by()), figures.utcShort(remark.at())));
        who.getStyleClass().add("t-muted");
        who.setTooltip(new Tooltip(figures.exact(remark.at())));
        VBox box = new VBox(2, text, who);
        box.getStyleClass().add("remark");
        return box;
    }
}
