package plantao.values;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import plantao.runbook.Command;
import plantao.runbook.Runner;
import plantao.values.ResolvedCommand.Piece;

/// Fills in the blanks of a query or request that no shell reads. In SQL a value is bound wherever a value can
/// stand, so that it is data whatever it holds; elsewhere it is written as the language quotes it, or refused.
final class QueryResolving {
    private static final Pattern VARIABLE =
            Pattern.compile("(?<![\\w$\\\\])\\$(?:\\{([A-Za-z_]\\w*)\\}|([A-Za-z_]\\w*))(?![\\w$])");

    /// A blank or variable in the text.
    private record Use(int start, int end, String name) {}

    private final Runner language;
    private final String text;
    private final ValueSources sources;
    private final QueryContext[] at;
    private final List<Use> uses = new ArrayList<>();
    private final List<Substitutions.Span> substituted;

    private final StringBuilder script = new StringBuilder();
    private final StringBuilder plain = new StringBuilder();
    private final List<Piece> pieces = new ArrayList<>();
    private final Map<String, String> bound = new LinkedHashMap<>();
    private final Map<String, String> asked = new LinkedHashMap<>();
    private final Map<String, ResolvedCommand.Value> values = new LinkedHashMap<>();
    private final Set<String> missing = new LinkedHashSet<>();
    private final List<String> refusals;

    private QueryResolving(
            Runner language, Substitutions.Replaced replaced, List<String> listed, ValueSources sources) {
        this.language = language;
        this.text = replaced.text();
        this.sources = sources;
        this.substituted = replaced.spans();
        this.refusals = new ArrayList<>(replaced.refusals());
        this.at = QueryContext.of(text, language);
        // In a shell's `%{http_code}` there is no blank; in `like '%{name}%'` there is one.
        String shadow = language == Runner.SQL ? text.replace('%', ' ') : text;
        Placeholders.find(shadow, listed).forEach(b -> uses.add(new Use(b.start(), b.end(), b.name())));
        VARIABLE.matcher(text)
                .results()
                .forEach(m -> uses.add(new Use(m.start(), m.end(), m.group(1) == null ? m.group(2) : m.group(1))));
        uses.removeIf(u -> at[u.start()] == QueryContext.COMMENT
                || substituted.stream().anyMatch(s -> s.start() < u.end() && u.start() < s.end()));
        uses.sort(Comparator.comparingInt(Use::start));
    }

    /// @param texts what is run, in order
    static ResolvedCommand resolve(Runner language, List<String> texts, List<Command> commands, ValueSources sources) {
        List<String> listed = commands.stream()
                .flatMap(c -> c.placeholders().stream())
                .distinct()
                .toList();
        String joined =
                String.join(language == Runner.SQL ? "\n" : "\n\n", language == Runner.SQL ? ended(texts) : texts);
        Substitutions.Replaced replaced = Substitutions.apply(
                joined, sources.target().substitutions(), sources.target().label());
        return new QueryResolving(language, replaced, listed, sources).resolved();
    }

    private static List<String> ended(List<String> texts) {
        return texts.stream()
                .map(t -> t.stripTrailing().endsWith(";") ? t : t.stripTrailing() + ";")
                .toList();
    }

    private ResolvedCommand resolved() {
        int i = 0;
        for (int next = 0; next < uses.size(); ) {
            Use use = uses.get(next);
            int open = literal(use);
            int close = open < 0 ? -1 : end(open);
            if (open >= 0 && bindable(open)) {
                copy(i, open);
                List<Use> inside = uses.stream()
                        .filter(u -> u.start() > open && u.end() < close)
                        .toList();
                bind(open + 1, close - 1, inside);
                next += inside.size();
                i = close;
            } else {
                copy(i, use.start());
                alone(use);
                next++;
                i = use.end();
            }
        }
        copy(i, text.length());
        flush();
        Optional<String> refusal = refusals.stream().findFirst().or(this::fence);
        return new ResolvedCommand(
                script.toString(),
                refusal.isPresent() ? Map.of() : Map.copyOf(bound),
                List.copyOf(pieces),
                List.copyOf(values.values()),
                List.copyOf(missing),
                refusal.isPresent() ? Map.of() : Map.copyOf(asked),
                refusal.orElse(null));
    }

    private Optional<String> fence() {
        Fence fence = sources.target().place().fence();
        return fence == null ? Optional.empty() : fence.refusal(script.toString());
    }

