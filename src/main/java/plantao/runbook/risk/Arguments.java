package plantao.runbook.risk;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import plantao.runbook.text.ShellWords.Word;

/// What a program is called with, its options told from its operands (POSIX.1-2024, Utility Conventions, 12.1).
///
/// @param operands the words that are no options, nor values of those that take one
/// @param places where each operand stands among the words
/// @param options as they are written, `=value` cut off
record Arguments(List<Word> words, List<String> operands, List<Integer> places, List<Option> options) {

    /// An option.
    ///
    /// @param value what is written behind `=`, or the next word where it takes one; empty when there is none
    record Option(String name, String value) {
        private boolean is(String wanted, String argument) {
            return (name.equals(wanted) || clusters(wanted)) && Glob.matches(argument, value);
        }

        /// `-xzf` holds `-z`; `-i.bak` and `-XPOST` begin with the letter they are.
        private boolean clusters(String wanted) {
            return wanted.length() == 2
                    && wanted.charAt(1) != '-'
                    && name.length() > 2
                    && name.charAt(1) != '-'
                    && name.indexOf(wanted.charAt(1)) > 0
                    && name.length() <= 6;
        }
    }

    /// @param words behind the program's name
    /// @param valued the options whose next word is their value
    static Arguments of(List<Word> words, Set<String> valued) {
        List<String> operands = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        List<Option> options = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i).plain();
            if (word.equals("--")) {
                for (int k = i + 1; k < words.size(); k++) {
                    operands.add(words.get(k).plain());
                    places.add(k);
                }
                break;
            }
            if (word.length() < 2 || word.charAt(0) != '-' || word.indexOf(' ') >= 0 && word.indexOf('=') < 0) {
                operands.add(word);
                places.add(i);
                continue;
            }
            int equals = word.indexOf('=');
            if (equals > 0) {
                options.add(new Option(word.substring(0, equals), word.substring(equals + 1)));
            } else if (valued.contains(word)
                    && i + 1 < words.size()
                    && !isOption(words.get(i + 1).plain())) {
                options.add(new Option(word, words.get(++i).plain()));
            } else {
                options.add(new Option(word, ""));
            }
        }
        return new Arguments(words, List.copyOf(operands), List.copyOf(places), List.copyOf(options));
    }

    private static boolean isOption(String word) {
        return word.length() > 1 && word.charAt(0) == '-' && Character.isLetter(word.charAt(word.length() > 2 ? 2 : 1));
    }

    /// What stands from the first operand on: a subcommand and its own options.
    Arguments fromFirst() {
        return places.isEmpty() ? this : of(words.subList(places.getFirst(), words.size()), Set.of());
    }

    /// Whether an option was given.
    ///
    /// @param written `-x`, `--long`, or `--long=value` with `*` in the value
    boolean has(String written) {
        int equals = written.indexOf('=');
        String name = equals < 0 ? written : written.substring(0, equals);
        String value = equals < 0 ? "*" : written.substring(equals + 1);
        return options.stream().anyMatch(o -> o.is(name, value));
    }

    /// The values of an option that takes the next word, or what is attached to it.
    List<String> valuesOf(Set<String> names) {
        List<String> out = new ArrayList<>();
        for (Option option : options) {
            if (names.contains(option.name())) {
                out.add(option.value());
            }
        }
        return out;
    }
}
