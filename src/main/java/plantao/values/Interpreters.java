package plantao.values;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Tells where a value is read a second time, by something that could take it for code: a remote or inner shell, a
/// database, a program text. Cautious: a false alarm costs an unusual value, a miss would run it.
final class Interpreters {
    /// awk and GNU sed run commands where their program says so.
    private static final Pattern FILTER_RUNS = Pattern.compile(
            "\\bsystem\\s*\\(|\\|&?\\s*\\\\?\"|\\bgetline\\b|(?:^|[/}\\d;'\"|#,])[gpiImM\\d]*e[gpiImM\\d]*(?=$|[;'\"\\s}])");
    /// Programs that do away with a file, or tell about it, whatever stands in it.
    private static final Set<String> REMOVING =
            Set.of("rm", "unlink", "shred", "ls", "stat", "wc", "du", "touch", "mktemp", "chown", "test", "[", "[[");
    private static final Pattern SOURCES = Pattern.compile("source|\\.");

    private final ShellText shell;
    private final ValueFlow flows;
    private final Map<Integer, Optional<String>> behindPlaces = new HashMap<>();
    private final Map<String, List<ShellLayout.Word>> byName = new HashMap<>();
    private final Map<Integer, List<ShellText>> codes = new HashMap<>();
    private Optional<String> untraced = Optional.empty();
    private boolean looked;

    Interpreters(ShellText shell) {
        this.shell = shell;
        this.flows = new ValueFlow(shell);
    }

    /// What reads the value that stands at `start` again, for the operator to read; empty when only the shell does.
    ///
    /// @param variable whether it is a variable of the text rather than a blank
    Optional<String> readerAt(int start, boolean variable) {
        ShellContext context = shell.layout.at()[start];
        if (context == ShellContext.BACKTICK) {
            return Optional.of("a command in backticks");
        }
        Optional<String> inText = context == ShellContext.HEREDOC || context == ShellContext.RAW_HEREDOC
                ? heredoc(start, variable)
                : Optional.empty();
        List<ShellLayout.Word> words = shell.enclosing(start);
        for (int i = 0; i < words.size() && inText.isEmpty(); i++) {
            ShellLayout.Word word = words.get(i);
            boolean inner = i == 0;
            inText = (shell.shown(word).startsWith("<(") && !inner
                            ? file(word)
                            : CodeWords.reader(shell.before(word), shell.shown(word), variable && inner, shell.text))
                    .or(() -> inner ? subscript(word, start) : Optional.empty())
                    .or(() -> shell.handed(word) ? read(word.command()) : Optional.empty())
                    .or(() -> piped(word.command()))
                    .or(() -> parameterOfCode(word));
        }
        return inText;
    }

    /// What in the text may read any value again, by a way that nobody can follow.
    Optional<String> anywhere() {
        if (!looked) {
            looked = true;
            untraced = UntracedFlows.in(shell, runsAnything());
        }
        return untraced;
    }

    /// What reads the value again at one of the places it comes to from `start`, within the stretch of the text
    /// that begins at `from`.
    Optional<String> readerBehind(int start, int from) {
        ValueFlow.Reached reached = flows.from(start);
        return written(start, from)
                .or(() -> reached.places().stream()
                        .filter(p -> p >= from || called(p, from))
                        .flatMap(p ->
                                behindPlaces
                                        .computeIfAbsent(
                                                p, q -> readerAt(q, true).or(() -> split(q)))
                                        .stream())
                        .findFirst())
                .or(() -> reached.names().stream()
                        .flatMap(n -> innerCode(n, from).stream())
                        .findFirst());
    }

    /// How a program would take a value for something that it is not; empty when it would not.
    Optional<String> misread(int start, String value) {
        int at = shell.layout.wordAt()[start];
        if (at < 0) {
            return Optional.empty();
        }
        ShellLayout.Word word = shell.layout.words().get(at);
        return Misreadings.of(shell.before(word), shell.text.substring(word.start(), start), value);
    }

    /// Whether a place is in a function that is called behind `from`, or by another function.
    private boolean called(int place, int from) {
        return shell.functions.stream()
                .filter(f -> f.start() < place && place < f.end())
                .anyMatch(f -> named(f.name()).stream()
                        .anyMatch(w -> w.start() >= from
                                || shell.functions.stream()
                                        .anyMatch(g -> g.start() < w.start() && w.start() < g.end())));
    }

