package plantao.runbook.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import plantao.runbook.text.Expression;

/// A tree drawn by lines (`├── …`, `└── …`) in a fence: what its branches say.
public final class Branches {
    private static final Expression BRANCH = Expression.of("^[\\s│┃|]*[├└┣┗╠╚+`][─━═-]{1,6}[>►▶]?\\s+(\\S.*?)\\s*$");
    private static final Expression BESIDE = Expression.of("^[\\s│┃|]+");

    private Branches() {}

    /// The lines without what is drawn before them, those with nothing else left out; empty when fewer than two of
    /// them are branches.
    public static List<Line> of(Fence fence) {
        List<Line> out = new ArrayList<>();
        int branches = 0;
        for (Line line : fence.lines()) {
            Matcher m = BRANCH.matcher(line.text());
            boolean branch = m.matches();
            String text = branch
                    ? m.group(1)
                    : BESIDE.matcher(line.text()).replaceFirst("").strip();
            branches += branch ? 1 : 0;
            if (!text.isEmpty()) {
                out.add(new Line(text, line.number()));
            }
        }
        return branches > 1 ? List.copyOf(out) : List.of();
    }
}
