package plantao.runbook.text;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;
import plantao.runbook.Bound;
import plantao.runbook.Comparison;

/// Reads one cell of a threshold table: `< 80 (de 100)`, `p95 > 2s`, `70-85%`, `> 5/min`, `2+`, `above 90 percent`.
public final class Bounds {
    private static final String OP = "(>=|=>|≥|<=|=<|≤|!=|≠|==|>|<|=)";
    private static final String NUMBER = "(\\d{1,3}(?:[.,]\\d{3})+(?![.,\\d])|\\d+(?:[.,]\\d+)?)";
    private static final String UNIT =
            "(%|k\\b(?=\\s*(?:[\\p{L}]{2,}|[-–—)]|$))|percent\\b|ms\\b|milliseconds?\\b|tb\\b|gb\\b|mb\\b|kb\\b|[tgmk]ib\\b|bytes?\\b|b\\b|seconds?\\b|secs?\\b|segundos?\\b|s\\b|minutes?\\b|minutos?\\b|mins?\\b|m\\b|hours?\\b|horas?\\b|hrs?\\b|h\\b|days?\\b|dias?\\b|d\\b|(?:\\p{L}{2,})?/s(?:ec|eg)?\\b|(?:\\p{L}{2,})?/min\\b|/m\\b|rps\\b|[\\p{L}]{3,})?";
    // Below nought where something is compared: a dash between two numbers joins a range.
    private static final String SIGNED =
            NUMBER.replace("(\\d{1,3}", "([-−]?\\d{1,3}").replace("|\\d+(", "|[-−]?\\d+(");
    private static final Expression COMPARED = Expression.of(OP + "\\s*" + SIGNED + "\\s*" + UNIT);
    private static final Expression RANGE = Expression.of("^\\W*(?:(?:entre|between|from|de|desde)\\s+)?" + NUMBER
            + "\\s*" + UNIT + "\\s*(?:-|–|—|to|a|até|ate|e|y|and|hasta)\\s*" + NUMBER + "\\s*" + UNIT);
    private static final Expression BARE = Expression.of("^\\W*" + NUMBER + "(\\+)?\\s*" + UNIT);
    private static final Expression WHOLE = Expression.of("\\(\\s*(?:de|of|out of|max(?:imo|imum)?[.:]?|/)\\s*" + NUMBER
            + "[^()]{0,20}\\)|\\b(?:de|of|out of)\\s+" + NUMBER);
    private static final Expression PERCENTILE = Expression.of(
            "\\bp(50|75|90|95|99|999)\\b|\\b(\\d{2})(?:th|st|nd|rd|º|o)?\\s*percentil|percentil\\w*\\s*(\\d{2})\\b");
    private static final Map<String, Comparison> SIGNS = Map.ofEntries(
            Map.entry(">", Comparison.ABOVE),
            Map.entry("<", Comparison.BELOW),
            Map.entry(">=", Comparison.AT_LEAST),
            Map.entry("=>", Comparison.AT_LEAST),
            Map.entry("≥", Comparison.AT_LEAST),
            Map.entry("<=", Comparison.AT_MOST),
            Map.entry("=<", Comparison.AT_MOST),
            Map.entry("≤", Comparison.AT_MOST),
            Map.entry("=", Comparison.EQUAL),
            Map.entry("==", Comparison.EQUAL),
            Map.entry("!=", Comparison.NOT_EQUAL),
            Map.entry("≠", Comparison.NOT_EQUAL));
    // In this order, because "no more than" holds "more than".
    private static final List<Map.Entry<Expression, String>> PHRASES = List.of(
            phrase("at most|up to|no maximo|como maximo|hasta|no more than", "<="),
            phrase("at least|no minimo|pelo menos|a partir de|al menos|como minimo", ">="),
            phrase(
                    "(?:greater|more|higher|larger|bigger|longer|older) than|above|over|exceeds?|exceeded|exceeding|beyond|goes past|passam? de|passem? de|passar de|pasan? de|pasen? de|pasar de|acima de|maior (?:que|do que)|mais de|mas del|superior a|ultrapassa|ultrapassar|excede|exceder|mayor (?:que|a)|mas de|superan?|superar|superen?|ultrapassam|excedem|exceden|por encima de|suben? de|suban? de|subir de|sobem? de",
                    ">"),
            phrase(
                    "(?:less|fewer|lower|smaller|shorter) than|(?:drops? )?below|under|abaixo de|menor (?:que|a)|menos del?|inferior a|cai abaixo de|por debajo de|baja[n]? de|baje[n]? de|bajar de|cae[n]? de|caiga[n]? de|cai de|caem de|cair de|caem abaixo de|caen por debajo de|baixa de|baixar de",
                    "<"));
    // "between 70% and 85%"
    private static final Expression BETWEEN = Expression.of("\\b(?:between|entre)\\s+" + NUMBER + "\\s*"
            + UNIT.replace("|[\\p{L}]{3,})?", ")?") + "\\s*(?:and|e|y|to|a|-|–)\\s*" + NUMBER + "\\s*" + UNIT);
    private static final Expression THOUSANDS = Expression.of("[1-9]\\d{0,2}(?:[.,]\\d{3})+");
    private static final Expression TERA = Expression.of("ti?b");
    private static final Expression NO_UNIT = Expression.of(
            "por|for|em|in|and|the|during|durante|sustained|apos|after|within|ou|or|medio|average|avg|over|dos|das|com|para|total|max|min\\.|until|while|wait|since");

