package plantao.values;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.stream.Collectors;

/// Follows a value through a shell text: the names it is put under, the functions it is given to, the lines that
/// are read of it. Cautious: what may hold it counts as holding it.
final class ValueFlow {
    /// Programs that print what they are given.
    private static final Set<String> PASSING = Set.of(
            "echo",
            "printf",
            "cat",
            "tac",
            "tr",
            "cut",
            "sed",
            "gsed",
            "awk",
            "gawk",
            "mawk",
            "head",
            "tail",
            "sort",
            "uniq",
            "rev",
            "tee",
            "paste",
            "fold",
            "column",
            "basename",
            "dirname",
            "realpath",
            "readlink",
            "base64",
            "xargs",
            "jq",
            "yq",
            "envsubst",
            "expr",
            "seq");

    private final ShellText shell;
    private final Map<String, List<Integer>> uses;
    private final Map<Integer, Step> steps = new HashMap<>();

    /// One place further.
    ///
    /// @param places a function's parameters
    private record Step(List<String> names, List<Integer> places) {}

    ValueFlow(ShellText shell) {
        this.shell = shell;
        this.uses = shell.layout.uses().stream()
                .collect(Collectors.groupingBy(
                        ShellLayout.Use::name, Collectors.mapping(ShellLayout.Use::start, Collectors.toList())));
    }

    /// Where else stands what stands at a place.
    ///
    /// @param places of variables that the shell expands
    /// @param names of the variables that hold it
    record Reached(Set<Integer> places, Set<String> names) {}

    Reached from(int start) {
        Set<Integer> places = new LinkedHashSet<>();
        Set<String> names = new HashSet<>();
        Deque<Integer> next = new ArrayDeque<>(List.of(start));
        while (!next.isEmpty()) {
            int place = next.remove();
            Step step = steps.computeIfAbsent(place, p -> new Step(names(p), parameters(p)));
            List<Integer> reached = new ArrayList<>(step.places());
            step.names().stream().filter(names::add).forEach(n -> reached.addAll(uses.getOrDefault(n, List.of())));
            reached.stream().filter(p -> p != start && places.add(p)).forEach(next::add);
        }
        return new Reached(places, names);
    }

    /// The names under which a value is there behind its place, as it is.
    List<String> direct(int place) {
        List<ShellLayout.Word> words = shell.enclosing(place);
        List<String> names = new ArrayList<>(words.isEmpty() ? List.of() : names(words.getFirst(), place));
        shell.heredocAt(place).ifPresent(doc -> read(doc.command(), names));
        if (words.size() > 1 && arrayOf(words.get(1), words.getFirst())) {
            names.addAll(names(words.get(1), place));
        }
        return names;
    }

    /// The names under which it may be there, in part or changed.
    private List<String> names(int place) {
        List<String> names = new ArrayList<>(direct(place));
        List<ShellLayout.Word> words = shell.enclosing(place);
        for (int i = 1; i < words.size() && passes(words.get(i - 1)); i++) {
            names.addAll(names(words.get(i), place));
        }
        return names;
    }

    private boolean arrayOf(ShellLayout.Word outer, ShellLayout.Word inner) {
        return shell.text.substring(outer.start(), inner.start()).matches("(?s)\\w+\\+?=\\([^()]*");
    }

    /// Whether what a command prints may be what it is given: a count or an answer of a server is not.
    private boolean passes(ShellLayout.Word word) {
        List<String> before = shell.before(word);
        return before.isEmpty()
                || before.getFirst().isEmpty() // within an array's brackets
                || PASSING.contains(Programs.name(before.getFirst()))
                || shell.function(before.getFirst()).isPresent();
    }

    private List<String> names(ShellLayout.Word word, int place) {
        List<String> names = new ArrayList<>();
        Matcher assignment = ShellText.ASSIGNMENT.matcher(shell.text.substring(word.start(), place));
        if (assignment.matches()) {
            names.add(assignment.group(1));
        }
        String last = "";
        boolean printing = false;
        for (ShellLayout.Word each : shell.wordsOf(word.command())) {
            if (each.start() < word.start()) {
                String shown = shell.shown(each);
                printing |= shown.equals("printf");
                if (last.equals("for") || last.equals("select") || printing && last.equals("-v")) {
                    names.add(shown);
                }
                last = shown;
            }
        }
        if (shell.handed(word)) {
            names.addAll(shell.readBy(word.command()));
        }
        if (passes(word)) {
            shell.readersOf(word.command()).forEach(c -> names.addAll(shell.readBy(c)));
        }
        return names;
    }

    private void read(int command, List<String> names) {
        names.addAll(shell.readBy(command));
        shell.readersOf(command).forEach(c -> names.addAll(shell.readBy(c)));
    }

    /// Where the value stands as a parameter of a function or, behind `set --`, of the shell.
    private List<Integer> parameters(int place) {
        List<Integer> all = new ArrayList<>();
        for (ShellLayout.Word word : shell.enclosing(place)) {
            List<String> before = shell.before(word);
            if (!before.isEmpty() && before.getFirst().equals("set")) {
                all.addAll(shell.parameters(Optional.empty()));
            }
            before.stream()
                    .flatMap(w -> shell.function(w).stream())
                    .forEach(f -> all.addAll(shell.parameters(Optional.of(f))));
        }
        return all;
    }
}
