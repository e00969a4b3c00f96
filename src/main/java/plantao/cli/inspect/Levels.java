package plantao.cli.inspect;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import plantao.runbook.Escalation;
import plantao.runbook.text.Phrases;
import plantao.runbook.text.Vocabulary;

/// The number of a rung ("Level 2") or, for a ladder of one severity, that severity's level, 1 (worst) to 4.
final class Levels {
    private static final Pattern DIGIT = Pattern.compile("\\d");

    private Levels() {}

    static @Nullable Integer of(Escalation e) {
        if (e.level() != null) {
            Matcher m = DIGIT.matcher(e.level());
            return m.find() ? Integer.valueOf(m.group()) : null;
        }
        return e.severity() == null ? null : Phrases.level(e.severity(), Vocabulary.standard());
    }
}
