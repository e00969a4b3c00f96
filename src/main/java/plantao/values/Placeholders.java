package plantao.values;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds the blanks that an author left in a command: `{x}`, `{{x}}`, `<x>`, `[x]`, `%X%`.
final class Placeholders {
    /// What only looks like one is told by its neighbours: `%{http_code}`, `${X}`, `.[name]`, `List<String>`,
    /// `a[i]`, `HEAD@{upstream}`, `{{.Name}}`.
    private static final Pattern BLANK = Pattern.compile("(?<![<\\w])<(\\p{L}[\\p{L}\\w .\\-/|:]{0,40})>(?![>])"
            + "|(?<![!\\w\\])$.\\\\])\\[([\\p{L}@][^\\[\\]\\n\"'=$*|\\\\^:,(){}]{1,48})\\](?![(\\[:])"
            + "|(?<![\\w%])%([A-Z][A-Z0-9_]{2,40})%(?![\\w%])"
            + "|(?<![$\\{\\w%\\\\@#^.])\\{(\\p{L}[\\p{L}\\w.\\-/]{0,40})\\}(?!\\})");
    private static final Set<String> TAGS = Set.of(
            "a", "b", "body", "br", "br/", "code", "details", "div", "eof", "em", "h1", "h2", "h3", "head", "html", "i",
            "img", "li", "none", "ol", "p", "pre", "script", "span", "strong", "style", "summary", "table", "td", "th",
            "title", "tr", "ul", "null", "nil");
    private static final Set<String> LEVELS = Set.of(
            "error", "warn", "warning", "info", "debug", "fatal", "trace", "critical", "ok", "fail", "notice", "all");
    private static final Set<String> AWK = Set.of("print", "next", "exit", "getline", "nextfile", "start", "end");
    private static final Pattern RANGE = Pattern.compile("\\p{L}-\\p{L}.*|\\d.*");

    private static final Pattern DATE = Pattern.compile("(?:YYYY|AAAA)[-_/.]?MM");

    /// A blank in a text.
    ///
    /// @param name without its brackets
    record Span(int start, int end, String name) {}

    private Placeholders() {}

    /// The blanks of a text in which substitutions were made, but for those.
    static List<Span> outside(Substitutions.Replaced replaced, List<String> listed) {
        return find(replaced.text(), listed).stream()
                .filter(b -> replaced.spans().stream().noneMatch(s -> s.start() < b.end() && b.start() < s.end()))
                .toList();
    }

    /// The text with its blanks as plain letters, so that their brackets and spaces mean nothing.
    static String shadow(String text, List<Span> blanks) {
        StringBuilder shadow = new StringBuilder(text);
        for (Span blank : blanks) {
            shadow.replace(blank.start(), blank.end(), "p".repeat(blank.end() - blank.start()));
        }
        return shadow.toString();
    }

    /// The blanks of a text, in order. `listed`, what a reader found in it as written, is taken as the list of
    /// what may be one; when it is empty the grammar above decides.
    static List<Span> find(String text, List<String> listed) {
        List<Span> spans = new ArrayList<>();
        if (listed.isEmpty()) {
            Matcher m = BLANK.matcher(text);
            while (m.find()) {
                add(spans, text, m.start(), m.end());
            }
            return spans;
        }
        List<String> longestFirst = listed.stream()
                .filter(l -> !l.isBlank())
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
        for (int i = 0; i < text.length(); i++) {
            for (String blank : longestFirst) {
                if (text.startsWith(blank, i) && standsAlone(text, i, blank)) {
                    int before = spans.size();
                    add(spans, text, i, i + blank.length());
                    i += spans.size() > before ? blank.length() - 1 : 0;
                    break;
                }
            }
        }
        return spans;
    }

    /// The name inside the brackets; a blank without brackets is its own name.
    static String name(String written) {
        if (written.length() > 4 && written.startsWith("{{") && written.endsWith("}}")) {
            return written.substring(2, written.length() - 2).strip();
        }
        boolean brackets = written.length() > 2 && "<[{%".indexOf(written.charAt(0)) >= 0;
        return brackets ? written.substring(1, written.length() - 1).strip() : written;
    }

    /// What two spellings of one name share: `[project-id]`, `{project_id}` and `$PROJECT_ID` are one.
    /// Letters without accents, upper case, everything else as `_`; other scripts by code point.
    static String key(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
        StringBuilder key = new StringBuilder();
        plain.codePoints().forEach(c -> {
            if (c < 128) {
                key.append(Character.isLetterOrDigit(c) ? (char) Character.toUpperCase(c) : '_');
            } else {
                key.append("U").append(Integer.toHexString(c).toUpperCase(Locale.ROOT));
            }
        });
        return key.toString();
    }

    private static void add(List<Span> spans, String text, int start, int end) {
        String written = text.substring(start, end);
        String name = name(written);
        if (!name.isEmpty() && !looksOnly(text, start, end, written, name.toLowerCase(Locale.ROOT))) {
            spans.add(new Span(start, end, name));
        }
    }

    private static boolean standsAlone(String text, int at, String blank) {
        int end = at + blank.length();
        boolean bare = Character.isLetterOrDigit(blank.charAt(0));
        char before = at == 0 ? ' ' : text.charAt(at - 1);
        char after = end == text.length() ? ' ' : text.charAt(end);
        if (DATE.matcher(blank).lookingAt()) { // backup_YYYYMMDD_HHMMSS.sql
            return !Character.isLetterOrDigit(before) && !Character.isLetterOrDigit(after);
        }
        return bare ? !wordPart(before) && !wordPart(after) : (before != '$' && before != '%' && before != '\\');
    }

    private static boolean wordPart(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '$';
    }

    /// Text of a language that uses the same brackets for something else.
    private static boolean looksOnly(String text, int start, int end, String written, String name) {
        String line = text.substring(text.lastIndexOf('\n', start) + 1, start);
        int lineEnd = text.indexOf('\n', end);
        String rest = text.substring(end, lineEnd < 0 ? text.length() : lineEnd);
        return switch (written.charAt(0)) {
            case '<' -> TAGS.contains(name) || name.startsWith("/") || redirects(line, rest, written);
            case '[' -> LEVELS.contains(name) || RANGE.matcher(name).matches() || name.length() < 2;
            case '{' ->
                AWK.contains(name)
                        || name.contains("..")
                        || line.endsWith("import ")
                        || line.matches(".*(?<![\\w$])[fF]r?(?:\"[^\"]*|'[^']*)")
                        || rest.contains(".format(");
            default -> false;
        };
    }

    /// `sort <in >out` and `cmd <in>out`.
    private static boolean redirects(String line, String rest, String written) {
        boolean inside = line.chars().filter(c -> c == '"').count() % 2 == 1
                || line.chars().filter(c -> c == '\'').count() % 2 == 1;
        boolean spaced = line.isEmpty() || Character.isWhitespace(line.charAt(line.length() - 1));
        return written.endsWith(" >")
                || !inside && spaced && !rest.isEmpty() && wordPart(rest.charAt(0)) && !written.contains(" ");
    }
}
