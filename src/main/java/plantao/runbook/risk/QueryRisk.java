package plantao.runbook.risk;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import plantao.runbook.Risk;
import plantao.runbook.text.Expression;

/// How dangerous SQL is, by what each statement begins with and the functions it calls.
final class QueryRisk {
    private static final Expression COMMENT = Expression.of("(?s)--[^\\n]*|/\\*.*?\\*/");
    private static final Expression QUOTED = Expression.of("'[^']*+(?:''[^']*+)*+'");
    private static final Expression CHANGES =
            Expression.of("\\b(?:insert\\s+into|update\\s+\\S+\\s+set|merge\\s+into)\\b");
    private static final Expression DELETES = Expression.of("\\bdelete\\s+from\\b");
    private static final Expression DROPS = Expression.of(
            "\\bdrop\\s+(?:column|partition|constraint|datafile|subpartition)\\b|\\b(?:truncate|delete)\\b(?!\\s+cascade)");
    private static final Expression PERFORMS =
            Expression.of("^explain\\s*(?:\\([^)]*\\banalyze\\b[^)]*\\)|analyze(?:\\s+verbose)?)\\s*");
    private static final Expression INTO = Expression.of("\\binto\\s+(?!@)\\w");
    private static final Expression IN_CODE = Expression.of(
            "(?i)\\b(?:delete\\s+from\\s+\\w|drop\\s+(?:table|database|schema|index)\\s+\\w|truncate\\s+table\\b)");
    private static final Expression UPDATE_IN_CODE =
            Expression.of("(?i)\\bupdate\\s+\\w+\\s+set\\s+\\w|\\balter\\s+(?:table|system)\\b");

    private static final Expression USUAL = Expression.of(
            "(?i)^\\s*(?:--[^\\n]*\\n\\s*)*(?:\\(?select\\s|insert\\s+into\\s|update\\s+\\S+\\s+set\\s|delete\\s+from\\s|create\\s+(?:or\\s+replace\\s+)?[a-z]+\\s|alter\\s+[a-z]+\\s|drop\\s+[a-z]+\\s|truncate\\s|with\\s+\\w+\\s+as\\s|explain\\s|grant\\s|revoke\\s|vacuum\\b|analyze\\b|reindex\\s|show\\s|kill\\s+(?:query\\s+|connection\\s+)?[\\d<{$:@\\[]|set\\s+(?:global|session|local|persist|\\w+\\s*(?:=|to\\s))|begin\\b|commit\\b|rollback\\b|copy\\s|lock\\s+tables?\\s|(?:start|stop|reset|change)\\s+(?:slave|replica|master|group_replication|replication)|purge\\s+(?:binary|master)|flush\\s+(?:tables|privileges|hosts|logs)|optimize\\s+table|call\\s+\\w|exec(?:ute)?\\s+\\w+|dbcc\\s|restore\\s+(?:database|log)|backup\\s+(?:database|log)|do\\s+\\$|refresh\\s+materialized|comment\\s+on|shutdown\\b|\\\\[a-z!])");
    private static final Expression TO_SCREEN = Expression.of("^copy\\b(?s:.*)\\bto\\s+stdout\\b");
    /// Where a statement begins within a block of a procedure.
    private static final Expression BLOCK = Expression.of("\\b(?:begin|then|loop|else)\\b");

    private QueryRisk() {}

    /// The risk of a script of statements; what nobody knows may change something.
    static Risk of(String script) {
        Risk risk = Risk.SAFE;
        for (String statement : statements(script)) {
            Risk one = statement(statement);
            risk = risk.or(one == null ? Risk.MUTATING : one);
        }
        return risk;
    }

    /// The risk of a text that may be SQL; null when it does not begin as a statement does.
    static @Nullable Risk maybe(String text) {
        if (!USUAL.in(text)) {
            return null;
        }
        Risk risk = null;
        for (String statement : statements(text)) {
            Risk one = statement(statement);
            risk = one == null ? risk : risk == null ? one : risk.or(one);
        }
        return risk;
    }

    /// The risk of queries in the text of another language.
    static Risk within(String code) {
        return (IN_CODE.in(code) ? Risk.DESTRUCTIVE : UPDATE_IN_CODE.in(code) ? Risk.DISRUPTIVE : Risk.SAFE)
                .or(Languages.KNOWN.functions().worst(code.toLowerCase(Locale.ROOT)));
    }

    private static List<String> statements(String script) {
        String plain = QUOTED.matcher(COMMENT.matcher(script).replaceAll(" ")).replaceAll("''");
        return Arrays.stream(plain.split(";|\\\\[gG]\\b"))
                .map(s -> s.strip().toLowerCase(Locale.ROOT).replaceFirst("^[({\\s]+", ""))
                .filter(s -> !s.isEmpty() && !s.equals("''"))
                .toList();
    }

    private static @Nullable Risk statement(String statement) {
        var performed = PERFORMS.matcher(statement);
        if (performed.find()) {
            return statement(statement.substring(performed.end()));
        }
        if (statement.startsWith("\\")) {
            return meta(statement);
        }
        if (statement.startsWith(".")) {
            return dot(statement);
        }
        if (TO_SCREEN.in(statement)) {
            return Risk.SAFE;
        }
        List<String> words = Arrays.stream(statement.split("[\\s(]+")).toList();
        Risk risk = Languages.KNOWN.sql().meaning(words, _ -> false);
        if (risk == null) {
            return Languages.KNOWN.functions().worst(statement) == Risk.SAFE
                    ? null
                    : Languages.KNOWN.functions().worst(statement);
        }
        String first = words.getFirst();
        Risk inner = switch (first) {
            case "with", "explain" ->
                first.equals("with") && DELETES.in(statement)
                        ? Risk.DESTRUCTIVE
                        : first.equals("with") && CHANGES.in(statement) ? Risk.DISRUPTIVE : Risk.SAFE;
            case "alter" -> DROPS.in(statement) ? Risk.DESTRUCTIVE : Risk.SAFE;
            case "select" -> INTO.in(statement) && !statement.contains("into outfile") ? Risk.MUTATING : Risk.SAFE;
            case "do", "declare", "begin" ->
                Arrays.stream(BLOCK.split(statement, 0))
                        .skip(1)
                        .map(String::strip)
                        .filter(USUAL::in)
                        .map(s -> {
                            Risk one = statement(s);
                            return one == null ? Risk.MUTATING : one;
                        })
                        .reduce(Risk.SAFE, Risk::or);
            case "copy" -> statement.contains(" from ") ? Risk.MUTATING : Risk.SAFE;
            default -> Risk.SAFE;
        };
        return risk.or(inner).or(Languages.KNOWN.functions().worst(statement));
    }

    /// What the shell of SQLite does itself: `.tables`, `.read file`.
    private static Risk dot(String statement) {
        return statement.startsWith(".restore")
                ? Risk.DESTRUCTIVE
                : statement.matches(
                                "(?s)\\.(?:backup|save|output|once|import|read|open|clone|recover|excel|shell|system|archive)\\b.*")
                        ? Risk.MUTATING
                        : Risk.SAFE;
    }

    /// What the client does itself: `\d orders`, `\copy t from 'f'`, `\i file` (PostgreSQL's psql).
    private static Risk meta(String statement) {
        return statement.matches("(?s)\\\\(?:copy\\b.*\\bfrom\\b|i|ir|include|!|o|w|g\\s|gexec|lo_).*")
                        && !statement.startsWith("\\if")
                ? Risk.MUTATING
                : Risk.SAFE;
    }
}
