package plantao.runbook.command;

import java.util.BitSet;
import java.util.List;
import java.util.regex.Matcher;
import plantao.runbook.text.Expression;
import plantao.runbook.text.PatternScreen;
import plantao.runbook.tree.Line;

/// Finds where a shell command ends: continuation lines, open quotes, heredocs and unfinished blocks belong to it.
final class LogicalLine {
    private static final Expression HEREDOC = Expression.of("<<-?\\s*[\"']?([A-Za-z_]\\w*)[\"']?");
    private static final Expression OPENS = Expression.of("(?:^|[;&|]\\s*)(?:if|for|while|until|case)\\s|\\{\\s*$");
    private static final Expression CLOSES = Expression.of("(?:^|[;&|]\\s*|\\s)(?:fi|done|esac)\\b|^\\s*\\}");
    private static final PatternScreen BLOCKS = PatternScreen.of(List.of(OPENS.regex(), CLOSES.regex()));
    private static final int LONGEST = 400;

    private static final int SHORTEST = 20;

    private final List<Line> lines;
    private int patience = LONGEST;

    LogicalLine(List<Line> lines) {
        this.lines = lines;
    }

    /// How many of the lines, from `from`, make one command; at least 1.
    int length(int from) {
        char quote = 0;
        int depth = 0;
        int last = Math.min(lines.size(), from + patience);
        for (int i = from; i < last; i++) {
            String text = lines.get(i).text();
            boolean quotedAtStart = quote != 0;
            quote = quoteAfter(text, quote);
            Matcher heredoc = HEREDOC.matcher(text);
            if (quote == 0 && !quotedAtStart && text.contains("<<") && heredoc.find()) {
                int end = heredocEnd(i, heredoc.group(1));
                if (end > 0) {
                    return end - from + 1;
                }
            }
            if (quote == 0) {
                BitSet blocks = BLOCKS.candidates(text);
                depth += (blocks.get(0) ? count(OPENS, text) : 0) - (blocks.get(1) ? count(CLOSES, text) : 0);
            }
            String t = text.stripTrailing();
            boolean goesOn = quote != 0 || depth > 0 || t.endsWith("\\") || t.endsWith("|") || t.endsWith("&&");
            if (!goesOn) {
                return i - from + 1;
            }
        }
        // Never closed: the quote was an apostrophe, the brace something else.
        // Each time it looks less far for the next end, so that reading stays linear.
        patience = Math.max(SHORTEST, patience / 2);
        return continued(from);
    }

    private int continued(int from) {
        int i = from;
        while (i < lines.size() - 1 && lines.get(i).text().stripTrailing().endsWith("\\")) {
            i++;
        }
        return i - from + 1;
    }

    private int heredocEnd(int from, String word) {
        for (int i = from + 1; i < Math.min(lines.size(), from + patience); i++) {
            if (lines.get(i).text().strip().equals(word)) {
                return i;
            }
        }
        patience = Math.max(SHORTEST, patience / 2);
        return -1;
    }

    private static int count(Expression pattern, String text) {
        Matcher m = pattern.matcher(text);
        int n = 0;
        while (m.find()) {
            n++;
        }
        return n;
    }

    private static char quoteAfter(String text, char open) {
        char quote = open;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && quote != '\'') {
                i++;
            } else if (quote == 0 && (c == '"' || c == '\'')) {
                quote = c;
            } else if (c == quote) {
                quote = 0;
            } else if (quote == 0 && c == '#' && (i == 0 || Character.isWhitespace(text.charAt(i - 1)))) {
                break;
            }
        }
        return quote;
    }
}
