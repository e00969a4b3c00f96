package plantao.practice.command;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import plantao.practice.process.Launch;

/// Runs the SQL of a stand-in's pattern, with the words of the command bound to it.
public final class BoundSql {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z]+)\\}");

    private BoundSql() {}

    /// The rows, one a line, columns apart by a space; of a change how many rows it touched.
    public static String run(Launch.Servers servers, String sql, Map<String, String> words) throws SQLException {
        List<String> bound = new ArrayList<>();
        String text = PLACEHOLDER.matcher(sql).replaceAll(m -> {
            bound.add(words.getOrDefault(m.group(1), ""));
            return "?";
        });
        try (Connection connection =
                        DriverManager.getConnection(servers.jdbcUrl(), servers.user(), servers.password());
                PreparedStatement statement = connection.prepareStatement(text)) {
            for (int i = 0; i < bound.size(); i++) {
                statement.setString(i + 1, bound.get(i));
            }
            if (!statement.execute()) {
                return statement.getUpdateCount() + " rows changed\n";
            }
            var lines = new StringBuilder();
            try (ResultSet rows = statement.getResultSet()) {
                int columns = rows.getMetaData().getColumnCount();
                while (rows.next()) {
                    for (int i = 1; i <= columns; i++) {
                        String value = rows.getString(i);
                        lines.append(i == 1 ? "" : " ").append(value == null ? "" : value);
                    }
                    lines.append('\n');
                }
            }
            return lines.toString();
        }
    }
}
