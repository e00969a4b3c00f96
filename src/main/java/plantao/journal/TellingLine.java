package plantao.journal;

import java.util.List;
import java.util.regex.Pattern;

/// The line that says most of why a command failed: the last one that speaks of a failure, else the last one that
/// says
/// anything. Of what a `status` prints it is the service that has stopped, not the one that happens to come last.
public final class TellingLine {
    private static final Pattern TROUBLE = Pattern.compile(
            "(?iu)\\b(?:errors?|erros?|errores|fail\\w*|falh\\w*|fall[oó]s?|fatal|panic|abort\\w*|denied|refused|rejected|stopped|dead|inactive|exited|down|unhealthy|unreachable|unavailable|unable|cannot|can['’]t|no such|not found|not running|timed? ?out|exception|traceback|parad[oa]s?|recusad[oa]|negad[oa]|indispon[ií]vel|detenid[oa])\\b|[a-z](?:Error|Exception)\\b");
    /// What the console adds itself begins so.
    private static final String REMARK = "— ";

    private TellingLine() {}

    /// The line, stripped; empty where the program printed nothing with words in it.
    ///
    /// @param printed the end of what a step printed, with the console's own remarks
    public static String of(String printed) {
        List<String> lines = printed.lines()
                .map(String::strip)
                .filter(l -> !l.startsWith(REMARK) && l.codePoints().anyMatch(Character::isLetterOrDigit))
                .toList();
        return lines.reversed().stream()
                .filter(l -> TROUBLE.matcher(l).find())
                .findFirst()
                .orElse(lines.isEmpty() ? "" : lines.getLast());
    }
}
