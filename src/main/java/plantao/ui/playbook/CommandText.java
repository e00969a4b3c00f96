package plantao.ui.playbook;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import plantao.ui.fx.Fonts;
import plantao.values.Resolved;

/// A resolved command as it will run: the pieces that were filled in stand out, secrets are dots.
final class CommandText extends TextFlow {
    /// A value longer than this is drawn as plain text in the accent's colour, which can be broken over lines.
    private static final int ONE_BOX = 48;

    CommandText() {
        getStyleClass().add("command");
    }

    void show(List<Resolved.Piece> pieces) {
        List<Node> nodes = new ArrayList<>();
        for (Resolved.Piece piece : pieces) {
            nodes.add(node(piece));
        }
        getChildren().setAll(nodes);
    }

    private static Node node(Resolved.Piece piece) {
        String text = Fonts.drawable(piece.text());
        if (piece.kind() == Resolved.Piece.Kind.PLAIN || text.length() > ONE_BOX || text.contains("\n")) {
            Text plain = new Text(text);
            plain.getStyleClass().add("t-command");
            if (piece.kind() != Resolved.Piece.Kind.PLAIN) {
                plain.getStyleClass().add(piece.kind() == Resolved.Piece.Kind.MISSING ? "c-warning" : "c-accent");
                plain.setUnderline(true);
            }
            return plain;
        }
        Label box = Parts.word(text, "variable");
        if (piece.kind() == Resolved.Piece.Kind.MISSING) {
            box.getStyleClass().add("missing");
        }
        if (piece.name() != null) {
            box.setTooltip(new Tooltip(piece.name()));
        }
        return box;
    }
}
