package plantao.ui.search;

import plantao.journal.Detail;
import plantao.journal.Entry;

/// The text of an entry that does not fit on a line.
final class WholeText {
    private WholeText() {}

    /// Empty where a line says it all.
    static String text(Entry entry) {
        return switch (entry.detail()) {
            case Detail.StepRan d -> (d.command() + "\n\n" + d.excerpt()).strip();
            case Detail.Note d -> d.text();
            case Detail.HandoffWritten d -> d.markdown();
            case Detail.PostmortemSaved d -> d.markdown();
            case Detail.IncidentClosed d -> d.markdown();
            case Detail.HandoffRemarked d -> d.text();
            case Detail.Foreign d -> d.json();
            default -> "";
        };
    }
}
