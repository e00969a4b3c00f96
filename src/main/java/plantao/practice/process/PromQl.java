package plantao.practice.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The part of PromQL that runbooks ask with: selectors with matchers and ranges, `rate`, `irate`, `increase`,
/// `histogram_quantile`, `sum avg min max count` with `by`, arithmetic and comparisons with numbers.
///
/// @see <a href="https://prometheus.io/docs/prometheus/latest/querying/basics/">the language</a>
final class PromQl {
    private static final Pattern TOKEN = Pattern.compile(
            "\\s*(?:(\\d+\\.?\\d*(?:[eE][+-]?\\d+)?(?![a-z]))|([a-zA-Z_:][\\w:]*)|(\"(?:[^\"\\\\]|\\\\.)*\"|'[^']*')"
                    + "|(\\[\\s*\\d+(?:ms|[smhdw])\\s*])|([<>=!]=|=~|!~|[-+*/(){},=<>]))");
    private static final Set<String> GROUPS = Set.of("sum", "avg", "min", "max", "count");
    private static final Set<String> RANGES = Set.of("rate", "irate", "increase");

    private final List<String> tokens;
    private int at;

    private PromQl(List<String> tokens) {
        this.tokens = tokens;
    }

    /// What is asked.
    sealed interface Query {
        record Number(double value) implements Query {}

        /// @param seconds the range, 0 for the newest sample
        record Selector(@Nullable String name, List<Matching> matchings, long seconds) implements Query {}

        record Rate(String function, Selector of) implements Query {}

        record Quantile(Query quantile, Query of) implements Query {}

        record Group(String function, List<String> by, Query of) implements Query {}

        record Binary(String operator, Query left, Query right) implements Query {}
    }

    /// A label's condition.
    ///
    /// @param operator `= != =~ !~`
    record Matching(String label, String operator, String value) {
        boolean fits(Map<String, String> labels) {
            String found = labels.getOrDefault(label, "");
            boolean same = operator.endsWith("~") ? found.matches(value) : found.equals(value);
            return operator.startsWith("!") != same;
        }
    }

    /// Reads a query.
    ///
    /// @throws IllegalArgumentException for what is not part of this
    static Query read(String text) {
        List<String> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(text);
        int end = 0;
        while (end < text.strip().length() && matcher.find(end) && matcher.start() == end) {
            tokens.add(matcher.group().strip());
            end = matcher.end();
        }
        if (!text.substring(end).isBlank() || tokens.isEmpty()) {
            throw new IllegalArgumentException(
                    "parse error: unexpected \"" + text.substring(end).strip() + "\"");
        }
        var parser = new PromQl(tokens);
        Query query = parser.comparison();
        if (parser.at < tokens.size()) {
            throw new IllegalArgumentException("parse error: unexpected \"" + tokens.get(parser.at) + "\"");
        }
        return query;
    }

    private Query comparison() {
        Query left = sum();
        while (at < tokens.size() && Set.of("<", ">", "<=", ">=", "==", "!=").contains(tokens.get(at))) {
            left = new Query.Binary(tokens.get(at++), left, sum());
        }
        return left;
    }

    private Query sum() {
        Query left = product();
        while (at < tokens.size() && Set.of("+", "-").contains(tokens.get(at))) {
            left = new Query.Binary(tokens.get(at++), left, product());
        }
        return left;
    }

    private Query product() {
        Query left = one();
        while (at < tokens.size() && Set.of("*", "/").contains(tokens.get(at))) {
            left = new Query.Binary(tokens.get(at++), left, one());
        }
        return left;
    }

    private Query one() {
        String token = next();
        if (token.equals("(")) {
            Query inner = comparison();
            expect(")");
            return inner;
        }
        if (token.matches("\\d.*")) {
            return new Query.Number(Double.parseDouble(token));
        }
        if (token.equals("{")) {
            at--;
            return selector(null);
        }
        if (!token.matches("[a-zA-Z_:].*")) {
            throw new IllegalArgumentException("parse error: unexpected \"" + token + "\"");
        }
        boolean call = at < tokens.size()
                && (tokens.get(at).equals("(") || tokens.get(at).equals("by"));
        return call ? function(token) : selector(token);
    }

    private Query function(String name) {
        if (GROUPS.contains(name)) {
            List<String> by = by();
            expect("(");
            Query of = comparison();
            expect(")");
            return new Query.Group(name, by.isEmpty() ? by() : by, of);
        }
        expect("(");
        if (name.equals("histogram_quantile")) {
            Query quantile = comparison();
            expect(",");
            Query of = comparison();
            expect(")");
            return new Query.Quantile(quantile, of);
        }
        if (RANGES.contains(name) && one() instanceof Query.Selector of && of.seconds() > 0) {
            expect(")");
            return new Query.Rate(name, of);
        }
        throw new IllegalArgumentException(
                RANGES.contains(name)
                        ? name + " needs a range, such as [5m]"
                        : "the function " + name + " is not known in practice");
    }

    private List<String> by() {
        List<String> labels = new ArrayList<>();
        if (at < tokens.size() && tokens.get(at).equals("by")) {
            at++;
            expect("(");
            while (!tokens.get(at).equals(")")) {
                String label = next();
                if (!label.equals(",")) {
                    labels.add(label);
                }
            }
            at++;
        }
        return List.copyOf(labels);
    }

    private Query.Selector selector(@Nullable String name) {
        List<Matching> matchings = new ArrayList<>();
        if (at < tokens.size() && tokens.get(at).equals("{")) {
            at++;
            while (!tokens.get(at).equals("}")) {
                String label = next();
                if (!label.equals(",")) {
                    String operator = next();
                    String value = next();
                    matchings.add(new Matching(label, operator, value.substring(1, value.length() - 1)));
                }
            }
            at++;
        }
        long seconds = 0;
        if (at < tokens.size() && tokens.get(at).startsWith("[")) {
            seconds = seconds(next());
        }
        return new Query.Selector(name, List.copyOf(matchings), seconds);
    }

    private static long seconds(String range) {
        long number = Long.parseLong(range.replaceAll("\\D", ""));
        return switch (range.replaceAll("[\\d\\[\\]\\s]", "")) {
            case "ms" -> Math.max(1, number / 1000);
            case "s" -> number;
            case "m" -> number * 60;
            case "h" -> number * 3600;
            case "d" -> number * 86400;
            default -> number * 604800;
        };
    }

    private String next() {
        if (at >= tokens.size()) {
            throw new IllegalArgumentException("parse error: unexpected end of input");
        }
        return tokens.get(at++);
    }

    private void expect(String token) {
        String found = next();
        if (!found.equals(token)) {
            throw new IllegalArgumentException("parse error: expected \"" + token + "\", found \"" + found + "\"");
        }
    }
}
