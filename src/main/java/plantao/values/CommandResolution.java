package plantao.values;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import plantao.values.ResolvedCommand.Piece;

/// One text on its way to a [ResolvedCommand].
final class CommandResolution {
    static final String DOTS = "••••••••";
    /// Linux takes no longer variable (MAX_ARG_STRLEN is 128 KiB).
    private static final Pattern GIVEN_TO = Pattern.compile("([A-Za-z_][\\w-]*?)(?:=|\\s+)[\"']?$");
    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_VALUE = 100_000;

    /// A stretch of the text that is shown differently.
    ///
    /// @param real what it stands for, secrets that the target
    /// owns masked
    private record Shown(int start, int end, Piece piece, String real) {}

    private final String text;
    private final ValueSources sources;
    private final List<Placeholders.Span> blanks;
    /// The text with its blanks as plain letters.
    private final String shadow;
    private final ShellLayout layout;
    private final SessionPast behind;
    /// Looks at the text behind those of earlier steps.
    private final Interpreters interpreters;
    private final ValueFlow flows;
    private final ShellNames names;
    private final TextEdits edits = new TextEdits();
    private final References references;
    private final ValueAliases carried = new ValueAliases();
    private final Set<String> left;
    /// Those of them that the text uses.
    private final Set<String> relied = new LinkedHashSet<>();

    private final Map<String, String> environment = new LinkedHashMap<>();
    private final Map<String, String> asked = new LinkedHashMap<>();
    private final Map<String, ResolvedCommand.Value> values = new LinkedHashMap<>();
    private final Set<String> missing = new LinkedHashSet<>();
    private final List<Shown> shown = new ArrayList<>();
    private final List<String> refusals;

    /// @param left names that the shell has from earlier steps
    /// @param behind the texts of those
    CommandResolution(
            Substitutions.Replaced replaced,
            List<String> listed,
            ValueSources sources,
            Set<String> left,
            SessionPast behind) {
        this.left = left;
        this.behind = behind;
        this.text = replaced.text();
        this.sources = sources;
        this.refusals = new ArrayList<>(replaced.refusals());
        this.blanks = Placeholders.outside(replaced, listed);
        this.shadow = Placeholders.shadow(text, blanks);
        this.layout = ShellLexer.read(shadow);
        ShellText whole = new ShellText(behind.text() + shadow);
        this.interpreters = new Interpreters(whole);
        this.flows = new ValueFlow(whole);
        this.names = new ShellNames(shadow, layout);
        this.references = new References(text, layout, edits);
        replaced.spans().forEach(s -> {
            String by = text.substring(s.start(), s.end());
            shown.add(new Shown(s.start(), s.end(), new Piece(Piece.Kind.VALUE, by, s.original()), by));
        });
    }

    ResolvedCommand resolved(Optional<String> unrunnable) {
        record At(int start, Runnable fill) {}
        behind.values().forEach(this::fromBefore);
        List<At> all = new ArrayList<>();
        blanks.forEach(b -> all.add(new At(b.start(), () -> blank(b))));
        layout.uses().forEach(u -> all.add(new At(u.start(), () -> variable(u))));
        all.sort(Comparator.comparingInt(At::start));
        all.forEach(a -> a.fill().run());
        carried.calculated(shadow, layout).ifPresent(v -> refusals.add(number(v.blank())));
        List<Piece> pieces = new ArrayList<>();
        StringBuilder real = new StringBuilder();
        shown.sort(Comparator.comparingInt(Shown::start));
        int at = 0;
        for (Shown next : shown) {
            if (next.start() < at) {
                continue;
            }
            plain(pieces, text.substring(at, next.start()));
            real.append(text, at, next.start()).append(next.real());
            pieces.add(next.piece());
            at = next.end();
        }
        plain(pieces, text.substring(at));
        real.append(text.substring(at));
        Optional<String> refusal =
                unrunnable.or(() -> refusals.stream().findFirst()).or(() -> fence(real.toString()));
        return new ResolvedCommand(
                relied() + edits.apply(text),
                refusal.isPresent() ? Map.of() : Map.copyOf(environment),
                List.copyOf(pieces),
                List.copyOf(values.values()),
                List.copyOf(missing),
                refusal.isPresent() ? Map.of() : Map.copyOf(asked),
                refusal.orElse(null));
    }

