package plantao.runbook.lint;

import java.util.ArrayList;
import java.util.List;

/// A shell command's simple commands with their words, as a POSIX shell cuts them (POSIX.1-2024, 2.2 and 2.3),
/// those inside `$(…)` among them.
///
/// @param commands in the order in which they begin
/// @param open the quote that is never closed, or 0
record ShellText(List<Simple> commands, char open) {

    /// One simple command.
    ///
    /// @param piped whether it reads what the one before it in the list prints
    record Simple(List<Word> words, boolean piped) {}

    /// One word.
    ///
    /// @param text without its quotes
    /// @param bare its characters that stand outside quotes
    /// @param cut whether a bare `&` ends it although it goes on
    record Word(String text, String bare, boolean cut) {}

    static ShellText of(String command) {
        Scan scan = new Scan(command);
        scan.list(false);
        return new ShellText(
                scan.commands.stream().filter(c -> !c.words().isEmpty()).toList(), scan.open);
    }

    private static final class Scan {
        private final String s;
        private final List<Simple> commands = new ArrayList<>();
        private final List<String> heredocs = new ArrayList<>();
        private int at;
        private int depth;
        private char open;

        Scan(String s) {
            this.s = s;
        }

        // Up to the end, or to the parenthesis that closes a substitution.
        void list(boolean nested) {
            Simple now = begin(false);
            while (at < s.length()) {
                char c = s.charAt(at);
                if (c == ')' && nested) {
                    at++;
                    return;
                }
                if (c == '\n') {
                    at++;
                    skipHeredocs();
                    now = begin(false);
                } else if (c == '|' || c == ';' || c == '&' || c == '(' || c == ')') {
                    boolean pipe = c == '|' && !s.startsWith("||", at);
                    at += s.startsWith("||", at) || s.startsWith("&&", at) || s.startsWith("|&", at) ? 2 : 1;
                    now = begin(pipe);
                } else if (Character.isWhitespace(c)) {
                    at++;
                } else if (c == '\\' && s.startsWith("\\\n", at)) {
                    at += 2;
                } else if (c == '#') {
                    int end = s.indexOf('\n', at);
                    at = end < 0 ? s.length() : end;
                } else if (s.startsWith("<<", at) && !s.startsWith("<<<", at)) {
                    at += s.startsWith("<<-", at) ? 3 : 2;
                    while (at < s.length() && s.charAt(at) == ' ') {
                        at++;
                    }
                    heredocs.add(word().text());
                } else if (c == '<' || c == '>') {
                    at++;
                    if (at < s.length() && s.charAt(at) == '&') {
                        at++;
                    }
                } else {
                    now.words().add(word());
                }
            }
        }

        private Simple begin(boolean piped) {
            Simple next = new Simple(new ArrayList<>(), piped);
            commands.add(next);
            return next;
        }

        private Word word() {
            StringBuilder text = new StringBuilder();
            StringBuilder bare = new StringBuilder();
            while (at < s.length()) {
                char c = s.charAt(at);
                if (Character.isWhitespace(c) || ";|()<>".indexOf(c) >= 0) {
                    break;
                }
                if (c == '&') {
                    char before = at > 0 ? s.charAt(at - 1) : ' ';
                    boolean goesOn = at + 1 < s.length() && Character.isLetterOrDigit(s.charAt(at + 1));
                    return new Word(text.toString(), bare.toString(), goesOn && before != '>');
                }
                if (c == '\\') {
                    text.append(at + 1 < s.length() && s.charAt(at + 1) != '\n' ? s.substring(at, at + 2) : "");
                    at += 2;
                } else if (c == '\'' || c == '"') {
                    quoted(c, text, s.startsWith("$", at - 1) && at > 0);
                } else if (s.startsWith("$(", at)) {
                    substitution(text);
                } else if (s.startsWith("${", at)) {
                    int end = s.indexOf('}', at);
                    end = end < 0 ? s.length() : end + 1;
                    text.append(s, at, end);
                    at = end;
                } else {
                    text.append(c);
                    bare.append(c);
                    at++;
                }
            }
            return new Word(text.toString(), bare.toString(), false);
        }

        // @param dollar `$'…'`, in which a backslash escapes
        private void quoted(char quote, StringBuilder text, boolean dollar) {
            at++;
            while (at < s.length() && s.charAt(at) != quote) {
                if (s.charAt(at) == '\\' && (quote == '"' || dollar) && at + 1 < s.length()) {
                    text.append(s, at, at + 2);
                    at += 2;
                } else if (quote == '"' && s.startsWith("$(", at)) {
                    substitution(text);
                } else {
                    text.append(s.charAt(at++));
                }
            }
            if (at >= s.length() && open == 0) {
                open = quote;
            }
            at++;
        }

        private void substitution(StringBuilder text) {
            int from = at;
            at += 2;
            if (depth++ < 20) {
                list(true);
            }
            depth--;
            text.append(s, from, Math.min(at, s.length()));
        }

        private void skipHeredocs() {
            for (String end : heredocs) {
                while (at < s.length()) {
                    int feed = s.indexOf('\n', at);
                    String line = s.substring(at, feed < 0 ? s.length() : feed);
                    at = feed < 0 ? s.length() : feed + 1;
                    if (line.strip().equals(end)) {
                        break;
                    }
                }
            }
            heredocs.clear();
        }
    }
}
