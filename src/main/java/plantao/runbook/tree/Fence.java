package plantao.runbook.tree;

/// A code block.
///
/// @param info the info string, lower case, first word only; empty when there is none
/// @param line the line of the opening fence
/// @param first the line of the first line of its content
/// @param closed false when the text ended before the closing fence
public record Fence(String info, String text, int line, int first, boolean closed) implements Part {
    /// The lines of its content.
    public java.util.List<Line> lines() {
        String[] split = text.split("\n", -1);
        java.util.List<Line> out = new java.util.ArrayList<>();
        for (int i = 0; i < split.length; i++) {
            if (i < split.length - 1 || !split[i].isEmpty()) {
                out.add(new Line(split[i], first + i));
            }
        }
        return out;
    }
}
