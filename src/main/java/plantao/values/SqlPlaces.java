package plantao.values;

import java.util.Locale;
import java.util.Set;

/// Tells where in SQL a value can be bound, and where only a name can stand.
final class SqlPlaces {
    /// What follows these is a name or a keyword, for which nothing can be bound.
    private static final Set<String> NAMING = Set.of(
            "from",
            "join",
            "into",
            "update",
            "table",
            "index",
            "view",
            "schema",
            "database",
            "role",
            "user",
            "analyze",
            "vacuum",
            "reindex",
            "cluster",
            "truncate",
            "only",
            "column",
            "constraint",
            "function",
            "sequence",
            "trigger",
            "extension",
            "owner",
            "rename",
            "to",
            "as",
            "on",
            "using",
            "set",
            "show",
            "reset",
            "order",
            "group",
            "by",
            "concurrently",
            "exists",
            "if",
            "refresh",
            "materialized",
            "lock",
            "copy",
            "grant",
            "revoke",
            "publication",
            "subscription",
            "tablespace",
            "interval",
            "collate",
            "type",
            "policy",
            "listen",
            "notify",
            "fetch",
            "use");

    private SqlPlaces() {}

    /// Whether a value can be bound at `start`.
    static boolean isValue(String text, int start, QueryContext context) {
        if (context != QueryContext.CODE) {
            return false;
        }
        String before = text.substring(0, start);
        if (before.matches("(?s).*[\\w.\"$]$")) {
            return false; // a part of a longer name
        }
        String trimmed = before.stripTrailing();
        if (trimmed.isEmpty() || trimmed.endsWith(";") || trimmed.endsWith(".")) {
            return false;
        }
        String word = trimmed.replaceFirst("(?s).*?(\\w*)$", "$1").toLowerCase(Locale.ROOT);
        return !NAMING.contains(word);
    }
}
