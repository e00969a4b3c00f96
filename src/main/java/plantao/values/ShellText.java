package plantao.values;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A shell text with its layout, and questions about its commands, pipelines and functions. What was asked once is
/// remembered, for values ask about the same words again and again; one thread at a time.
final class ShellText {
    static final Pattern ASSIGNMENT = Pattern.compile("([A-Za-z_]\\w*)(?:\\[[^\\]]*\\])?\\+?=.*", Pattern.DOTALL);
    private static final Pattern NAME = Pattern.compile("[A-Za-z_]\\w*");
    private static final Pattern BY_VARIABLE =
            Pattern.compile("\"?\\$(?:\\{([A-Za-z_]\\w*)(?:\\[[^\\]]*\\]|:?[-=]([^}]*))?\\}|([A-Za-z_]\\w*))\"?");
    private static final Pattern ALIAS = Pattern.compile("[\"']?([^\\s=\"'$]+)=(.*)", Pattern.DOTALL);
    private static final Pattern FUNCTION = Pattern.compile(
            "(?<![\\w$'\"])(?:function\\s+([\\w:.-]+)(?:\\s*\\(\\s*\\))?|([\\w:.-]+)\\s*\\(\\s*\\))\\s*([{(])");
    private static final Pattern POSITIONAL = Pattern.compile("\\$(?:[1-9@*]|\\{(?:[1-9@*]|[1-9]\\d)[^}]*\\})");
    /// What begins or ends several commands that read one input.
    private static final Set<String> COMPOUND = Set.of(
            "{", "}", "while", "until", "for", "select", "if", "case", "do", "done", "fi", "esac", "then", "else");

    /// A function.
    ///
    /// @param start of its body, where its bracket opens
    record Function(String name, int start, int end) {}

    final String text;
    final ShellLayout layout;
    final List<Function> functions = new ArrayList<>();
    /// For each character the innermost word it is in, for each word the one around it, or -1.
    private final int[] innermost;
    private final int[] outer;
    private final List<List<ShellLayout.Word>> byCommand = new ArrayList<>();
    private final Map<Integer, List<Integer>> byPipeline = new HashMap<>();
    private final Map<String, String> assigned = new HashMap<>();
    private final Map<String, String> aliases = new HashMap<>();
    private final List<ShellLayout.Word> reading;
    private final Map<ShellLayout.Word, List<String>> before = new HashMap<>();
    private final Map<Integer, List<Integer>> readers = new HashMap<>();
    private final Map<Integer, List<String>> readBy = new HashMap<>();
    private final Map<Optional<Function>, List<Integer>> parameters = new HashMap<>();

    ShellText(String text) {
        this.text = text;
        this.layout = ShellLexer.read(text);
        this.innermost = new int[text.length()];
        this.outer = new int[layout.words().size()];
        nest();
        layout.commands().forEach(_ -> byCommand.add(new ArrayList<>()));
        layout.words().forEach(w -> byCommand.get(w.command()).add(w));
        for (int i = 0; i < layout.commands().size(); i++) {
            byPipeline
                    .computeIfAbsent(layout.commands().get(i), _ -> new ArrayList<>())
                    .add(i);
        }
        for (ShellLayout.Word word : layout.words()) {
            Matcher m = ASSIGNMENT.matcher(shown(word));
            if (m.matches()) {
                assigned.merge(m.group(1), shown(word).substring(shown(word).indexOf('=') + 1), (a, b) -> a + " " + b);
            }
            Matcher alias = ALIAS.matcher(shown(word));
            if (alias.matches()
                    && shown(byCommand.get(word.command()).getFirst()).equals("alias")) {
                aliases.merge(alias.group(1), alias.group(2), (a, b) -> a + " " + b);
            }
        }
        this.reading = layout.words().stream()
                .filter(w -> Programs.READING.contains(shown(w)))
                .toList();
        Matcher m = FUNCTION.matcher(text);
        while (m.find()) {
            if (layout.at()[m.start()] == ShellContext.PLAIN) {
                functions.add(new Function(
                        m.group(1) == null ? m.group(2) : m.group(1), m.start(3), closing(m.start(3), m.group(3))));
            }
        }
    }

    private void nest() {
        Arrays.fill(innermost, -1);
        List<Integer> inOrder = IntStream.range(0, outer.length)
                .boxed()
                .sorted(Comparator.comparingInt(i -> layout.words().get(i).start()))
                .toList();
        for (int i : inOrder) {
            ShellLayout.Word word = layout.words().get(i);
            outer[i] = word.start() < text.length() ? innermost[word.start()] : -1;
            Arrays.fill(innermost, word.start(), word.end(), i);
        }
    }

    String shown(ShellLayout.Word word) {
        return text.substring(word.start(), word.end());
    }

    /// The words that hold a place, the innermost first: `x=$(f {v})` is one around another.
    List<ShellLayout.Word> enclosing(int place) {
        List<ShellLayout.Word> words = new ArrayList<>();
        for (int i = innermost[place]; i >= 0; i = outer[i]) {
            words.add(layout.words().get(i));
        }
        return words;
    }

