package plantao.ui.handoff;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import plantao.desk.Board;
import plantao.desk.Drafts;
import plantao.journal.Handoff;
import plantao.journal.Remark;
import plantao.journal.Shift;
import plantao.ui.fx.Figures;
import plantao.ui.fx.Fonts;
import plantao.ui.fx.Nodes;
import plantao.ui.fx.Texts;

/// What goes on around a handoff: the questions about it, the shift that follows.
final class Handover {
    private Handover() {}

    /// Says where the end of the shift leaves a file, if anywhere.
    static void leaves(Board board, Label said, Texts texts) {
        String folder = board.current().map(Drafts::handoffFolder).orElse("");
        Nodes.show(said, !folder.isEmpty());
        said.setText(texts.get("end.file", folder));
    }

    /// When the next shift ends if it is as long as the one before was planned; empty when that had no planned end.
    static Optional<Instant> nextEnd(Board board, Handoff handoff) {
        Shift before = board.journal().shifts().stream()
                .filter(s -> s.id().equals(handoff.shift()))
                .findFirst()
                .orElse(null);
        Instant end = before == null ? null : before.until();
        Duration planned = before == null ? null : before.planned();
        if (end == null || planned == null) {
            return Optional.empty();
        }
        Instant next = end.plus(planned);
        return next.isAfter(board.now()) ? Optional.of(next) : Optional.empty();
    }

    /// When it was written, and accepted by whom.
    static String said(Handoff h, Texts texts, Figures figures) {
        String at = minute(figures, h.written());
        return h.accepted() == null || h.acceptedBy() == null
                ? texts.get("subtitle.waiting", at)
                : texts.get("subtitle.accepted", at, Fonts.drawable(h.acceptedBy()), minute(figures, h.accepted()));
    }

    private static String minute(Figures figures, Instant at) {
        return figures.exact(at).substring(0, 16);
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
