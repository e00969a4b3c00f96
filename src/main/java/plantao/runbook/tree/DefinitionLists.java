package plantao.runbook.tree;

import plantao.runbook.text.Expression;

/// Definition lists (a term, below it ": what it is"), which CommonMark does not know: each becomes a bullet.
final class DefinitionLists {
    private static final Expression WHAT = Expression.of("^:\\s+\\S.*$");
    private static final Expression TERM = Expression.of("^[\\p{L}\\p{N}*_].{0,78}$");

    private DefinitionLists() {}

    /// The same number of lines.
    static String[] listed(String[] lines) {
        String[] out = lines;
        boolean fenced = false;
        for (int i = 0; i < lines.length; i++) {
            fenced ^= lines[i].startsWith("```") || lines[i].startsWith("~~~");
            boolean alone = i == 1 || i > 1 && lines[i - 2].isBlank();
            if (!fenced && alone && lines[i].startsWith(":") && WHAT.in(lines[i]) && TERM.in(lines[i - 1])) {
                out = out == lines ? lines.clone() : out;
                out[i - 1] = "- " + lines[i - 1].strip() + ": "
                        + lines[i].substring(1).strip();
                out[i] = "";
            }
        }
        return out;
    }
}