    /// Where a word stands, `./` and quotes aside.
    private List<ShellLayout.Word> named(String name) {
        if (byName.isEmpty()) {
            shell.layout
                    .words()
                    .forEach(w -> byName.computeIfAbsent(plain(shell.shown(w)), _ -> new ArrayList<>())
                            .add(w));
        }
        return byName.getOrDefault(name, List.of());
    }

    /// A parameter of a function outside quotes becomes several words: a value could bring options along.
    private Optional<String> split(int place) {
        char next = place + 1 < shell.text.length() ? shell.text.charAt(place + 1) : ' ';
        boolean parameter = Character.isDigit(next) || "@*{".indexOf(next) >= 0;
        return parameter
                        && shell.layout.uses().stream().noneMatch(u -> u.start() == place)
                        && shell.layout.at()[place] != ShellContext.DOUBLE
                        && !(next == '{' && quoted(place))
                        && !assigned(place)
                ? Optional.of("the shell, which makes several words of it (write \"$" + next + "\" with quotes)")
                : Optional.empty();
    }

    private boolean quoted(int place) {
        return place > 0 && shell.layout.at()[place - 1] == ShellContext.DOUBLE
                || place > 0 && shell.text.charAt(place - 1) == '"';
    }

    private boolean assigned(int place) {
        return shell.enclosing(place).stream()
                .findFirst()
                .filter(w -> ShellText.ASSIGNMENT
                        .matcher(shell.text.substring(w.start(), place))
                        .matches())
                .isPresent();
    }

    private Optional<String> subscript(ShellLayout.Word word, int start) {
        String head = shell.text.substring(word.start(), start);
        boolean inName = head.matches("\\w*")
                && ShellText.ASSIGNMENT.matcher(shell.shown(word)).matches();
        return inName || head.matches("[A-Za-z_]\\w*\\[[^\\]]*")
                ? Optional.of("the shell as a variable's name")
                : Optional.empty();
    }

    /// What reads a file that is made on the spot, `<( … )`.
    private Optional<String> file(ShellLayout.Word word) {
        return running(shell.before(word));
    }

    private static Optional<String> running(List<String> words) {
        return !words.isEmpty() && SOURCES.matcher(words.getFirst()).matches()
                ? Optional.of("the shell")
                : words.stream().map(Programs::name).filter(Programs::runs).findFirst();
    }

    private Optional<String> heredoc(int start, boolean variable) {
        return shell.heredocAt(start).flatMap(doc -> {
            List<String> names =
                    shell.words(doc.command()).stream().map(Programs::name).toList();
            boolean copies = names.contains("cat") || names.contains("tee");
            boolean reads = names.stream().anyMatch(Programs.READING::contains) || names.contains("done");
            boolean passed = variable
                    && (reads || copies && !runsAnything())
                    && read(doc.command()).isEmpty()
                    && piped(doc.command()).isEmpty();
            return passed
                    ? Optional.empty()
                    : Optional.of("the text handed to " + (names.isEmpty() ? "a command" : names.getFirst()));
        });
    }

    /// Whether anything in the text could run a file that was written before.
    private boolean runsAnything() {
        return shell.layout.words().stream()
                .map(w -> Programs.name(shell.shown(w)))
                .anyMatch(p -> Programs.runs(p) || p.equals("source") || p.equals(".") || p.equals("chmod"));
    }

    /// Whether a later command of the same pipeline, or of the one around it, runs what it reads.
    private Optional<String> piped(int command) {
        return shell.readersOf(command).stream().flatMap(c -> read(c).stream()).findFirst();
    }

    /// What runs the lines that a command is handed.
    private Optional<String> read(int command) {
        List<String> words = shell.words(command);
        Optional<String> direct = running(words);
        if (direct.isPresent()) {
            return direct;
        }
        Optional<String> filter = words.stream()
                .map(Programs::name)
                .filter(Programs.FILTERS::contains)
                .filter(f -> !f.endsWith("q")
                        && words.stream().anyMatch(w -> FILTER_RUNS.matcher(w).find()))
                .findFirst();
        return filter.isPresent() || !shell.several(command)
                ? filter
                : shell.layout.words().stream()
                        .filter(w -> shell.before(w).isEmpty())
                        .flatMap(w -> running(List.of(shell.shown(w))).stream())
                        .findFirst();
    }

