package plantao.values;

import java.util.ArrayList;
import java.util.List;
import plantao.runbook.Runner;

/// Takes SQL apart without being misled by what stands between quotes or in comments.
public final class SqlStatements {
    private SqlStatements() {}

    /// The statements of a text, without the semicolons between them and without empty ones.
    public static List<String> split(String sql) {
        QueryContext[] at = QueryContext.of(sql, Runner.SQL);
        List<String> all = new ArrayList<>();
        int from = 0;
        for (int i = 0; i <= sql.length(); i++) {
            if (i == sql.length() || sql.charAt(i) == ';' && at[i] == QueryContext.CODE) {
                String statement = sql.substring(from, i).strip();
                if (says(statement)) {
                    all.add(statement);
                }
                from = i + 1;
            }
        }
        return all;
    }

    private static boolean says(String statement) {
        QueryContext[] at = QueryContext.of(statement, Runner.SQL);
        for (int i = 0; i < statement.length(); i++) {
            if (at[i] != QueryContext.COMMENT && !Character.isWhitespace(statement.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /// How many values a statement waits for: each `?` that stands alone; `??` is the operator `?`, as JDBC has it.
    public static int parameters(String sql) {
        QueryContext[] at = QueryContext.of(sql, Runner.SQL);
        int count = 0;
        for (int i = 0; i < sql.length(); i++) {
            if (sql.charAt(i) == '?' && at[i] == QueryContext.CODE) {
                boolean doubled = i + 1 < sql.length() && sql.charAt(i + 1) == '?';
                i += doubled ? 1 : 0;
                count += doubled ? 0 : 1;
            }
        }
        return count;
    }
}