    // Only at the start: in the middle "até" and "a" join the ends of a range.
    private static final Expression UP_TO = Expression.of("^(?:ate|hasta|up to|max(?:imo|imum|\\.)?)\\s+(?=\\d)");

    // "3+ times", but not "for 3+ minutes".
    private static final Expression OR_MORE = Expression.of(
            "(?<![\\w.,])(\\d+(?:[.,]\\d+)?)\\+(?=\\s+(?!s\\b|sec|seg|m\\b|min|h\\b|hour|hora|d\\b|day|dia|week|sem|month|mes)\\p{L})");

    private static final Expression MANY = Expression.of(
            "(?<![\\d.,])(\\d+(?:[.,]\\d{1,2})?)\\s*(mil|thousand|milhao|milhoes|million|millions|millon|millones)\\b");

    private Bounds() {}

    private static Map.Entry<Expression, String> phrase(String words, String sign) {
        return Map.entry(Expression.of("\\b(?:" + words + ")\\s+(?:los |las |the |os |as )?(?=\\d)"), sign + " ");
    }

    /// The comparison in the cell or sentence, or null when it holds none.
    public static @Nullable Bound compared(String raw) {
        Bound found = signed(raw);
        Matcher m = found == null && Letters.hasDigit(raw) ? BETWEEN.matcher(Words.folded(Words.plain(raw))) : null;
        if (m == null || !m.find()) {
            return found;
        }
        String unit = m.group(2) == null ? m.group(4) : m.group(2);
        return new Bound(Comparison.AT_LEAST, number(m.group(1), unit), unit(unit), null, Words.plain(raw));
    }

    private static @Nullable Bound signed(String raw) {
        // A comparison needs a number; most texts have none.
        if (!Letters.hasDigit(raw) && !Numbers.mayCompare(raw)) {
            return null;
        }
        String t = prepared(raw);
        Matcher m = COMPARED.matcher(t);
        while (m.find()) {
            Comparison op = SIGNS.get(m.group(1));
            // "x -> 5" and "<=> 5" are arrows, not comparisons.
            if (op != null && (m.start() == 0 || "-=<>".indexOf(t.charAt(m.start() - 1)) < 0)) {
                return new Bound(
                        op,
                        number(m.group(2), m.group(3)),
                        unit(m.group(3)),
                        whole(t.substring(m.end())),
                        Words.plain(raw));
            }
        }
        return null;
    }

    /// What stands before the comparison in a sentence, folded: what is compared; null when it holds none.
    public static @Nullable String subject(String raw) {
        String t = prepared(raw);
        Matcher m = COMPARED.matcher(t);
        return m.find() ? t.substring(0, m.start()) : null;
    }

    /// The bound in a threshold cell: a comparison, else a range or a bare number read with `fallback` (a range
    /// gives the end that `fallback` points to); null for "-", "N/A", a word.
    public static @Nullable Bound cell(String raw, Comparison fallback) {
        Bound compared = signed(raw);
        if (compared != null) {
            return compared;
        }
        if (!Letters.hasDigit(raw)) {
            return null;
        }
        String t = BETWEEN.matcher(prepared(raw)).replaceFirst("$1 $2 - $3 $4");
        Matcher range = RANGE.matcher(t);
        boolean upward = fallback == Comparison.ABOVE || fallback == Comparison.AT_LEAST;
        if (range.find()) {
            String from = range.group(2) == null ? range.group(4) : range.group(2);
            String to = range.group(4) == null ? range.group(2) : range.group(4);
            String written = upward ? from : to;
            return new Bound(
                    fallback, number(range.group(upward ? 1 : 3), written), unit(written), null, Words.plain(raw));
        }
        Matcher bare = BARE.matcher(t);
        if (!bare.find()) {
            return null;
        }
        Comparison op = bare.group(2) == null ? fallback : Comparison.AT_LEAST;
        if (op == Comparison.BELOW && number(bare.group(1), bare.group(3)) == 0) {
            op = Comparison.AT_MOST; // Nothing counted lies below nothing.
        }
        return new Bound(
                op,
                number(bare.group(1), bare.group(3)),
                unit(bare.group(3)),
                whole(t.substring(bare.end())),
                Words.plain(raw));
    }

