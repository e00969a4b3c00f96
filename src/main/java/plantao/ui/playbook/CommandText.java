package plantao.ui.playbook;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import plantao.ui.fx.Fonts;
import plantao.values.ResolvedCommand;

/// A resolved command as it will run: the pieces that were filled in stand out, secrets are dots.
final class CommandText extends TextFlow {
    /// A value longer than this is drawn as plain text in the accent's colour, which can be broken over lines.
    private static final int ONE_BOX = 48;

    CommandText() {
        getStyleClass().add("command");
    }

    void show(List<ResolvedCommand.Piece> pieces) {
        List<Node> nodes = new ArrayList<>();
        for (ResolvedCommand.Piece piece : pieces) {
            nodes.add(node(piece));
        }
        getChildren().setAll(nodes);
    }

    private static Node node(ResolvedCommand.Piece piece) {
        String text = Fonts.drawable(piece.text());
        if (piece.kind() == ResolvedCommand.Piece.Kind.PLAIN || text.length() > ONE_BOX || text.contains("\n")) {
            Text plain = new Text(text);
            plain.getStyleClass().add("t-command");
            if (piece.kind() != ResolvedCommand.Piece.Kind.PLAIN) {
                plain.getStyleClass()
                        .add(piece.kind() == ResolvedCommand.Piece.Kind.MISSING ? "c-warning" : "c-accent");
                plain.setUnderline(true);
            }
            return plain;
        }
        Label box = PlaybookNodes.word(text, "variable");
        if (piece.kind() == ResolvedCommand.Piece.Kind.MISSING) {
            box.getStyleClass().add("missing");
        }
        if (piece.name() != null) {
            box.setTooltip(new Tooltip(piece.name()));
        }
        return box;
    }
}
