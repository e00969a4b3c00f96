package plantao.values;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Tells where a value that stays one word would still be taken for something else by the program that gets it: an
/// option, a format, a file's name, the end of a JSON text, another part of an address.
final class Misreadings {
    private static final Pattern OPTION = Pattern.compile("-(?!\\d).*", Pattern.DOTALL);
    private static final Pattern NUMBERED = Pattern.compile("-?[0-9.]+(?:[eE][-+]?\\d+)?");
    /// Builtins for which a leading `-` is at most a matter of spacing.
    private static final Set<String> PRINTING = Set.of("echo", "test", "[", "[[", "for", "case", "select");
    private static final Set<String> EDITING = Set.of("sed", "gsed");
    private static final Set<String> FETCHING = Set.of("curl", "wget", "http", "https", "xh", "curlie");
    private static final Pattern JSON_LITERAL = Pattern.compile("true|false|null");
    /// RFC 3986, 2.2 and 2.3, without what would begin another part.
    private static final Pattern ADDRESS_PART = Pattern.compile("[\\p{L}\\p{N}._~:@!$'()*+,;%/=-]*");
    private static final Pattern CLIMBING = Pattern.compile("(?:^|.*/)\\.\\.?(?:/.*|$)");

    private Misreadings() {}

    /// Why the value can't stand there, for the operator to read; empty when it can.
    ///
    /// @param before the words of the command before it, as written
    /// @param head what stands before it in its own word, as written
    static Optional<String> of(List<String> before, String head, String value) {
        String program = before.isEmpty() ? "" : before.getFirst().replaceAll(".*/", "");
        boolean begins = head.matches("[\"'$]*");
        if (begins && !before.isEmpty() && OPTION.matcher(value).matches() && !ended(before, program)) {
            return Optional.of("begins with - and would be taken for an option of " + program
                    + ". Put -- before it in the runbook, or give another value.");
        }
        if (program.equals("printf") && before.size() == 1 && !References.isWord(value)) {
            return Optional.of("would be taken for the format of printf. Write printf '%s' before it in the runbook.");
        }
        String plain = unquoted(head);
        if (EDITING.contains(program)
                && script(before)
                && plain.matches("(?:.*;)?[\\s\\d,$]*")
                && !NUMBERED.matcher(value).matches()) {
            return Optional.of("stands where sed wants a line's number, and would be taken for a command of its.");
        }
        if (plain.matches("(?s)[^{\\[]*?[=@:]?\\s*[{\\[].*") && plain.contains("\"")) {
            return json(plain, value);
        }
        return FETCHING.contains(program) ? fetched(plain, value) : Optional.empty();
    }

    /// Whether the next word is a script and not yet a file.
    private static boolean script(List<String> before) {
        return before.getLast().matches("-[nErsiuz]*e|--expression")
                || before.stream().skip(1).allMatch(w -> w.startsWith("-"));
    }

    private static boolean ended(List<String> before, String program) {
        return before.contains("--")
                || PRINTING.contains(program)
                || program.equals("printf") && before.size() > 1
                || program.isEmpty();
    }

    /// A word's text without the shell's quoting, as far as it is needed to count the quotes that stay.
    private static String unquoted(String head) {
        if (head.startsWith("\"")) {
            return head.substring(1).replaceAll("\\\\([\\\\\"$`])", "$1");
        }
        return head.startsWith("'") ? head.substring(1) : head;
    }

    private static Optional<String> json(String head, String value) {
        boolean inside = head.replace("\\\\", "")
                                .replace("\\\"", "")
                                .chars()
                                .filter(c -> c == '"')
                                .count()
                        % 2
                == 1;
        boolean fits = inside
                ? value.chars().noneMatch(c -> c == '"' || c == '\\' || c < 0x20)
                : References.isWord(value)
                        || NUMBERED.matcher(value).matches()
                        || JSON_LITERAL.matcher(value).matches();
        return fits
                ? Optional.empty()
                : Optional.of("would change the JSON text that it stands in: no \" and \\ and line breaks are accepted"
                        + " there" + (inside ? "." : ", and outside of quotes only a plain word."));
    }

    private static Optional<String> fetched(String head, String value) {
        if (value.chars().anyMatch(c -> c < 0x20 || c == 0x7f)) {
            return Optional.of("holds a line break or a control character, which ends a header or an address.");
        }
        if (head.matches("(?:[\\w.-]+=)?") && (value.startsWith("@") || value.startsWith("<"))) {
            return Optional.of("begins with " + value.charAt(0) + " and would be taken for a file's name.");
        }
        boolean address = head.matches("(?is)https?://.*|[$\"{][^/\\s]*/.*");
        boolean part = address && head.length() > head.indexOf("://") + 3;
        boolean fits = ADDRESS_PART.matcher(value).matches()
                && !CLIMBING.matcher(value).matches()
                && (head.indexOf('?') < 0 || value.indexOf('&') < 0);
        return part && !fits
                ? Optional.of("would change the address that it stands in. Give it URL-encoded (RFC 3986, 2.1).")
                : Optional.empty();
    }
}
