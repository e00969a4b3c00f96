package plantao.values;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/// Writes references to variables into a script, quoted as the place they stand in needs.
final class References {
    /// What no shell and no second interpreter takes for more than a word.
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9._:@/][A-Za-z0-9._:@/-]*");
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,18}(?:\\.\\d{1,9})?");
    private static final Pattern PLAIN_DELIMITER = Pattern.compile("[A-Za-z0-9_.-]+");

    private final String text;
    private final ShellLayout layout;
    private final TextEdits edits;
    private final Set<ShellLayout.Heredoc> opened = new HashSet<>();

    References(String text, ShellLayout layout, TextEdits edits) {
        this.text = text;
        this.layout = layout;
        this.edits = edits;
    }

    /// Whether a value is one word without any meaning of its own: letters, digits and `._:@/-`, no leading `-`.
    static boolean isWord(String value) {
        return WORD.matcher(value).matches();
    }

    static boolean isNumber(String value) {
        return NUMBER.matcher(value).matches();
    }

    /// Puts the variable where the blank stands; false where it cannot be referred to.
    boolean put(int start, int end, String variable) {
        ShellContext context = layout.at()[start];
        String braced = "${" + variable + "}";
        if (context == ShellContext.RAW_HEREDOC) {
            ShellLayout.Heredoc doc = heredocAt(start);
            if (!PLAIN_DELIMITER.matcher(doc.delimiter()).matches()) {
                return false;
            }
            open(doc);
        }
        edits.replace(
                start,
                end,
                switch (context) {
                    case PLAIN -> "\"" + braced + "\"";
                    case SINGLE -> "'\"" + braced + "\"'";
                    case ANSI -> "'\"" + braced + "\"$'";
                    case BACKTICK -> backtick(start, braced);
                    default -> braced;
                });
        return true;
    }

    /// Quotes a variable that stands outside quotes, so that a value with blanks or `*` stays one word.
    void quote(ShellLayout.Use use) {
        edits.replace(use.start(), use.start(), "\"");
        edits.replace(use.end(), use.end(), "\"");
    }

    /// Whether the shell would split or glob a variable here: outside quotes and not in an assignment or a list to
    /// walk.
    boolean splits(ShellLayout.Use use) {
        if (use.context() != ShellContext.PLAIN || use.word() < 0) {
            return false;
        }
        ShellLayout.Word word = layout.words().get(use.word());
        boolean assignment = text.substring(word.start(), use.start()).matches("(?s)\\w+\\+?=.*");
        String first = layout.words().stream()
                .filter(w -> w.command() == word.command())
                .findFirst()
                .map(w -> text.substring(w.start(), w.end()))
                .orElse("");
        return !assignment && !first.equals("for") && !first.equals("select");
    }

    /// Within backticks single quotes end before the value and begin again behind it: it is a plain word there.
    private String backtick(int start, String braced) {
        int open = start;
        int quotes = 0;
        while (open > 0 && layout.at()[open - 1] == ShellContext.BACKTICK && text.charAt(open - 1) != '`') {
            open--;
            quotes += text.charAt(open) == '\'' ? 1 : 0;
        }
        return quotes % 2 == 1 ? "'" + braced + "'" : braced;
    }

    private ShellLayout.Heredoc heredocAt(int start) {
        return layout.heredocs().stream()
                .filter(d -> d.bodyStart() <= start && start < d.bodyEnd())
                .findFirst()
                .orElseThrow();
    }

    /// Lets the shell expand a heredoc that it left alone, with everything in it kept as it was.
    private void open(ShellLayout.Heredoc doc) {
        if (!opened.add(doc)) {
            return;
        }
        edits.replace(doc.start(), doc.end(), doc.delimiter());
        for (int i = doc.bodyStart(); i < doc.bodyEnd(); i++) {
            if ("\\$`".indexOf(text.charAt(i)) >= 0) {
                edits.replace(i, i, "\\");
            }
        }
    }
}
