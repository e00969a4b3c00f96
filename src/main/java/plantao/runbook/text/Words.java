package plantao.runbook.text;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Plain words out of Markdown text.
public final class Words {
    private static final Pattern CODE = Pattern.compile("(`+)(?!`)([^`]+|.+?[^`])\\1(?!`)");
    private static final Pattern LINK = Pattern.compile("!?\\[([^\\[\\]]*)\\]\\(([^()\\s]*)[^()]{0,200}\\)");
    private static final Pattern TAG = Pattern.compile(
            "</?(?:br|p|b|i|em|strong|div|span|details|summary|kbd|sub|sup|a)(?:\\s[^<>]*)?/?>",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern EMPHASIS =
            Pattern.compile("\\*{1,3}|~~|(?<![\\p{L}\\p{N}_])_{1,2}(?=\\S)|(?<=\\S)(?<!_)_{1,2}(?![\\p{L}\\p{N}_])");
    private static final Pattern ESCAPE = Pattern.compile("\\\\([\\\\`*_{}\\[\\]()#+\\-.!|<>~])");
    private static final Pattern EMOJI = Pattern.compile(
            "[\\p{So}\\x{1F000}-\\x{1FAFF}\\x{2600}-\\x{27BF}\\x{2B00}-\\x{2BFF}\\x{23E9}-\\x{23FA}\\x{FE0F}\\x{200D}\\x{20E3}]+");
    private static final Pattern NUMBERING = Pattern.compile(
            "^(?:(?i:step|passo|paso|etapa|fase|phase)\\s+\\d+\\s*[:.)\\-–—]\\s*|\\d+(?:\\.\\d+)*[.)]\\s+|\\d+(?:\\.\\d+)+\\s+|[A-Z]\\.(?:\\d+\\.?)?\\s+|[a-z]\\)\\s+)");
    private static final Pattern QUALIFIER = Pattern.compile("\\s*\\(([^()]*)\\)\\s*$");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern TOKEN = Pattern.compile("[\\p{L}\\p{N}]+(?:[-_.][\\p{L}\\p{N}]+)*");

    private Words() {}

    /// The text without Markdown: links become their text, emphasis, code ticks, tags and entities go.
    public static String plain(String markdown) {
        StringBuilder out = new StringBuilder();
        Matcher code = CODE.matcher(markdown);
        int from = 0;
        while (code.find()) {
            out.append(unmarked(markdown.substring(from, code.start())));
            out.append(code.group(2).strip());
            from = code.end();
        }
        return out.append(unmarked(markdown.substring(from))).toString().strip().replaceAll("\\s+", " ");
    }

    private static String unmarked(String text) {
        String t = LINK.matcher(text).replaceAll("$1");
        t = TAG.matcher(t).replaceAll(" ");
        t = EMPHASIS.matcher(t).replaceAll("");
        t = ESCAPE.matcher(t).replaceAll("$1");
        return t.replace("&gt;", ">")
                .replace("&lt;", "<")
                .replace("&nbsp;", " ")
                .replace("&amp;", "&");
    }

    /// A heading's or lead-in's text to show: plain, without emoji, numbering, closing colon and surrounding
    /// quotes.
    public static String title(String markdown) {
        String t = numberless(emojiless(plain(markdown)));
        t = t.replaceAll("\\s*\\{#[^}]*\\}\\s*$", "").replaceAll("[\\s:]+$", "");
        boolean quoted =
                t.length() > 2 && "\"“'".indexOf(t.charAt(0)) >= 0 && "\"”'".indexOf(t.charAt(t.length() - 1)) >= 0;
        return quoted && t.indexOf('"', 1) >= t.length() - 1 ? t.substring(1, t.length() - 1) : t;
    }

    /// The text without its pictographs; digits and letters stay.
    public static String emojiless(String text) {
        return EMOJI.matcher(text).replaceAll(" ").strip().replaceAll("\\s{2,}", " ");
    }

    /// The text without the number that leads it (`4.1`, `2)`, `A.`, `Step 3:`).
    public static String numberless(String text) {
        return NUMBERING.matcher(text).replaceFirst("").strip();
    }

    /// Whether a number leads the text.
    public static boolean numbered(String text) {
        return NUMBERING.matcher(text).find();
    }

    /// Lower case, no accents, no Markdown, single spaces; the form in which texts are compared.
    public static String normal(String text) {
        String t = numberless(emojiless(plain(text)));
        return folded(t).replaceAll("^[\\s\\-–—:.]+|[\\s:.?!–—-]+$", "");
    }

    /// Lower case without accents, spaces collapsed; everything else stays.
    public static String folded(String text) {
        String t =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
        return t.toLowerCase(Locale.ROOT).strip().replaceAll("\\s+", " ");
    }

    /// The text before a trailing parenthesis.
    public static String unqualified(String text) {
        String t = QUALIFIER.matcher(text).replaceFirst("").strip();
        return t.isEmpty() ? text : t;
    }

    /// What stands in a trailing parenthesis, or an empty text.
    public static String qualifier(String text) {
        Matcher m = QUALIFIER.matcher(text);
        return m.find() && m.start() > 0 ? m.group(1).strip() : "";
    }

    /// A name to compare by: normal form without a trailing parenthesis.
    public static String key(String name) {
        return normal(unqualified(plain(name)));
    }

    /// The words of a text in normal form, in order.
    public static List<String> tokens(String text) {
        List<String> out = new ArrayList<>();
        Matcher m = TOKEN.matcher(folded(plain(text)));
        while (m.find()) {
            out.add(m.group());
        }
        return out;
    }

    /// Every piece of inline code in the text, without its ticks.
    public static List<String> code(String markdown) {
        return CODE.matcher(markdown)
                .results()
                .map(m -> m.group(2).strip())
                .filter(s -> !s.isEmpty())
                .toList();
    }
}