    /// What runs a file behind `from` that a command with the value writes to.
    private Optional<String> written(int start, int from) {
        return shell.enclosing(start).stream()
                .flatMap(w -> Stream.concat(Stream.of(w.command()), shell.readersOf(w.command()).stream()))
                .distinct()
                .flatMap(command -> shell.wordsOf(command).stream().filter(this::taking))
                .map(w -> plain(shell.shown(w)))
                .filter(name -> !name.isEmpty())
                .flatMap(name -> named(name).stream()
                        .filter(w -> w.start() >= from && !taking(w))
                        .flatMap(w -> runs(w).stream()))
                .findFirst();
    }

    private boolean taking(ShellLayout.Word word) {
        return shell.behind(word, ">")
                || shell.before(word).stream().anyMatch(w -> Programs.name(w).equals("tee"));
    }

    private Optional<String> runs(ShellLayout.Word file) {
        List<String> before = shell.before(file);
        Optional<String> run = running(before);
        boolean made = before.isEmpty() || before.getFirst().equals("chmod");
        return run.isPresent()
                ? run
                : made
                        ? Optional.of("the shell as a program")
                        : runsAnything() && !REMOVING.contains(before.getFirst())
                                ? Optional.of("what the text does with the file " + plain(shell.shown(file)))
                                : Optional.empty();
    }

    private static String plain(String word) {
        return word.replaceAll("[\"']", "").replaceFirst("^(?:\\./)+", "").replaceFirst("^/dev/.*", "");
    }

    /// A value that an inner shell gets as a parameter, `bash -c '… $1' x {v}`: what does it do with it?
    private Optional<String> parameterOfCode(ShellLayout.Word word) {
        return shell.wordsOf(word.command()).stream()
                .filter(w -> w.start() != word.start() && code(w))
                .map(w -> new ShellText(unquoted(shell.shown(w))))
                .flatMap(inner -> inner.parameters(Optional.empty()).stream()
                        .flatMap(p -> new Interpreters(inner).any(p).stream()))
                .findFirst();
    }

    /// Whether an inner shell, which has the shell's variables if they were exported, reads this one as code.
    private Optional<String> innerCode(String name, int from) {
        return codes.computeIfAbsent(from, this::codes).stream()
                .flatMap(inner -> inner.layout.uses().stream()
                        .filter(u -> u.name().equals(name))
                        .flatMap(u -> new Interpreters(inner).any(u.start()).stream()))
                .findFirst();
    }

    /// The texts behind `from` that inner shells are given.
    private List<ShellText> codes(int from) {
        Stream<String> words = shell.layout.words().stream()
                .filter(w -> w.start() >= from && code(w))
                .map(w -> unquoted(shell.shown(w)));
        Stream<String> docs = shell.layout.heredocs().stream()
                .filter(d -> d.bodyStart() >= from && shells(shell.words(d.command())))
                .map(d -> shell.text.substring(d.bodyStart(), d.bodyEnd()));
        return Stream.concat(words, docs).map(ShellText::new).toList();
    }

    /// What reads a variable of an inner text again: something in it, or the shell that splits it.
    private Optional<String> any(int place) {
        ShellContext context = shell.layout.at()[place];
        boolean loose = (context == ShellContext.PLAIN || context == ShellContext.ARITHMETIC) && !assigned(place);
        return loose
                ? Optional.of("the inner shell, which makes several words of it")
                : readerAt(place, true).or(() -> readerBehind(place, 0));
    }

    /// Whether a word is a text that a shell is given to run.
    private boolean code(ShellLayout.Word word) {
        return shell.shown(word).contains("$")
                && (shells(shell.before(word)) || shell.handed(word) && shells(shell.words(word.command())));
    }

    private static boolean shells(List<String> words) {
        return words.stream().map(Programs::name).anyMatch(Programs.SHELLS::contains);
    }

    private static String unquoted(String word) {
        if (word.length() > 1 && word.startsWith("\"")) {
            return word.substring(1, word.length() - 1).replaceAll("\\\\([\\\\\"$`])", "$1");
        }
        return word.length() > 1 && word.startsWith("'") ? word.substring(1, word.length() - 1) : word;
    }
}
