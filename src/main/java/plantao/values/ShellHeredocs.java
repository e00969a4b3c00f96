package plantao.values;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// Reads heredocs: announced on one line, their bodies behind it.
final class ShellHeredocs {
    private static final String BLANK = " \t";
    private static final String WORD_END = " \t\n;&|()<>";

    /// A heredoc whose body is still to come.
    private record Pending(int start, int end, String delimiter, boolean quoted, boolean tabs, int command) {}

    private final ShellCursor c;
    private final ShellQuoting quoting;
    private final Deque<Pending> pending = new ArrayDeque<>();
    final List<ShellLayout.Heredoc> heredocs = new ArrayList<>();

    ShellHeredocs(ShellCursor cursor, ShellQuoting quoting) {
        c = cursor;
        this.quoting = quoting;
    }

    /// Reads `<<[-]word`.
    void announce(int command) {
        c.pos += 2;
        boolean tabs = c.pos < c.text.length() && c.text.charAt(c.pos) == '-';
        c.pos += tabs ? 1 : 0;
        while (c.pos < c.text.length() && BLANK.indexOf(c.text.charAt(c.pos)) >= 0) {
            c.pos++;
        }
        int start = c.pos;
        StringBuilder delimiter = new StringBuilder();
        char quote = 0;
        while (c.pos < c.text.length() && (quote != 0 || WORD_END.indexOf(c.text.charAt(c.pos)) < 0)) {
            char next = c.text.charAt(c.pos++);
            if (quote == 0 && (next == '\'' || next == '"')) {
                quote = next;
            } else if (next == quote) {
                quote = 0;
            } else if (next != '\\') {
                delimiter.append(next);
            }
        }
        boolean quoted = delimiter.length() != c.pos - start;
        pending.add(new Pending(start, c.pos, delimiter.toString(), quoted, tabs, command));
    }

    /// Reads the bodies of the heredocs announced on the line that just ended.
    void bodies() {
        for (Pending doc = pending.poll(); doc != null; doc = pending.poll()) {
            int start = c.pos;
            int end = start;
            boolean closed = false;
            while (end < c.text.length() && !closed) {
                int lineEnd = c.text.indexOf('\n', end);
                lineEnd = lineEnd < 0 ? c.text.length() : lineEnd;
                String line = c.text.substring(end, lineEnd);
                closed = (doc.tabs() ? line.replaceFirst("^\t+", "") : line).equals(doc.delimiter());
                if (!closed) {
                    end = Math.min(c.text.length(), lineEnd + 1);
                }
            }
            if (doc.quoted()) {
                c.take(ShellContext.RAW_HEREDOC, end - c.pos);
            } else {
                quoting.quoted((char) 0, ShellContext.HEREDOC, end);
            }
            heredocs.add(new ShellLayout.Heredoc(
                    doc.start(), doc.end(), doc.delimiter(), doc.quoted(), start, end, doc.command()));
            int lineEnd = c.text.indexOf('\n', end);
            c.pos = !closed ? c.pos : lineEnd < 0 ? c.text.length() : lineEnd + 1;
        }
    }
}
