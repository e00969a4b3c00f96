package plantao.runbook.read;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import plantao.runbook.text.Bounds;
import plantao.runbook.text.Expression;
import plantao.runbook.text.Vocabulary;
import plantao.runbook.text.Words;
import plantao.runbook.tree.Table;

/// Which column of a table holds what.
///
/// @param kinds for each column what it may hold
record ColumnKinds(Table table, List<Set<String>> kinds) {
    private static final Expression NOTHING = Expression.of("[-–—]+|(?i)n/a");

    private static final Expression RULE = Expression.of("\\p{Lu}\\p{Ll}[\\p{L}\\d]*\\p{Lu}[\\p{L}\\d]*");
    private static final String IDENTIFIED = "alertIdentifier";

    private static final Expression ALERT = Expression.of(
            "[\\p{L}\\d]+ (?:alert|alarm)(?: name| rule)?|(?:nome? d[aeo] |nombre de la )?(?:alerta|alarme|alarma) (?:d[aeo]l? )?[\\p{L}\\d]+");

    static ColumnKinds of(Table table, Vocabulary vocabulary) {
        List<Set<String>> kinds = new ArrayList<>(table.keys().size());
        for (Set<String> keys : table.keys()) {
            Set<String> found = new HashSet<>();
            keys.forEach(key -> found.addAll(vocabulary.columns(key)));
            if (found.isEmpty() && keys.stream().anyMatch(k -> ALERT.matcher(k).matches())) {
                found.add("alertName"); // "Prometheus alert"
            }
            kinds.add(found);
        }
        addressed(table, kinds);
        identified(table, kinds);
        return new ColumnKinds(table, kinds);
    }

    // "Health", "Where", "Reach it at": whatever its header says, a column of whole addresses holds addresses.
    private static void addressed(Table table, List<Set<String>> kinds) {
        if (table.rows().isEmpty() || kinds.stream().anyMatch(k -> k.contains("url"))) {
            return;
        }
        for (int i = 1; i < kinds.size(); i++) {
            int column = i;
            long told =
                    table.rows().stream().filter(r -> text(r, column) != null).count();
            long addresses = table.rows().stream()
                    .filter(r -> cell(r, column).indexOf(':') > 0 && MarkdownUrls.isAddress(cell(r, column)))
                    .count();
            if (addresses > 0 && addresses * 2 > told) {
                kinds.get(i).add("address");
                return;
            }
        }
    }

    // "`ApiSlow` | p95 > 2 s for 5 min | see below": names as rules have them beside one column of conditions.
    private static void identified(Table table, List<Set<String>> kinds) {
        if (table.rows().size() < 2
                || !kinds.getFirst().isEmpty()
                || kinds.stream().anyMatch(k -> k.contains("alertName"))
                || !table.rows().stream().allMatch(r -> isRule(String.valueOf(text(r, 0))))) {
            return;
        }
        int conditions = -1;
        for (int i = 1; i < kinds.size(); i++) {
            int column = i;
            long told = table.rows().stream()
                    .filter(r -> Bounds.compared(cell(r, column)) != null || Holds.seconds(cell(r, column)) != null)
                    .count();
            if (told * 2 >= table.rows().size() && conditions > 0) {
                return; // Two columns of bounds are those of a metric.
            }
            conditions = told * 2 >= table.rows().size() ? i : conditions;
        }
        if (conditions > 0) {
            kinds.getFirst().add("alertName");
            kinds.getFirst().add(IDENTIFIED);
            kinds.get(conditions).add("condition");
        }
    }

    /// Whether the text is a name as alert rules have them ("CacheDown").
    static boolean isRule(String text) {
        return RULE.matcher(text).matches();
    }

    /// Whether its first column holds names as alert rules have them, whatever it is called.
    boolean namesRules() {
        return kinds.getFirst().contains(IDENTIFIED);
    }

    /// The index of the first column of this kind that is none of `taken`, or -1.
    int of(String kind, int... taken) {
        for (int i = 0; i < kinds.size(); i++) {
            if (kinds.get(i).contains(kind) && !isOneOf(i, taken)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isOneOf(int column, int[] taken) {
        for (int t : taken) {
            if (t == column) {
                return true;
            }
        }
        return false;
    }

    /// The first header in normal form.
    String first() {
        return table.keys().getFirst().iterator().next();
    }

    boolean has(String kind) {
        return of(kind) >= 0;
    }

    /// The cell as Markdown; empty for column -1.
    static String cell(Table.Row row, int column) {
        return column < 0 ? "" : row.cells().get(column);
    }

    /// The cell as plain text, or null when it is empty or a dash.
    static @Nullable String text(Table.Row row, int column) {
        if (column < 0) {
            return null;
        }
        String plain = Words.emojiless(Words.plain(cell(row, column)));
        boolean nothing = plain.isEmpty()
                || "-–—nN".indexOf(plain.charAt(0)) >= 0
                        && NOTHING.matcher(plain).matches();
        return nothing ? null : plain;
    }
}
