package plantao.runbook.tree;

import java.util.regex.Matcher;
import plantao.runbook.text.Expression;

/// Components in MDX (`<Steps><Step title="…">`, `<Warning>`, `<Tab title="…">`): their tags become the Markdown
/// they stand for, line by line, and what is indented within them moves to the left.
final class Jsx {
    private static final Expression TAG =
            Expression.of("^\\s*<(/?)([A-Z][A-Za-z]*)((?:\\s[^<>]*)?)(/?)>\\s*(?:</\\2>)?\\s*$");
    private static final Expression TITLE = Expression.of("\\b(?:title|label|name)=[\"']([^\"']+)[\"']");
    private static final Expression CALLOUT = Expression.of("Warning|Danger|Caution");

    private final String[] lines;
    private int depth;
    private int step;
    private boolean inStep;
    private boolean warns;

    private Jsx(String[] lines) {
        this.lines = lines;
    }

    /// The same number of lines, without components.
    static String[] plain(String[] lines) {
        for (String line : lines) {
            if (line.indexOf('<') >= 0 && TAG.matcher(line).matches()) {
                return new Jsx(lines.clone()).replaced();
            }
        }
        return lines;
    }

    private String[] replaced() {
        String fence = "";
        for (int i = 0; i < lines.length; i++) {
            String bare = lines[i].strip();
            if (!fence.isEmpty()) {
                fence = bare.startsWith(fence) ? "" : fence;
                lines[i] = moved(lines[i]);
            } else if (bare.startsWith("```") || bare.startsWith("~~~")) {
                fence = bare.substring(0, 3);
                lines[i] = moved(lines[i]);
            } else {
                Matcher tag = TAG.matcher(lines[i]);
                lines[i] = tag.matches() ? tag(tag) : warned(moved(lines[i]));
            }
        }
        return lines;
    }

    private String tag(Matcher tag) {
        String name = tag.group(2);
        boolean closes = !tag.group(1).isEmpty();
        boolean whole = !tag.group(4).isEmpty() || tag.group().contains("</" + name) && !closes;
        if (!whole) {
            depth = Math.max(0, depth + (closes ? -1 : 1));
        }
        if (name.equals("Steps")) {
            step = 0;
        }
        if (name.equals("Step")) {
            inStep = !closes && !whole;
        }
        warns = !closes && CALLOUT.matcher(name).matches();
        Matcher title = TITLE.matcher(tag.group(3));
        if (closes || !title.find()) {
            return "";
        }
        if (name.equals("Step")) {
            step++;
            return step + ". " + title.group(1);
        }
        return "**" + title.group(1) + ":**";
    }

    // Two blanks for each component around it, as these files are laid out.
    private String moved(String line) {
        int from = 0;
        while (from < line.length() && from < depth * 2 && line.charAt(from) == ' ') {
            from++;
        }
        // Below "1. Title" three blanks keep it in the item.
        return (inStep && from < line.length() ? "   " : "") + line.substring(from);
    }

    private String warned(String line) {
        if (!warns || line.isBlank()) {
            return line;
        }
        warns = false;
        return line.replaceFirst("^(\\s*)", "$1⚠️ ");
    }
}
