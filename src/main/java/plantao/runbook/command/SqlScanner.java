package plantao.runbook.command;

import java.util.ArrayList;
import java.util.List;
import plantao.runbook.tree.Line;

/// Splits an SQL fence into statements (up to `;`) and comments (`--`).
final class SqlScanner {
    private SqlScanner() {}

    static List<Token> tokens(List<Line> lines) {
        List<Token> out = new ArrayList<>();
        StringBuilder open = new StringBuilder();
        int from = 0;
        for (Line line : lines) {
            String text = line.text().strip();
            boolean inside = !open.isEmpty();
            if (!inside && text.isEmpty()) {
                out.add(new Token(Token.Kind.BLANK, "", line.number()));
            } else if (!inside && (text.startsWith("--") || text.startsWith("#"))) {
                out.add(new Token(Token.Kind.COMMENT, text.replaceFirst("^[-#]+\\s*", ""), line.number()));
            } else {
                if (!inside) {
                    from = line.number();
                }
                open.append(inside ? "\n" : "").append(line.text().stripTrailing());
                if (text.replaceFirst("\\s--\\s.*$", "").endsWith(";")) {
                    out.add(new Token(Token.Kind.COMMAND, open.toString().strip(), from));
                    open.setLength(0);
                }
            }
        }
        if (!open.toString().isBlank()) {
            out.add(new Token(Token.Kind.COMMAND, open.toString().strip(), from));
        }
        return out;
    }
}
