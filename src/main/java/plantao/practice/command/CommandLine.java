package plantao.practice.command;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import plantao.practice.blueprint.CommandSpec;

/// Fits a typed command to the patterns of its stand-in. Pure.
public sealed interface CommandLine {
    /// It can be done.
    ///
    /// @param captures what stood for `<name>`, by name; several words joined with spaces
    /// @param options what the options say, by meaning
    record Matched(CommandSpec.Pattern pattern, Map<String, String> captures, Map<String, String> options)
            implements CommandLine {
        /// What the command says under this name, in an option or a word.
        public Optional<String> said(String name) {
            return Optional.ofNullable(options.getOrDefault(name, captures.get(name)));
        }
    }

    /// It cannot.
    ///
    /// @param reason for the operator to read
    record Impossible(String reason) implements CommandLine {}

    /// Fits these arguments.
    static CommandLine read(CommandSpec spec, List<String> arguments) {
        var options = new HashMap<String, String>();
        var words = new ArrayList<String>();
        for (int i = 0; i < arguments.size(); i++) {
            String word = arguments.get(i);
            String bare = word.contains("=") ? word.substring(0, word.indexOf('=')) : word;
            boolean option = word.startsWith("-") && word.length() > 1 && !literal(spec, word);
            if (!option) {
                words.add(word);
                continue;
            }
            Optional<String> meaning = meaning(spec, bare);
            boolean valued = meaning.isPresent() || spec.ignored().contains(bare + "=");
            if (!valued && !spec.ignored().contains(bare)) {
                return new Impossible("the option " + bare + " is not known here");
            }
            String value = "";
            if (valued && !word.contains("=")) {
                if (++i >= arguments.size()) {
                    return new Impossible("the option " + bare + " lacks its value");
                }
                value = arguments.get(i);
            } else if (valued) {
                value = word.substring(word.indexOf('=') + 1);
            }
            String found = value;
            meaning.ifPresent(m -> options.put(m, found));
        }
        return fitting(spec.patterns(), words, options);
    }

    /// Fits a line typed into a session.
    static CommandLine typed(List<CommandSpec.Pattern> patterns, String line) {
        List<String> words = List.of(line.strip().split("\\s+"));
        return fitting(patterns, words, Map.of()) instanceof Matched matched
                ? matched
                : new Impossible("'" + line.strip() + "' has no stand-in");
    }

    /// Fits words without options to patterns.
    static CommandLine fitting(List<CommandSpec.Pattern> patterns, List<String> words, Map<String, String> options) {
        for (CommandSpec.Pattern pattern : patterns) {
            Optional<Map<String, String>> captures = captures(split(pattern.words()), words);
            if (captures.isPresent()) {
                return new Matched(pattern, captures.get(), Map.copyOf(options));
            }
        }
        String asked = words.isEmpty() ? "nothing was asked" : "'" + String.join(" ", words) + "' has no stand-in";
        String known = String.join(
                "; ", patterns.stream().map(CommandSpec.Pattern::words).toList());
        return new Impossible(asked + (known.isEmpty() ? "" : ". It can: " + known));
    }

    private static boolean literal(CommandSpec spec, String word) {
        return spec.patterns().stream().anyMatch(p -> {
            List<String> words = split(p.words());
            return words.contains(word) || words.contains("[" + word + "]");
        });
    }

    private static Optional<String> meaning(CommandSpec spec, String option) {
        return spec.options().entrySet().stream()
                .filter(e -> e.getValue().contains(option))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static List<String> split(String text) {
        return text.isBlank() ? List.of() : List.of(text.strip().split("\\s+"));
    }

    /// A word that only begins as said (`call(<rest...>`): what stands behind that, to the end.
    private static boolean beginning(String pattern, List<String> rest, Map<String, String> found) {
        int from = pattern.indexOf('<');
        if (from < 1 || !pattern.endsWith("...>") || !rest.getFirst().startsWith(pattern.substring(0, from))) {
            return false;
        }
        String name = pattern.substring(from + 1, pattern.length() - 4);
        found.put(name, String.join(" ", rest).substring(from));
        return true;
    }

    /// A word with `<name>` inside (`days=<days>)`): what stands in its place.
    private static boolean within(String pattern, String word, Map<String, String> found) {
        int from = pattern.indexOf('<');
        int to = pattern.indexOf('>', from + 1);
        if (from < 0 || to < 0) {
            return false;
        }
        String before = pattern.substring(0, from);
        String after = pattern.substring(to + 1);
        if (word.length() < before.length() + after.length() || !word.startsWith(before) || !word.endsWith(after)) {
            return false;
        }
        found.put(pattern.substring(from + 1, to), word.substring(before.length(), word.length() - after.length()));
        return true;
    }

    private static Optional<Map<String, String>> captures(List<String> pattern, List<String> words) {
        var found = new HashMap<String, String>();
        int at = 0;
        for (String part : pattern) {
            boolean optional = part.startsWith("[") && part.endsWith("]");
            String core = optional ? part.substring(1, part.length() - 1) : part;
            if (core.startsWith("<") && core.endsWith("...>")) {
                if (at >= words.size() && !optional) {
                    return Optional.empty();
                }
                found.put(core.substring(1, core.length() - 4), String.join(" ", words.subList(at, words.size())));
                at = words.size();
            } else if (at < words.size() && core.startsWith("<") && core.endsWith(">")) {
                found.put(core.substring(1, core.length() - 1), words.get(at++));
            } else if (at < words.size() && core.equals(words.get(at))) {
                at++;
            } else if (at < words.size() && beginning(core, words.subList(at, words.size()), found)) {
                at = words.size();
            } else if (at < words.size() && within(core, words.get(at), found)) {
                at++;
            } else if (!optional) {
                return Optional.empty();
            }
        }
        return at == words.size() ? Optional.of(Map.copyOf(found)) : Optional.empty();
    }
}
