package plantao.runbook.read;

import org.jspecify.annotations.Nullable;
import plantao.runbook.text.Durations;
import plantao.runbook.text.Expression;
import plantao.runbook.text.Terms;
import plantao.runbook.text.Vocabulary;
import plantao.runbook.text.Words;
import plantao.runbook.tree.Table;

/// The column of a table that says when it is whose turn ("at once", "after 10 min", "+30 min"), whatever its
/// header.
final class CallTimes {
    private static final Expression AFTER = Expression.of(
            "^(?:(?:after|apos|depois de|a partir de|passad[oa]s|despues de|tras|pasad[oa]s|aos|a los|at|from|t)\\b\\s*\\+?\\s*|[+>≥]=?\\s*)"
                    + "\\d+\\s*(?:s|sec\\w*|seg\\w*|m|min\\w*|h|hours?|horas?|hrs?)\\b");
    private static final Terms IMMEDIATE = Vocabulary.standard().terms("immediate");

    // "Acionar após": beside the people to call, when it is their turn.
    private static final Expression CALLED = Expression.of(
            "^(?:(?:acionar|chamar|escalar|ligar|call|page|escalate|notify|avisar|llamar|notificar)\\b.*\\b)?(?:apos|after|depois de|despues de|tras)$");

    // "P1/P2 at once"
    private static final Expression SEVERITY =
            Expression.of("^(?:(?:p|sev)[- ]?\\d(?:\\s*[/,]\\s*(?:p|sev)?[- ]?\\d)*[\\s:,-]*)");

    private CallTimes() {}

    /// Whether a table says when to call whom ("Level | After | Who"); one of contacts without a time does not.
    static boolean areIn(ColumnKinds c) {
        if (c.of("role") == 0
                && c.table().keys().stream().skip(1).anyMatch(k -> k.stream().anyMatch(CALLED::in))) {
            return true;
        }
        int level = c.of("severity");
        int when = level < 0 ? column(c) : -1;
        if (when >= 0 && who(c, when) >= 0) {
            return true;
        }
        int answers = level == 0 ? c.of("responseTime", level) : -1;
        if (answers > 0 && who(c, answers) > 0 && Ladders.areLevels(c.table(), level)) {
            return true; // "L2 | Tech lead | answers within 30 min"
        }
        int time = c.of("escalationTime", level);
        return level == 0 && time > 0 && c.of("responseTime", level) != time && c.of("escalateTo", level, time) > 0;
    }

    /// Whether each row's time is longer than the one above it: a ladder, whatever the column is called.
    static boolean grow(Table table, int column) {
        int last = -1;
        for (Table.Row row : table.rows()) {
            Integer seconds = Durations.seconds(Words.plain(ColumnKinds.cell(row, column)));
            if (seconds == null || seconds <= last) {
                return false;
            }
            last = seconds;
        }
        return table.rows().size() > 1;
    }

    /// The first column of which at least two cells tell such a time, or -1.
    static int column(ColumnKinds c) {
        for (int i = 0; i < c.kinds().size(); i++) {
            int column = i;
            long due = c.table().rows().stream()
                    .filter(r -> isDue(ColumnKinds.text(r, column)))
                    .count();
            if (due > 1 && due * 2 >= c.table().rows().size()) {
                return i;
            }
        }
        return -1;
    }

    /// The column of whom to call beside those times, or -1.
    static int who(ColumnKinds c, int when) {
        for (String kind : new String[] {"escalateTo", "role", "personName"}) {
            int who = c.of(kind, when);
            if (who >= 0) {
                return who;
            }
        }
        return -1;
    }

    private static boolean isDue(@Nullable String text) {
        String folded = text == null || text.length() > 60
                ? ""
                : SEVERITY.matcher(Words.folded(text)).replaceFirst("");
        return AFTER.matcher(folded).lookingAt() || IMMEDIATE.begin(folded);
    }
}
