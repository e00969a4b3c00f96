package plantao.practice.process;

import java.io.IOException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import plantao.practice.blueprint.Action;

/// Carries out the actions that need no HTTP exchange: SQL, Redis, waiting, computing.
final class ActionRunner {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z]+(?:\\.[A-Za-z0-9_]+)?)\\}");

    private final ConnectionPool sql;
    private final RedisPool redis;
    private final ProcessLog log;

    ActionRunner(ConnectionPool sql, RedisPool redis, ProcessLog log) {
        this.sql = sql;
        this.redis = redis;
        this.log = log;
    }

    /// Whether the action's condition holds with these values.
    static boolean applies(Action action, Map<String, String> values) {
        return action.when().entrySet().stream().allMatch(condition -> {
            String wanted = fill(condition.getValue(), values);
            String found = values.getOrDefault(condition.getKey(), "");
            return wanted.startsWith("!") ? !found.equals(wanted.substring(1)) : found.equals(wanted);
        });
    }

    /// Database connections lent, or kept by a leak.
    int connectionsInUse() {
        return sql.inUse();
    }

    /// The values that one request or job starts with.
    static Map<String, String> values(Map<String, String> environment) {
        var values = new HashMap<String, String>();
        environment.forEach((name, value) -> values.put("env." + name, value));
        values.put("uuid", UUID.randomUUID().toString());
        values.put("result", "");
        return values;
    }

    /// Carries out one action; `result` among the values is what it found.
    ///
    /// @throws IOException when Redis does not answer or refuses
    /// @throws SQLException when PostgreSQL does
    void act(Action action, Map<String, String> values) throws IOException, SQLException, InterruptedException {
        if (action.sql() != null) {
            values.put("result", query(action.sql(), values));
        } else if (action.redis() != null) {
            var words = new ArrayList<String>();
            for (String word : action.redis().split(" +")) {
                words.add(fill(word, values));
            }
            RedisClient.Reply reply = redis.call(words);
            if (reply instanceof RedisClient.Reply.Failure failure) {
                throw new IOException("Redis: " + failure.text());
            }
            values.put("result", reply.plain());
        } else if (action.log() != null) {
            log.at(action.log().level(), fill(action.log().text(), values));
        } else if (action.pauseMillis() > 0) {
            Thread.sleep(action.pauseMillis());
        } else if (action.computeMillis() > 0) {
            compute(action.computeMillis());
        }
    }

    /// The text with its placeholders filled in; one without a value stays as it is.
    static String fill(String text, Map<String, String> values) {
        return PLACEHOLDER
                .matcher(text)
                .replaceAll(m -> Matcher.quoteReplacement(values.getOrDefault(m.group(1), m.group())));
    }

    private String query(String text, Map<String, String> values) throws SQLException {
        List<String> bound = new ArrayList<>();
        String statement = PLACEHOLDER.matcher(text).replaceAll(m -> {
            bound.add(values.getOrDefault(m.group(1), ""));
            return "?";
        });
        return sql.use(connection -> {
            try (PreparedStatement prepared = connection.prepareStatement(statement)) {
                for (int i = 0; i < bound.size(); i++) {
                    prepared.setString(i + 1, bound.get(i));
                }
                if (!prepared.execute()) {
                    return Integer.toString(prepared.getUpdateCount());
                }
                try (ResultSet rows = prepared.getResultSet()) {
                    String first = rows.next() ? rows.getString(1) : "";
                    return first == null ? "" : first;
                }
            }
        });
    }

    static void compute(int millis) {
        long end = System.nanoTime() + millis * 1_000_000L;
        long mixed = 0;
        while (System.nanoTime() < end) {
            for (int i = 0; i < 1000; i++) {
                mixed = mixed * 6364136223846793005L + 1442695040888963407L;
            }
        }
        if (mixed == 42) {
            Thread.onSpinWait();
        }
    }
}