    private void blank(Placeholders.Span blank) {
        ShellContext context = layout.at()[blank.start()];
        if (context == ShellContext.COMMENT || context == ShellContext.EXPANSION) {
            return;
        }
        Optional<ValueSources.Found> found = sources.of(blank.name());
        if (found.isEmpty()) {
            lacks(blank.name(), blank.start(), blank.end());
            return;
        }
        ValueSources.Found value = named(found.get(), blank.start());
        show(blank.name(), value, blank.start(), blank.end(), context);
        String variable = "PLANTAO_" + Placeholders.key(blank.name());
        if (accepted(blank.name(), value, context, blank.start(), false)) {
            put(variable, value);
            carry(blank.start(), blank.name(), value);
            if (!references.put(blank.start(), blank.end(), variable)) {
                refusals.add("\"" + blank.name()
                        + "\" stands in a heredoc with an unusual delimiter. Give the heredoc a plain"
                        + " one, such as EOF.");
            }
        }
    }

    /// A blank whatever its name holds a secret when it is given to something that has a secret's name
    /// (`SECRET_KEY="{old_value}"`, `--password {new}`).
    private ValueSources.Found named(ValueSources.Found found, int start) {
        Matcher before = GIVEN_TO.matcher(text.substring(Math.max(0, start - LONGEST_NAME), start));
        boolean secret = found.secret() || before.find() && ValueSources.secret(before.group(1), found.value());
        return new ValueSources.Found(found.value(), found.from(), secret, found.owned(), found.command());
    }

    private void variable(ShellLayout.Use use) {
        if (names.assignedBefore(use)) {
            carried.of(use.name()).ifPresent(v -> handedOn(use, v));
            return;
        }
        if (left.contains(use.name()) && sources.given(use.name()).isEmpty()) {
            carried.of(use.name()).ifPresent(v -> oneWord(use, v.blank(), v.found()));
            if (!use.rest().matches("(?s)(?::?[-=+?]|\\[).*")) {
                relied.add(use.name());
            }
            return;
        }
        boolean own = ShellNames.own(use.name());
        Optional<ValueSources.Found> found = own ? sources.owned(use.name()) : sources.of(use.name());
        boolean whole = use.rest().isEmpty();
        if (found.isEmpty()) {
            boolean optional = own || names.perhapsAssigned(use) || use.rest().matches("(?s)(?::?[-=+]|\\[).*");
            if (!optional) {
                lacks(use.name(), use.start(), use.end());
            }
            return;
        }
        ValueSources.Found value = found.get();
        if (whole) {
            show(use.name(), value, use.start(), use.end(), value.owned() ? ShellContext.COMMENT : use.context());
        }
        values.putIfAbsent(use.name(), listed(use.name(), value));
        if (!accepted(use.name(), value, use.context(), use.start(), true)) {
            return;
        }
        put(use.name(), value);
        carry(use.start(), use.name(), value);
        if (!value.owned()) {
            carried.hold(use.name(), use.name(), value);
            oneWord(use, use.name(), value);
        }
    }

    /// Stops the step before it does anything when a shell was lost since, and with it what was set there.
    private String relied() {
        return relied.stream()
                .map(name ->
                        ": \"${" + name + "?was set by an earlier step whose shell is gone. Run that step again}\"; ")
                .collect(Collectors.joining());
    }

    /// A variable of the text's own that holds somebody's value.
    private void handedOn(ShellLayout.Use use, ValueAliases.Value value) {
        if (!value.found().owned() && accepted(value.blank(), value.found(), use.context(), use.start(), true)) {
            carry(use.start(), value.blank(), value.found());
            oneWord(use, value.blank(), value.found());
        }
    }

    /// The names that hold a value which stands here.
    private void carry(int start, String blank, ValueSources.Found found) {
        flows.direct(behind.text().length() + start).forEach(name -> carried.hold(name, blank, found));
    }

    /// A value that an earlier step was given may have stayed in the shell.
    private void fromBefore(SessionPast.Value value) {
        flows.direct(value.start()).forEach(name -> carried.hold(name, value.name(), value.found()));
        if (!References.isWord(seen(value.found()))) {
            interpreters
                    .readerBehind(value.start(), behind.text().length())
                    .or(() -> flows.direct(value.start()).isEmpty() ? Optional.empty() : interpreters.anywhere())
                    .ifPresent(r -> refusals.add(readAgain(value.name(), r)
                            + " An earlier step has put it into the shell: run that step again with another."));
        }
    }

