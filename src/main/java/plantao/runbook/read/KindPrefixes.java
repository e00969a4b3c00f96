package plantao.runbook.read;

import plantao.runbook.text.Vocabulary;
import plantao.runbook.text.Words;

/// Headings that say what they are before a colon: "Scenario 3: Cluster failure", "Procedure: Restore from backup".
final class KindPrefixes {
    private KindPrefixes() {}

    /// The title without the word for its kind.
    static String bare(String title, Vocabulary vocabulary) {
        int colon = title.indexOf(':');
        boolean kind = colon > 0
                && colon < title.length() - 2
                && vocabulary.list("kinds").contains(lead(title));
        return kind ? Words.title(title.substring(colon + 1)) : title;
    }

    /// Whether the heading calls itself an incident, a scenario, an issue or an alert.
    static boolean isIncident(String title, Vocabulary vocabulary) {
        return vocabulary.list("incidentKinds").contains(lead(title));
    }

    /// Whether the heading calls itself a runbook or procedure and names what is done ("Runbook: restart the API").
    static boolean isProcedure(String title, Vocabulary vocabulary) {
        return vocabulary.list("kinds").contains(lead(title))
                && !isIncident(title, vocabulary)
                && Procedures.isNamed(bare(title, vocabulary));
    }

    /// What stands before the title's colon, folded and without its number; empty when there is none.
    static String lead(String title) {
        int colon = title.indexOf(':');
        return colon < 0 ? "" : Words.folded(title.substring(0, colon)).replaceFirst("\\s+#?(?:\\d{1,2}|[a-z])$", "");
    }
}
