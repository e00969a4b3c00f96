package plantao.values;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Tells by the words of a command whether one of them is read as code by what the command runs.
final class CodeWords {
    /// Variables whose value programs run, or are changed by.
    private static final Pattern RUN_VARIABLE = Pattern.compile(
            "(?:BASH_ENV|ENV|PROMPT_COMMAND|PS[0-4]|IFS|PATH|(?:\\w+_)?PAGER|EDITOR|VISUAL|LESSOPEN|"
                    + "GIT_\\w*(?:COMMAND|EDITOR)|GIT_SSH|\\w*RSH|LD_\\w+|DYLD_\\w+|\\w+_OPTIONS|NODE_OPTIONS|PERL5OPT|RUBYOPT|PYTHONSTARTUP|MAKEFLAGS)\\+?=.*",
            Pattern.DOTALL);

    private static final Set<String> BINDING = Set.of("--arg", "--argjson", "-v", "--args", "--slurpfile", "--rawfile");
    private static final Set<String> ARITHMETIC_TESTS = Set.of("-eq", "-ne", "-lt", "-le", "-gt", "-ge", "-v", "-R");
    private static final Pattern CODE_OPTION = Pattern.compile("-[A-Za-z]{0,6}[cerxECQ]");
    private static final Pattern ATTACHED_CODE =
            Pattern.compile("(?:-[A-Za-z]{0,6}[cerxE][\"'$].*|-[cerx].+)", Pattern.DOTALL);
    private static final Pattern LONG_CODE_OPTION = Pattern.compile(
            "--(?:command|eval|execute|exec|query|sql|expression|run|print|script|filter|code)(?:=.*)?",
            Pattern.DOTALL);
    private static final Pattern SQL = Pattern.compile(
            "\\b(?:select\\b.*\\bfrom|insert\\s+into|update\\b.*\\bset|delete\\s+from|alter\\s+\\w+|drop\\s+\\w+|create\\s+\\w+"
                    + "|grant\\b.*\\bto|revoke\\b.*\\bfrom|truncate\\s+\\w+|vacuum|reindex|explain|copy\\b.*\\b(?:from|to)"
                    + "|pg_\\w+\\s*\\(|where\\b.*=)",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern SET = Pattern.compile("(?:-v|--set=|--variable=)[\"']?(\\w+)=.*", Pattern.DOTALL);

    private CodeWords() {}

    /// What reads the word again, for the operator to read; empty when nothing does.
    ///
    /// @param before the words of its command before it, as written
    /// @param variable whether the value in it comes by a variable of the text rather than a blank
    /// @param text the whole text
    static Optional<String> reader(List<String> before, String word, boolean variable, String text) {
        boolean codeLike = word.indexOf(' ') >= 0 || word.indexOf('\n') >= 0;
        List<String> names = before.stream().map(Programs::name).toList();
        String last = before.isEmpty() ? "" : before.getLast();
        boolean assigns = ShellText.ASSIGNMENT.matcher(word).matches();
        if (!variable && before.isEmpty() && !assigns) {
            return Optional.of("the name of a command");
        }
        Optional<String> joining =
                names.stream().filter(Programs.JOINING::contains).findFirst();
        if (joining.isPresent()) {
            return joining;
        }
        Optional<String> language = names.stream()
                .filter(n -> Programs.SHELLS.contains(n) || Programs.LANGUAGES.contains(n))
                .findFirst();
        boolean attached = ATTACHED_CODE.matcher(word).matches()
                || LONG_CODE_OPTION.matcher(word).matches() && word.contains("=");
        boolean told = attached
                || CODE_OPTION.matcher(last).matches()
                || last.equals("-p")
                || Programs.RUNNING.contains(Programs.name(last))
                || codeLike && names.stream().anyMatch(Programs.DATABASES::contains);
        if (language.isPresent() && told) {
            return language;
        }
        if (names.contains("psql") && interpolated(last, word, text)) {
            return Optional.of("SQL, in which it stands as it is (write :'name' there, with quotes)");
        }
        if (RUN_VARIABLE.matcher(word).matches()) {
            return Optional.of("programs that run what stands in this variable");
        }
        if (names.stream().anyMatch(Programs.FILTERS::contains) && !bound(before)) {
            return names.stream().filter(Programs.FILTERS::contains).findFirst();
        }
        Optional<String> ordered =
                Optional.of("what " + (names.isEmpty() ? "it" : names.getFirst()) + " is told to run");
        if (attached && word.startsWith("--") || LONG_CODE_OPTION.matcher(last).matches() && !last.contains("=")) {
            return ordered;
        }
        boolean harmless = names.stream().anyMatch(Programs.HARMLESS::contains);
        if (codeLike
                && !harmless
                && (CODE_OPTION.matcher(last).matches() || names.stream().anyMatch(Programs.RUNNING::contains))) {
            return ordered;
        }
        if (last.matches("-[ce]") && !assigns && !harmless) {
            return ordered;
        }
        if (names.contains("[[") || ARITHMETIC_TESTS.contains(last)) {
            return Optional.of("a test");
        }
        if (!assigns
                && !names.isEmpty()
                && Programs.NAMING.contains(names.getFirst())
                && (!names.getFirst().equals("printf") || last.equals("-v"))) {
            return Optional.of("the name of a variable");
        }
        return codeLike && SQL.matcher(word).find() ? Optional.of("SQL") : Optional.empty();
    }

    /// psql's own variables: `:name` is put into the SQL as it is, `:'name'` and `:"name"` are quoted.
    private static boolean interpolated(String last, String word, String text) {
        Matcher set = SET.matcher(last.matches("-v|--set|--variable") ? "-v" + word : word);
        return set.matches()
                && Pattern.compile("(?<![:\\w]):" + set.group(1) + "\\b")
                        .matcher(text)
                        .find();
    }

    private static boolean bound(List<String> before) {
        int n = before.size();
        return BINDING.contains(before.get(n - 1))
                || n > 1
                        && BINDING.contains(before.get(n - 2))
                        && !before.get(n - 2).equals("-v");
    }
}
