package plantao.ui.library;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import plantao.runbook.LineRole;
import plantao.runbook.SourceLine;

/// Decides which lines of a file the reading report shows: blank lines and marks are left out, long stretches of
/// prose and of one kind are folded. A line with a problem is always shown.
final class Folding {
    /// Prose is folded from this many lines on.
    private static final int PROSE = 6;
    /// Of a long stretch of one kind so many lines are shown.
    private static final int SHOWN = 5;

    private static final int STRETCH = 12;

    private Folding() {}

    /// The rows of a file.
    ///
    /// @param opened the first lines of the folds that were opened
    static List<ReportRow> rows(RunbookSheet sheet, Set<Integer> opened) {
        List<ReportRow> rows = new ArrayList<>();
        List<SourceLine> stretch = new ArrayList<>();
        for (SourceLine line : sheet.lines()) {
            boolean problem = sheet.worst().containsKey(line.number());
            LineRole.Kind kind = line.became().kind();
            if (!problem && (kind == LineRole.Kind.BLANK || kind == LineRole.Kind.MARK)) {
                continue;
            }
            boolean ends = problem
                    || stretch.isEmpty()
                    || stretch.getLast().became().kind() != kind
                    || sheet.worst().containsKey(stretch.getLast().number());
            if (ends) {
                close(stretch, rows, opened);
            }
            stretch.add(line);
        }
        close(stretch, rows, opened);
        return rows;
    }

    private static void close(List<SourceLine> stretch, List<ReportRow> rows, Set<Integer> opened) {
        if (!stretch.isEmpty()) {
            LineRole.Kind kind = stretch.getFirst().became().kind();
            boolean prose = kind == LineRole.Kind.PROSE;
            boolean fold = stretch.size() >= (prose ? PROSE : STRETCH);
            int shown = fold ? prose ? 0 : SHOWN : stretch.size();
            stretch.subList(0, shown).forEach(l -> rows.add(new ReportRow.Source(l)));
            List<SourceLine> rest = stretch.subList(shown, stretch.size());
            if (!rest.isEmpty() && opened.contains(rest.getFirst().number())) {
                rest.forEach(l -> rows.add(new ReportRow.Source(l)));
            } else if (!rest.isEmpty()) {
                rows.add(new ReportRow.Fold(
                        rest.getFirst().number(), rest.getLast().number(), kind, rest.size()));
            }
        }
        stretch.clear();
    }

    /// The first lines of all folds: opened, nothing is folded.
    static List<Integer> all(RunbookSheet sheet) {
        return rows(sheet, Set.of()).stream()
                .filter(ReportRow.Fold.class::isInstance)
                .map(r -> ((ReportRow.Fold) r).first())
                .toList();
    }
}
