package plantao.runbook;

import java.util.List;
import java.util.regex.Pattern;

/// A command with the lines that are typed into the session it opens: for the shell a here-document, for a reader
/// the
/// command and, below it, what was typed.
public final class TypedLines {
    private static final String END = "PLANTAO_INPUT";
    private static final Pattern WRAPPED =
            Pattern.compile("(?sm)^\\{ (?<command>.*?)\\n\\} <<'(?<end>" + END + "_*)'\\n(?<lines>.*?)\\n\\k<end>$");

    private TypedLines() {}

    /// As the shell runs it.
    ///
    /// @param lines at least one
    public static String wrapped(String command, List<String> lines) {
        String end = END;
        while (lines.contains(end)) {
            end += "_";
        }
        return "{ " + command + "\n} <<'" + end + "'\n" + String.join("\n", lines) + "\n" + end;
    }

    /// As a reader wants it.
    ///
    /// @param script what ran; any text
    /// @return the same text where nothing in it was typed
    public static String told(String script) {
        return WRAPPED.matcher(script).replaceAll("${command}\n${lines}");
    }
}
