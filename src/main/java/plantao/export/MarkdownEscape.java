package plantao.export;

import java.util.regex.Pattern;

/// Text made safe for Markdown: whatever it holds, it reads as text (CommonMark 0.31, section 2.4).
final class MarkdownEscape {
    /// What begins a tag, an autolink or an entity (sections 2.5, 6.5, 6.6); before anything else both signs are
    /// text.
    private static final Pattern MARKUP = Pattern.compile("<(?:[A-Za-z/!?]|$)|&(?:#|\\w+;|$)");

    /// A line of a command that goes on in the next: one backslash at its end, not two.
    private static final Pattern ENDS_OPEN = Pattern.compile("(?<!\\\\)\\\\$");

    private MarkdownEscape() {}

    /// A text inside a line; line breaks become spaces.
    static String text(String text) {
        StringBuilder out = new StringBuilder();
        String line = text.replaceAll("\\s*\\R\\s*", " ").strip();
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if ("\\`*[]~|".indexOf(c) >= 0
                    || (c == '<' || c == '&')
                            && MARKUP.matcher(line).region(i, line.length()).lookingAt()
                    || c == '>' && i == 0
                    || c == '_' && !inWord(line, i)
                    || c == '!' && i + 1 < line.length() && line.charAt(i + 1) == '[') {
                out.append('\\');
            }
            out.append(c < ' ' ? ' ' : c);
        }
        return out.toString();
    }

    /// An underscore between letters is no emphasis.
    private static boolean inWord(String line, int at) {
        return at > 0
                && at + 1 < line.length()
                && Character.isLetterOrDigit(line.charAt(at - 1))
                && Character.isLetterOrDigit(line.charAt(at + 1));
    }

    /// A text that begins a line or a list item: also safe from becoming a heading, list or quote there.
    static String line(String text) {
        String escaped = text(text);
        if (escaped.matches("(?s)[#+\\-=].*")) {
            return "\\" + escaped;
        }
        return escaped.replaceFirst("^(\\d{1,9})([.)])(?=\\s|$)", "$1\\\\$2");
    }

    /// A command as inline code, on one line, with as many backticks around as it takes (section 6.1). A line that
    /// goes on in the next is one with it.
    static String code(String command) {
        StringBuilder out = new StringBuilder();
        for (String l : command.strip().split("\\s*\\R\\s*")) {
            int last = out.lastIndexOf(" ⏎ ") + 1;
            boolean goesOn = ENDS_OPEN.matcher(out).find() && out.indexOf("#", last) < 0;
            if (goesOn) {
                out.setLength(out.length() - 1);
                out.setLength(out.toString().stripTrailing().length());
            }
            out.append(out.isEmpty() ? "" : goesOn ? " " : " ⏎ ").append(l);
        }
        String line = out.toString();
        String fence = "`".repeat(longestRun(line) + 1);
        String pad = line.startsWith("`") || line.endsWith("`") || line.isEmpty() ? " " : "";
        return fence + pad + line + pad + fence;
    }

    /// A text of several lines as a fenced block (section 4.5).
    static String block(String text) {
        String fence = "`".repeat(Math.max(3, longestRun(text) + 1));
        return fence + "text\n" + text.stripTrailing() + "\n" + fence;
    }

    private static int longestRun(String text) {
        int longest = 0;
        int run = 0;
        for (int i = 0; i < text.length(); i++) {
            run = text.charAt(i) == '`' ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        return longest;
    }
}