    /// Where the SQL literal that holds the use begins; -1 outside of one.
    private int literal(Use use) {
        if (language != Runner.SQL || at[use.start()] != QueryContext.TEXT) {
            return -1;
        }
        int open = use.start();
        while (open > 0 && at[open - 1] == QueryContext.TEXT) {
            open--;
        }
        return open;
    }

    private int end(int open) {
        int end = open;
        while (end < text.length() && at[end] == QueryContext.TEXT) {
            end++;
        }
        return end;
    }

    /// A literal with a prefix (`E'…'`, `interval '…'`) is syntax, for which no bound value can stand.
    private boolean bindable(int open) {
        String before = text.substring(Math.max(0, open - 20), open);
        return !before.matches("(?is).*(?:\\w|&)$|.*\\b(?:interval|date|time|timestamp|timestamptz)\\s*$")
                && end(open) - open >= 2;
    }

    /// A whole literal becomes one bound value.
    private void bind(int from, int to, List<Use> inside) {
        StringBuilder value = new StringBuilder();
        plain("'");
        String command = null;
        int i = from;
        for (Use use : inside) {
            value.append(text, i, use.start());
            plain(text.substring(i, use.start()));
            ValueSources.Found found = found(use);
            if (found != null) {
                command = found.command() == null ? command : found.command();
                value.append(found.value());
            }
            i = use.end();
        }
        value.append(text, i, to);
        plain(text.substring(i, to) + "'");
        String name = String.valueOf(bound.size() + asked.size() + 1);
        script.append('?');
        if (command == null) {
            bound.put(name, value.toString().replace("''", "'"));
        } else if (inside.size() == 1
                && inside.getFirst().start() == from
                && inside.getFirst().end() == to) {
            asked.put(name, command);
        } else {
            refusals.add("\"" + inside.getFirst().name() + "\" is asked of a command, and can only stand alone between"
                    + " quotes here.");
        }
    }

    private void alone(Use use) {
        ValueSources.Found found = found(use);
        if (found == null) {
            script.append(text, use.start(), use.end());
            return;
        }
        if (language == Runner.SQL && SqlPlaces.isValue(text, use.start(), at[use.start()])) {
            String name = String.valueOf(bound.size() + asked.size() + 1);
            script.append('?');
            if (found.command() == null) {
                bound.put(name, found.value());
            } else {
                asked.put(name, found.command());
            }
            return;
        }
        QueryQuoting.Quoted quoted = found.command() == null
                ? QueryQuoting.of(language, text, use.start(), at[use.start()], found.value())
                : new QueryQuoting.Quoted(
                        null,
                        "A value that is asked of a command can't stand there: give \"" + use.name()
                                + "\" as an environment variable.");
        if (quoted.text() == null) {
            refusals.add("The value of \"" + use.name() + "\" can't be used: " + quoted.why());
        } else {
            script.append(quoted.text());
        }
    }

    private ValueSources.@org.jspecify.annotations.Nullable Found found(Use use) {
        Optional<ValueSources.Found> found = sources.of(use.name());
        if (found.isEmpty()) {
            missing.add(use.name());
            piece(new Piece(Piece.Kind.MISSING, text.substring(use.start(), use.end()), use.name()));
            return null;
        }
        ValueSources.Found value = found.get();
        String shown = value.secret() ? CommandResolution.DOTS : CommandResolution.visible(value.value());
        values.putIfAbsent(use.name(), new ResolvedCommand.Value(use.name(), shown, value.from(), value.secret()));
        piece(new Piece(value.secret() ? Piece.Kind.SECRET : Piece.Kind.VALUE, shown, use.name()));
        return value;
    }

    /// Text as the runbook has it, into the script and onto the screen.
    private void copy(int from, int to) {
        for (int k = from; k < to; k++) {
            script.append(text.charAt(k));
            if (language == Runner.SQL && text.charAt(k) == '?' && at[k] == QueryContext.CODE) {
                script.append('?'); // the operator, not a bound value
            }
        }
        int i = from;
        for (Substitutions.Span span : substituted) {
            if (span.start() >= from && span.end() <= to) {
                plain(text.substring(i, span.start()));
                piece(new Piece(Piece.Kind.VALUE, text.substring(span.start(), span.end()), span.original()));
                i = span.end();
            }
        }
        plain(text.substring(i, to));
    }

    private void plain(String stretch) {
        plain.append(stretch);
    }

    private void piece(Piece piece) {
        flush();
        pieces.add(piece);
    }

    private void flush() {
        if (!plain.isEmpty()) {
            pieces.add(new Piece(Piece.Kind.PLAIN, plain.toString(), null));
            plain.setLength(0);
        }
    }
}