    private static String seen(ValueSources.Found found) {
        return found.command() == null ? found.value() : "a value nobody has seen";
    }

    private static String readAgain(String name, String reader) {
        return "The value of \"" + name + "\" is read again by " + reader
                + ", which could take it for code: only letters, digits and . _ : @ / - are accepted there, and no - in"
                + " front.";
    }

    private void oneWord(ShellLayout.Use use, String name, ValueSources.Found value) {
        if (!References.isWord(value.value()) && references.splits(use)) {
            if (use.rest().matches("[^\"'`\\\\]*")) {
                references.quote(use);
            } else {
                refusals.add("The value of \"" + name + "\" would be split into several words. Give one without"
                        + " blanks and special characters.");
            }
        }
    }

    private void put(String variable, ValueSources.Found found) {
        if (found.command() == null) {
            environment.put(variable, found.value());
        } else {
            asked.put(variable, found.command());
        }
    }

    /// Whether the value may stand there; otherwise says why not. One that is not here yet may stand only where
    /// nothing reads it again, for it can't be looked at.
    private boolean accepted(String name, ValueSources.Found found, ShellContext context, int start, boolean variable) {
        String value = seen(found);
        int place = behind.text().length() + start;
        if (value.indexOf(0) >= 0 || value.length() > LONGEST_VALUE) {
            refusals.add(
                    "The value of \"" + name + "\" is too long or holds a NUL character. Give a shorter, plain one.");
            return false;
        }
        if (context == ShellContext.ARITHMETIC && !References.isNumber(value)) {
            refusals.add(number(name));
            return false;
        }
        Optional<String> reader = References.isWord(value)
                ? Optional.empty()
                : interpreters.readerAt(place, variable).or(() -> readerBehind(found, place));
        reader.ifPresent(
                r -> refusals.add(readAgain(name, r) + " Change the value, or copy the command and run it by hand."));
        Optional<String> misread =
                found.owned() || reader.isPresent() ? Optional.empty() : interpreters.misread(place, value);
        misread.ifPresent(why -> refusals.add("The value of \"" + name + "\" " + why));
        return reader.isEmpty() && misread.isEmpty();
    }

    private Optional<String> readerBehind(ValueSources.Found found, int place) {
        return found.owned()
                ? Optional.empty()
                : interpreters.readerBehind(place, behind.text().length()).or(interpreters::anywhere);
    }

    private static String number(String name) {
        return "\"" + name + "\" stands in a calculation: its value must be a number.";
    }

    private void lacks(String name, int start, int end) {
        missing.add(name);
        String written = text.substring(start, end);
        shown.add(new Shown(start, end, new Piece(Piece.Kind.MISSING, written, name), written));
    }

    private void show(String name, ValueSources.Found found, int start, int end, ShellContext context) {
        values.putIfAbsent(name, listed(name, found));
        Piece piece = found.secret()
                ? new Piece(Piece.Kind.SECRET, DOTS, name)
                : new Piece(Piece.Kind.VALUE, typed(visible(found.value()), context), name);
        shown.add(new Shown(start, end, piece, found.secret() && found.owned() ? DOTS : found.value()));
    }

    private static ResolvedCommand.Value listed(String name, ValueSources.Found found) {
        return new ResolvedCommand.Value(
                name, found.secret() ? DOTS : visible(found.value()), found.from(), found.secret());
    }

    /// As it would have to be typed there to mean the same: what is read and copied is one word, as what runs is
    /// (POSIX, Shell Command Language, 2.2).
    private static String typed(String value, ShellContext context) {
        return switch (context) {
            case PLAIN -> References.isWord(value) ? value : "'" + value.replace("'", "'\\''") + "'";
            case SINGLE -> value.replace("'", "'\\''");
            case DOUBLE -> value.replaceAll("[\\\\\"$`]", "\\\\$0");
            default -> value;
        };
    }

    /// Without characters that could make the shown text look different from what runs.
    static String visible(String value) {
        return value.replaceAll("[\\p{Cc}&&[^\n\t]]|[\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]", "\uFFFD");
    }

    private Optional<String> fence(String real) {
        Fence fence = sources.target().place().fence();
        return fence == null ? Optional.empty() : fence.refusal(real);
    }

    private static void plain(List<Piece> pieces, String stretch) {
        if (!stretch.isEmpty()) {
            pieces.add(new Piece(Piece.Kind.PLAIN, stretch, null));
        }
    }
}