    /// Whether the text is a comparison or a range of figures ("> 5%", "300–800 ms"), and no date or time.
    public static boolean isBand(String raw) {
        if (compared(raw) != null || !Letters.hasDigit(raw)) {
            return compared(raw) != null;
        }
        String t = prepared(raw);
        Matcher range = RANGE.matcher(t);
        return range.find() && (range.end() == t.length() || "-/:.".indexOf(t.charAt(range.end())) < 0);
    }

    /// The percentile a name or cell speaks of (`p95`, `95th percentile`), or null.
    public static @Nullable Integer percentile(String text) {
        if (!Letters.hasDigit(text)) {
            return null;
        }
        Matcher m = PERCENTILE.matcher(Words.folded(Words.plain(text)));
        if (!m.find()) {
            return null;
        }
        String digits = m.group(1) != null ? m.group(1) : m.group(2) != null ? m.group(2) : m.group(3);
        return Integer.valueOf(digits);
    }

    // "1,5 mil", "2 millones": the multiplier belongs to the number.
    private static String multiplied(String folded) {
        Matcher m = folded.contains("mil") || folded.contains("thousand") ? MANY.matcher(folded) : null;
        return m == null
                ? folded
                : m.replaceAll(r -> new BigDecimal(r.group(1).replace(',', '.'))
                        .multiply(BigDecimal.valueOf(
                                r.group(2).length() > 3 && !r.group(2).startsWith("th") ? 1_000_000 : 1_000))
                        .stripTrailingZeros()
                        .toPlainString());
    }

    private static String prepared(String raw) {
        String t = UP_TO.matcher(multiplied(Numbers.compared(Words.folded(Words.plain(raw)))))
                .replaceFirst("<= ");
        t = t.indexOf('+') < 0 ? t : OR_MORE.matcher(t).replaceAll(">= $1");
        for (Map.Entry<Expression, String> e : PHRASES) {
            t = e.getKey().matcher(t).replaceAll(e.getValue());
        }
        return t;
    }

    // "1.000 tarefas" is a thousand, "99.999%" and "0.125 s" are decimals.
    private static double number(String digits, @Nullable String unit) {
        if (digits.charAt(0) == '-' || digits.charAt(0) == '−') {
            return -number(digits.substring(1), unit);
        }
        boolean thousands = THOUSANDS.matcher(digits).matches() && !"%".equals(unit);
        double value = Double.parseDouble(thousands ? digits.replaceAll("[.,]", "") : digits.replace(',', '.'));
        if ("k".equals(unit)) {
            return value * 1000;
        }
        return unit != null && TERA.matcher(unit).matches() ? value * 1024 : value;
    }

    private static @Nullable Double whole(String rest) {
        Matcher m = WHOLE.matcher(rest);
        if (!m.lookingAt() && !(m.reset().find() && m.start() <= 2)) {
            return null;
        }
        String digits = m.group(1) == null ? m.group(2) : m.group(1);
        return number(digits, null);
    }

    private static @Nullable String unit(@Nullable String written) {
        if (written == null) {
            return null;
        }
        String u = written.toLowerCase(Locale.ROOT);
        if (u.endsWith("/min") || u.equals("/m")) {
            return "/min";
        }
        if (u.contains("/s") || u.equals("rps")) {
            return "/s";
        }
        if (NO_UNIT.matcher(u).matches()) {
            return null;
        }
        return switch (u) {
            case "%", "percent" -> "%";
            case "ms", "millisecond", "milliseconds" -> "ms";
            case "s", "sec", "secs", "second", "seconds", "segundo", "segundos" -> "s";
            case "m", "min", "mins", "minute", "minutes", "minuto", "minutos" -> "min";
            case "h", "hr", "hrs", "hour", "hours", "hora", "horas" -> "h";
            case "d", "day", "days", "dia", "dias" -> "d";
            case "b", "byte", "bytes" -> "B";
            case "kb", "kib" -> "KB";
            case "mb", "mib" -> "MB";
            case "gb", "gib", "tb", "tib" -> "GB";
            case "k" -> null;
            default -> "count";
        };
    }
}