    /// Whether these signs stand before a word, blanks aside.
    boolean behind(ShellLayout.Word word, String signs) {
        int end = word.start();
        while (end > 0 && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        return text.startsWith(signs, end - signs.length());
    }

    Optional<ShellLayout.Heredoc> heredocAt(int place) {
        return layout.heredocs().stream()
                .filter(d -> place >= d.bodyStart() && place < d.bodyEnd())
                .findFirst();
    }

    List<ShellLayout.Word> wordsOf(int command) {
        return byCommand.get(command);
    }

    /// The words of a word's command before it, without what stands before a command; a program that is named by a
    /// variable or an alias of the text is called by its name, or by all that it may be.
    List<String> before(ShellLayout.Word word) {
        return before.computeIfAbsent(
                word,
                _ -> wordsOf(word.command()).stream()
                        .filter(w -> w.start() <= word.start() && !w.equals(word))
                        .map(this::shown)
                        .dropWhile(w -> Programs.BEFORE_COMMAND.contains(w)
                                || w.endsWith("()")
                                || ASSIGNMENT.matcher(w).matches())
                        .flatMap(this::named)
                        .toList());
    }

    List<String> words(int command) {
        return wordsOf(command).stream().map(this::shown).flatMap(this::named).toList();
    }

    private Stream<String> named(String word) {
        String alias = aliases.get(word);
        if (alias != null) {
            return parts(alias);
        }
        Matcher by = BY_VARIABLE.matcher(word);
        if (!by.matches()) {
            return Stream.of(word);
        }
        String name = by.group(1) == null ? by.group(3) : by.group(1);
        String said = name.equals("SHELL") || name.equals("BASH") ? "bash" : by.group(2);
        if (assigned.containsKey(name)) {
            said = assigned.getOrDefault(name, "").replaceAll("^([\"'])(.*)\\1$", "$2");
        }
        return said == null || said.isBlank() ? Stream.of(word) : parts(said);
    }

    /// The words of a text that stands for a command, its quotes, brackets and operators aside.
    private static Stream<String> parts(String said) {
        return Arrays.stream(said.replaceAll("[\"'`$(){};|&]", " ").strip().split("\\s+"));
    }

    /// The commands that read what a command prints: those behind it in its pipeline, and in those around it.
    List<Integer> readersOf(int command) {
        return readers.computeIfAbsent(command, _ -> {
            List<Integer> later = new ArrayList<>();
            for (int line = layout.commands().get(command);
                    line >= 0;
                    line = layout.parents().get(line)) {
                byPipeline.getOrDefault(line, List.of()).stream()
                        .filter(c -> c > command)
                        .forEach(later::add);
            }
            return later;
        });
    }

    /// Whether the word is put on its command's standard input.
    boolean handed(ShellLayout.Word word) {
        return behind(word, "<<<") || text.startsWith("<(", word.start()) && behind(word, "<");
    }

    /// Whether several commands may read what such a command is handed.
    boolean several(int command) {
        List<String> words = words(command);
        return words.isEmpty()
                || COMPOUND.contains(words.getFirst())
                || words.stream().anyMatch(w -> function(w).isPresent());
    }

    Optional<Function> function(String name) {
        return functions.stream().filter(f -> f.name().equals(name)).findFirst();
    }

    /// The variables that a command reads lines into; of several commands those of all.
    List<String> readBy(int command) {
        return readBy.computeIfAbsent(command, _ -> {
            boolean all = several(command);
            Set<String> names = new LinkedHashSet<>();
            for (ShellLayout.Word builtin : reading) {
                if (all || builtin.command() == command) {
                    names.addAll(List.of("REPLY", "MAPFILE"));
                    wordsOf(builtin.command()).stream()
                            .filter(w -> w.start() > builtin.start())
                            .map(this::shown)
                            .filter(w -> NAME.matcher(w).matches())
                            .forEach(names::add);
                }
            }
            return List.copyOf(names);
        });
    }

    /// Where the shell puts its own parameters (`$1`, `"$@"`) within a stretch; outside of every function when
    /// there is none.
    List<Integer> parameters(Optional<Function> within) {
        return parameters.computeIfAbsent(
                within,
                _ -> POSITIONAL
                        .matcher(text)
                        .results()
                        .map(r -> r.start())
                        .filter(p -> switch (layout.at()[p]) {
                            case SINGLE, ANSI, RAW_HEREDOC, COMMENT -> false;
                            default -> true;
                        })
                        .filter(p -> within.map(f -> f.start() < p && p < f.end())
                                .orElseGet(() -> functions.stream().noneMatch(f -> f.start() < p && p < f.end())))
                        .toList());
    }

    private int closing(int open, String bracket) {
        char closes = bracket.equals("{") ? '}' : ')';
        int depth = 0;
        for (int i = open; i < text.length(); i++) {
            char c = text.charAt(i);
            if (layout.at()[i] == ShellContext.PLAIN) {
                depth += c == bracket.charAt(0) ? 1 : c == closes ? -1 : 0;
                if (depth == 0) {
                    return i;
                }
            }
        }
        return text.length();
    }
}
