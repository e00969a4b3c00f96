package plantao.runbook.tree;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;
import plantao.runbook.text.Expression;

/// Blocks of documentation sites, which CommonMark does not know: tabs (`=== "Docker"`), admonitions and fold-outs
/// (`!!! warning "Title"`, `??? note`) of Python-Markdown with what is indented below them, and `:::warning` …
/// `:::` of other generators. Their heads become the Markdown they stand for, and what is indented moves to the
/// left.
///
/// @see <a href="https://facelessuser.github.io/pymdown-extensions/extensions/tabbed/">Tabbed</a>
/// @see <a href="https://python-markdown.github.io/extensions/admonition/">Admonition</a>
final class DocBlocks {
    private static final Expression TAB = Expression.of("^(\\s*)===[!+]?\\s+\"([^\"]+)\"\\s*$");
    private static final Expression NOTE =
            Expression.of("^(\\s*)(?:!!!|\\?\\?\\?\\+?)\\s*([\\w-]+(?:\\s+[\\w-]+)*)?\\s*(?:\"([^\"]*)\")?\\s*$");
    private static final Expression COLONS =
            Expression.of("^(\\s*):::+\\s*\\{?([\\w-]+)?[}\\]]?\\s*\\[?([^\\]\\[]*?)\\]?\\s*$");
    private static final Expression WARNS =
            Expression.of("(?i)^(?:warning|danger|caution|attention|critical|error)\\b");
    private static final Expression TEXT = Expression.of("^\\s*[\\p{L}\\p{N}*_`\"“(].*$");
    private static final Expression NUMBERED = Expression.of("^\\s*\\d{1,3}[.)]\\s.*$");
    private static final Expression DOES = Expression.of("^\\s*(?:\\d{1,3}[.)]\\s|```|~~~).*$");
    private static final int STEP = 4;

    private final String[] lines;
    private final Deque<Integer> open = new ArrayDeque<>();
    private String fence = "";
    private boolean warns;

    private DocBlocks(String[] lines) {
        this.lines = lines;
    }

    /// The same number of lines, without such blocks.
    static String[] plain(String[] lines) {
        for (String line : lines) {
            String bare = line.stripLeading();
            if (bare.startsWith("=== \"")
                    || bare.startsWith("!!!")
                    || bare.startsWith("???")
                    || bare.startsWith(":::")) {
                return new DocBlocks(lines.clone()).replaced();
            }
        }
        return lines;
    }

    private String[] replaced() {
        for (int i = 0; i < lines.length; i++) {
            String line = lines[i];
            int indent = indent(line);
            if (fence.isEmpty() && !line.isBlank()) {
                while (!open.isEmpty() && indent < open.peek() + STEP) {
                    open.pop();
                }
            }
            String bare = line.strip();
            String head = fence.isEmpty() ? head(i, indent) : null;
            if (head != null) {
                lines[i] = head;
            } else {
                lines[i] = warned(moved(line));
            }
            if (!fence.isEmpty()) {
                fence = bare.startsWith(fence)
                                && bare.replace(fence.substring(0, 1), "").isEmpty()
                        ? ""
                        : fence;
            } else if (bare.startsWith("```") || bare.startsWith("~~~")) {
                fence = bare.substring(0, 3);
            }
        }
        return lines;
    }

    // What stands for the head of a block; null for any other line.
    private @Nullable String head(int i, int indent) {
        Matcher tab = TAB.matcher(lines[i]);
        Matcher note = NOTE.matcher(lines[i]);
        if (tab.matches() && isBelow(i, indent)) {
            String before = moved(tab.group(1));
            open.push(indent);
            return before + "**" + tab.group(2) + ":**";
        }
        if (note.matches() && isBelow(i, indent)) {
            String before = moved(note.group(1));
            open.push(indent);
            return before + titled(note.group(2), note.group(3), does(i, indent));
        }
        Matcher colons = COLONS.matcher(lines[i]);
        return lines[i].contains(":::") && colons.matches()
                ? moved(colons.group(1)) + titled(colons.group(2), colons.group(3), false)
                : null;
    }

    private String titled(@Nullable String kind, @Nullable String title, boolean does) {
        boolean danger = kind != null && WARNS.in(kind);
        if (title == null || title.isBlank()) {
            warns = danger;
            return "";
        }
        return does ? "**" + title.strip() + ":**" : (danger ? "⚠️ " : "") + title.strip() + ".";
    }

    private boolean isBelow(int i, int indent) {
        for (int j = i + 1; j < lines.length; j++) {
            if (!lines[j].isBlank()) {
                return indent(lines[j]) >= indent + STEP;
            }
        }
        return false;
    }

    // Whether a block holds steps or commands: then its title heads them.
    private boolean does(int i, int indent) {
        for (int j = i + 1; j < lines.length && (lines[j].isBlank() || indent(lines[j]) >= indent + STEP); j++) {
            if (DOES.in(lines[j])) {
                return true;
            }
        }
        return false;
    }

    private String moved(String line) {
        int left = open.size() * STEP;
        int from = 0;
        while (from < line.length() && left > 0 && (line.charAt(from) == ' ' || line.charAt(from) == '\t')) {
            left -= line.charAt(from) == '\t' ? STEP : 1;
            from++;
        }
        return line.substring(from);
    }

    // A sign before the first words of a warning; before a list it would undo the list.
    private String warned(String line) {
        if (!warns || line.isBlank()) {
            return line;
        }
        warns = false;
        return TEXT.in(line) && !NUMBERED.in(line) ? line.replaceFirst("^(\\s*)", "$1⚠️ ") : line;
    }

    private static int indent(String line) {
        int at = 0;
        for (int i = 0; i < line.length() && (line.charAt(i) == ' ' || line.charAt(i) == '\t'); i++) {
            at += line.charAt(i) == '\t' ? STEP : 1;
        }
        return at;
    }
}
