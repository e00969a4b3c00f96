package plantao.runbook.read;

import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;
import plantao.runbook.text.Bounds;
import plantao.runbook.text.Expression;
import plantao.runbook.text.KeyValue;
import plantao.runbook.text.Phrases;
import plantao.runbook.text.Severity;
import plantao.runbook.text.Vocabulary;
import plantao.runbook.text.Words;
import plantao.runbook.tree.Listing;

/// An alert that is one bullet: "**Lag** (critical): over 50,000 for 15 minutes → “the lag grows”".
///
/// @param level that of the severity, or null
/// @param respond seconds, or null
/// @param text all of it with what stands below, for cross references
record AlertBullet(
        String name,
        String condition,
        @Nullable String severity,
        @Nullable Integer level,
        @Nullable Integer respond,
        String text) {
    private static final Expression BOLD_REST =
            Expression.of("^[^\\p{L}\\p{N}*_]{0,12}(?:\\*\\*|__)(.+?)(?:\\*\\*|__)\\s*(.*)$");
    // "[High latency](high-latency.md) - slower than 2 s"
    private static final Expression LINK_REST = Expression.of("^\\[([^\\[\\]]+)\\]\\([^()]*\\)\\s*([-–—:].*|)$");
    private static final Expression PLACE = Expression.of(
            "(?i)\\s*(?:→|=>|->)\\s*.*$|\\s*\\(?(?:see|ver|veja|vide|v[eé]ase)\\s+(?:section|se[cç][aã]o|secci[oó]n|§|\\d+\\.).*$");
    private static final Expression REFERS = Expression.of(
            "(?iu)\\W*(?:see|ver|veja|vide|v[eé]ase|section|se[cç][aã]o|secci[oó]n|§|runbook|playbook)\\s*\\W*\\S+\\s*[\\d.]*\\W*$");
    private static final Expression POINTS =
            Expression.of("\\s*(?:→|=>|->|➜)\\s*(?:[«\"“'‘\\[].*|(?:see|ver|veja|vide)\\b.*)$");
    // "… → [What to do](#it)", "…. See *What to do*." at the end
    private static final Expression POINTED = Expression.of(
            "(?iu)\\s*(?:→|=>|->|➜)\\s*\\[[^\\[\\]]*\\]\\([^()]*\\)\\W*$|(?<=[.;,])\\s+(?:see|ver|veja|vide|v[eé]ase)\\s+[*_\"“«'‘\\[].*$");
    // "If the queue passes 500 for 10 minutes, then call the lead": what comes before the comma.
    private static final Expression CONDITIONAL = Expression.of(
            "(?iu)^\\W*(?:if|when(?:ever)?|si|cuando|se|quando|caso)\\s+(.{4,160}?)\\s*(?:,\\s*(?:then|entonces|ent[aã]o)\\b|,(?=\\s+\\p{L})|:(?=\\s)|→|=>|->)\\s*\\S.*$");
    // A coloured mark; a warning sign before every bullet says nothing of this one.
    private static final Expression SIGN = Expression.of("^([🔴🟠🟡🟢🔵])");
    // "Queued jobs above 200 for 15m: page on-call" without what is done then.
    private static final Expression LIMIT = Expression.of("^([^:]{3,80}\\d\\s*[%\\p{L}]{0,12}):\\s+\\p{L}.*$");
    // "**QueueStuck** 🔴 — more than 200 wait"
    private static final Expression MARK = Expression.of("^([🔴🟠🟡🟢🔵])\\s*(?:[-–—:]\\s*)?(.*)$");
    private static final Expression TAGGED = Expression.of("^\\(([^()]{2,20})\\)\\s*(?::|[-–—](?=\\s))\\s*(.+)$");

    // "QueueLatencyHigh (p95 > 50 ms 10m)"
    private static final Expression IDENTIFIED =
            Expression.of("^`?(\\w*[a-z0-9]\\w*[A-Z_]\\w*)`?\\s+\\(([^()]{2,80})\\)\\.?$");

    static boolean isNamed(Listing.Item item) {
        return BOLD_REST.matcher(item.text()).matches();
    }

    static @Nullable AlertBullet of(Listing.Item item, Vocabulary vocabulary) {
        String text = ProseAlerts.unled(item.text());
        if (text.isBlank()) {
            return null;
        }
        Matcher bold = BOLD_REST.matcher(text);
        bold = bold.matches() || !text.startsWith("[") ? bold : LINK_REST.matcher(text);
        String name;
        String condition;
        String mark = "";
        if (bold.matches()) {
            Matcher marked = MARK.matcher(bold.group(2));
            mark = marked.matches() ? marked.group(1) : "";
            name = Words.plain(bold.group(1)).replaceAll("[\\s:]+$", "");
            String behind = behind(
                    name,
                    POINTED.matcher(mark.isEmpty() ? bold.group(2) : marked.group(2))
                            .replaceFirst(""));
            Matcher told = CONDITIONAL.matcher(behind);
            condition = told.matches() ? told.group(1) : behind;
        } else if (IDENTIFIED.in(text)) {
            Matcher told = IDENTIFIED.matcher(text);
            name = told.matches() ? told.group(1) : text;
            String within = told.matches() ? told.group(2) : "";
            condition = Bounds.compared(within) == null ? Words.plain(text) : within;
        } else if (CONDITIONAL.in(Words.plain(text))) {
            Matcher told = CONDITIONAL.matcher(Words.plain(text));
            condition = told.matches() ? told.group(1) : text;
            name = condition;
        } else {
            // A name in code breaks the key of a line, but not of the same line as plain text.
            String coded = text.startsWith("`") ? Words.plain(text) : text;
            KeyValue kv = KeyValue.of(coded.replaceFirst("\\s+[-–—]\\s+", ": "));
            String plain = LIMIT.matcher(Words.emojiless(Words.plain(text))).replaceFirst("$1");
            boolean keyed = kv != null && !kv.value().isBlank();
            name = kv == null || !keyed ? PLACE.matcher(plain).replaceFirst("") : Words.emojiless(kv.key());
            condition = kv == null || !keyed || REFERS.matcher(kv.value()).lookingAt()
                    ? PLACE.matcher(plain).replaceFirst("").replaceFirst("\\s+[-–—]$", "")
                    : Words.plain(kv.value());
        }
        boolean same = name.equals(condition);
        condition = POINTS.matcher(condition).replaceFirst("");
        Matcher tagged = TAGGED.matcher(condition);
        String said = tagged.matches() ? tagged.group(1) : same ? "" : Words.qualifier(name);
        Integer marked = said.isBlank() ? null : Phrases.level(said, vocabulary);
        if (marked != null && tagged.matches()) {
            condition = tagged.group(2);
        } else if (marked != null) {
            name = Words.unqualified(name);
        }
        ResponseTimes answer = ResponseTimes.trailing(condition, vocabulary);
        ArrowedAlerts told = ArrowedAlerts.of(answer == null ? condition : answer.rest(), vocabulary);
        Severity tag = answer == null ? null : answer.severity();
        // "🔴 **Queue stuck**"
        Matcher sign = SIGN.matcher(mark.isEmpty() ? text : mark);
        Integer signed = marked == null && sign.find() ? Phrases.level(sign.group(1), vocabulary) : null;
        if (signed != null) {
            marked = signed;
            said = sign.group(1);
        }
        String below = String.join(
                " ", item.children().stream().map(Listing.Item::text).toList());
        return new AlertBullet(
                same ? told.condition() : name,
                told.condition(),
                told.severity() != null ? told.severity() : tag != null ? tag.label() : marked == null ? null : said,
                told.severity() != null ? told.level() : tag != null ? Integer.valueOf(tag.level()) : marked,
                answer == null ? null : answer.respond(),
                text + " " + below);
    }

    private static String behind(String name, String markdown) {
        String rest = markdown.replaceFirst("^(?::|[-–—]\\s)\\s*", "").strip();
        boolean continues = Bounds.compared(name) != null && Bounds.compared(Holds.without(rest)) == null;
        String tail = Words.plain(rest).replaceFirst("^\\((.*)\\)$", "$1");
        return tail.isBlank() ? name : continues ? name + " " + Words.plain(rest) : tail;
    }
}
