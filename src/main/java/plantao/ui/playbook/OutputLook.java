package plantao.ui.playbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import javafx.scene.Node;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;
import plantao.playbook.Output;
import plantao.playbook.TextStyle;
import plantao.runbook.LogPattern;
import plantao.ui.fx.Fonts;

/// How output lines are drawn: what is sought in them, the runbook's patterns that they are held against, wrapping.
///
/// @param sought lower case; empty for nothing
record OutputLook(String sought, List<LogPattern> patterns, boolean wrap) {
    static final OutputLook PLAIN = new OutputLook("", List.of(), true);

    /// Patterns of fewer letters would be found everywhere.
    private static final int SHORTEST = 3;

    /// Whether what is sought occurs in a text.
    boolean found(String text) {
        return !sought.isEmpty() && text.toLowerCase(Locale.ROOT).contains(sought);
    }

    /// The runbook's pattern that a line shows, or null.
    @Nullable
    LogPattern pattern(String text) {
        if (patterns.isEmpty() || text.isEmpty()) {
            return null;
        }
        String plain = text.toLowerCase(Locale.ROOT);
        return patterns.stream()
                .filter(p -> p.pattern().strip().length() >= SHORTEST
                        && plain.contains(p.pattern().strip().toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElse(null);
    }

    /// Whether a line needs more than one look.
    boolean mixed(Output.Line line) {
        return !line.paints().isEmpty() || found(line.text());
    }

    /// The line in stretches of one look each.
    List<Node> stretches(Output.Line line) {
        String text = Fonts.drawable(line.text());
        boolean painted = text.length() == line.text().length();
        TreeSet<Integer> cuts = new TreeSet<>(List.of(0, text.length()));
        if (painted) {
            line.paints().forEach(p -> {
                cuts.add(Math.min(p.from(), text.length()));
                cuts.add(Math.min(p.to(), text.length()));
            });
        }
        List<Integer> hits = hits(text);
        hits.forEach(h -> {
            cuts.add(h);
            cuts.add(h + sought.length());
        });
        List<Node> all = new ArrayList<>();
        Integer from = null;
        for (int to : cuts) {
            if (from != null && to > from) {
                int at = from;
                Text piece = new Text(text.substring(at, to));
                piece.getStyleClass().add(line.error() ? "output-error" : "output-line");
                if (painted) {
                    line.paints().stream()
                            .filter(p -> p.from() <= at && at < p.to())
                            .forEach(p -> paint(piece, p));
                }
                if (hits.stream().anyMatch(h -> h <= at && at < h + sought.length())) {
                    piece.getStyleClass().add("output-hit");
                }
                all.add(piece);
            }
            from = to;
        }
        return all;
    }

    private List<Integer> hits(String text) {
        List<Integer> hits = new ArrayList<>();
        if (!sought.isEmpty()) {
            String plain = text.toLowerCase(Locale.ROOT);
            for (int at = plain.indexOf(sought); at >= 0 && plain.length() == text.length(); ) {
                hits.add(at);
                at = plain.indexOf(sought, at + sought.length());
            }
        }
        return hits;
    }

    private static void paint(Text piece, TextStyle paint) {
        if (paint.colour() >= 0) {
            piece.getStyleClass().add("ansi-" + paint.colour() % 8);
        }
        if (paint.bold() || paint.colour() >= 8) {
            piece.getStyleClass().add("ansi-bold");
        }
        if (paint.dim()) {
            piece.getStyleClass().add("ansi-dim");
        }
    }
}
