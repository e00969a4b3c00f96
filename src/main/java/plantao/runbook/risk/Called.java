package plantao.runbook.risk;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import plantao.runbook.text.ShellWords.Word;

/// A program that is called, by the name it is known by.
///
/// @param path whether it lies in a folder of the team's
record Called(String program, boolean path, Arguments arguments) {
    private static final Pattern PROGRAM = Pattern.compile("[A-Za-z_.][\\w.+@:-]*|\\[\\[?");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{?([A-Za-z_]\\w*)\\}?");
    private static final Pattern SYSTEM = Pattern.compile("/(?:usr/(?:local/)?)?s?bin/[^/]+");

    /// @param call the program's name and what it is called with
    /// @return null for what is no program: a word of arithmetic, a sentence, the head of a table
    static @Nullable Called of(List<Word> call) {
        String typed = call.getFirst().plain();
        var variable = VARIABLE.matcher(typed);
        String program = name(variable.matches() ? variable.group(1).toLowerCase(Locale.ROOT) : typed);
        if (!PROGRAM.matcher(program).matches() || typed.endsWith(":") || typed.contains("://")) {
            return null;
        }
        boolean path = typed.indexOf('/') >= 0 && !SYSTEM.matcher(typed).matches();
        boolean sentence = !path
                && !variable.matches()
                && Character.isUpperCase(program.charAt(0))
                && !Programs.KNOWN.knows(program);
        return sentence ? null : of(program, path, call.subList(1, call.size()));
    }

    /// @param words behind the program's name
    static Called of(String name, boolean path, List<Word> words) {
        String program = Wrappers.KNOWN.known(name);
        Arguments arguments = Arguments.of(words, Programs.KNOWN.valued(program));
        if (!arguments.operands().isEmpty()) {
            String two = program + " " + arguments.operands().getFirst();
            String known = Wrappers.KNOWN.known(two);
            if (!known.equals(two)) {
                return of(known, path, words.subList(arguments.places().getFirst() + 1, words.size()));
            }
        }
        return new Called(program, path, arguments);
    }

    /// A program's name: without its folder, and without the version at its end where it is known by the name
    /// without.
    static String name(String word) {
        String name = word.substring(word.lastIndexOf('/') + 1);
        if (isKnown(name)) {
            return name;
        }
        String bare = name.replaceFirst("(?:\\.exe|[-.]?\\d[\\d.]*)$", "");
        return isKnown(bare) ? bare : name;
    }

    private static boolean isKnown(String name) {
        return Programs.KNOWN.knows(name) || Wrappers.KNOWN.interprets(name) || Speakers.KNOWN.knows(name);
    }
}
