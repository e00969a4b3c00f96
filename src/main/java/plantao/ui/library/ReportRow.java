package plantao.ui.library;

import plantao.runbook.LineRole;
import plantao.runbook.SourceLine;

/// A row of the reading report.
sealed interface ReportRow {
    /// Whether the row shows or hides this line.
    boolean holds(int line);

    /// A line of the text.
    record Source(SourceLine line) implements ReportRow {
        @Override
        public boolean holds(int number) {
            return line.number() == number;
        }
    }

    /// Lines folded away.
    ///
    /// @param kind what they all became
    /// @param lines how many there are, blank ones not counted
    record Fold(int first, int last, LineRole.Kind kind, int lines) implements ReportRow {
        @Override
        public boolean holds(int number) {
            return number >= first && number <= last;
        }
    }
}
