package plantao.runbook.tree;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import plantao.runbook.text.Expression;
import plantao.runbook.text.KeyValue;
import plantao.runbook.text.Words;

/// Makes sections of bold lead-ins. A paragraph is split by line: `**Version:** 2` and `**Date:** x` may stand in
/// one.
record LeadIns(Predicate<String> known, Predicate<String> inline) {
    private static final Expression COLON = Expression.of(
            "^[^\\p{L}\\p{N}*_]{0,8}(?:\\*\\*|__)([^*]{1,90}?)(?::\\s*(?:\\*\\*|__)|(?:\\*\\*|__)\\s*:)(.*)$");
    // "*Look first:*", "_Fix_:"
    private static final Expression ITALIC =
            Expression.of("^(?:\\*(?!\\*)|_(?!_))([^*_`]{2,60}?)(?::\\s*[*_]|[*_]\\s*:)(?![*_])\\s*(.*)$");
    // "**Migrations by hand** (rarely needed):"
    private static final Expression BRACKETED =
            Expression.of("^\\*\\*([^*]{2,70}?)\\*\\*\\s*(\\([^()]{2,60}\\))\\s*:$");
    // "**Fix** (never delete by hand!)" right above what is done
    private static final Expression NOTED = Expression.of("^\\*\\*([^*]{2,40})\\*\\*\\s*\\([^()]{2,90}\\)$");
    private static final Expression WHOLE =
            Expression.of("^[^\\p{L}\\p{N}*_]{0,8}(?:\\*\\*|__)([^*]{2,70}?[^*.!?])(?:\\*\\*|__)\\s*$");
    private static final Expression PLAIN = Expression.of("^([\\p{L}][^:*`|]{2,50}):\\s*$");

    private static final int DEEPEST = 6;

    /// So many rows of a table with a header tell of an incident before each is taken as a field of it.
    private static final int FEWEST = 3;

    private static final Expression SEVERAL =
            Expression.of("^\\W{0,8}\\*\\*[^*]{1,60}\\*\\*.*\\s[|·]\\s+\\*\\*[^*]{1,60}\\*\\*");
    private static final Expression BETWEEN = Expression.of("\\s+[|·]\\s+(?=\\*\\*)");

    private static final Expression NUMBERED = Expression.of("^\\d{1,2}[.)]\\s+\\p{L}");

    // "Symptoms: …", "*Symptoms*: …", "**Symptoms** — …".
    private static final Expression INLINE = Expression.of(
            "^(?:([\\p{Lu}][\\p{L} ]{3,40})|[*_]([^*_]{3,40})[*_]|\\*\\*([^*]{3,40})\\*\\*(?=\\s+[-–—]))\\s*(?::|\\s[-–—])\\s+(\\S.*)$");

    private static final Expression BARE = Expression.of("^\\p{Lu}[\\p{L} /]{3,40}(?:\\([^()]*\\))?$");
    private static final Expression WAY = Expression.of(
            "(?iu)^(?:op[cç][aã]o|opci[oó]n|option|alternativa|alternative|m[eé]todo|method|camino|caminho)\\s+[\\dA-Z]\\b");

    private static final Expression FIELD = Expression.of("^\\s*\\p{Lu}[\\p{L} -]{2,30}:\\s+\\S");
    private static final Expression FIRES = Expression.of(
            "(?iu)^\\s*(?:trigger|condition|fires when|alert when|threshold|gatilho|condi[cç][aã]o|dispara(?: quando| cuando)?|condici[oó]n|disparador|umbral|limiar)\\s*:");

    // A capital or a mark first, a colon or dash soon after.
    private static boolean mayName(String text) {
        char first = text.isEmpty() ? ' ' : text.charAt(0);
        if (first != '*' && first != '_' && !Character.isUpperCase(first)) {
            return false;
        }
        for (int i = 3; i < Math.min(text.length(), 48); i++) {
            char c = text.charAt(i);
            if (c == ':' || c == '—' || c == '–' || c == '-') {
                return true;
            }
        }
        return false;
    }

    private static String name(Matcher m) {
        String plain = m.group(1) == null ? m.group(2) : m.group(1);
        return (plain == null ? m.group(3) : plain).strip();
    }

    List<Part> split(List<Part> parts) {
        List<Part> flat = headed(parts);
        Map<Integer, Section> lists = overBoxes(flat);
        List<Part> out = new ArrayList<>();
        for (int i = 0; i < flat.size(); i++) {
            Part next = i + 1 < flat.size() ? flat.get(i + 1) : null;
            boolean holder = next instanceof Listing || next instanceof Fence || next instanceof Table;
            Section over = lists.get(i);
            if (over != null) {
                out.add(over);
            } else if (flat.get(i) instanceof Paragraph p) {
                byLine(p, holder, next instanceof Fence, out);
            } else if (flat.get(i) instanceof Listing l && isFields(l)) {
                l.items().forEach(item -> out.add(field(item)));
            } else if (flat.get(i) instanceof Table t && isFields(t)) {
                t.rows().forEach(r -> out.add(field(r)));
            } else if (flat.get(i) instanceof Section s && s.isLead() && holdsFields(flat, i)) {
                out.add(new Section(DEEPEST, s.heading(), s.value(), s.line(), s.parts()));
            } else {
                out.add(flat.get(i));
            }
        }
        return out;
    }

    // "On arrival:" and "On leaving:" over boxes to tick, below one heading: each is a list of its own. By their
    // place.
    private static Map<Integer, Section> overBoxes(List<Part> parts) {
        Map<Integer, Section> out = new HashMap<>();
        Map<Integer, Section> here = new HashMap<>();
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i) instanceof Section) {
                here.clear();
            }
            Section over = i + 1 < parts.size() && isBoxed(parts.get(i + 1)) ? heading(parts.get(i)) : null;
            if (over != null) {
                here.put(i, over);
            }
            if (over != null && here.size() == 2) {
                out.putAll(here);
            } else if (over != null && here.size() > 2) {
                out.put(i, over);
            }
        }
        return out;
    }

    private static boolean isBoxed(Part part) {
        return part instanceof Listing l && l.items().stream().allMatch(i -> i.box() != null);
    }

    private static @Nullable Section heading(Part part) {
        if (!(part instanceof Paragraph p) || p.lines().size() > 1) {
            return null;
        }
        Matcher m = PLAIN.matcher(p.lines().getFirst().text().strip());
        return m.matches() ? new Section(Section.LEAD, m.group(1).strip(), "", p.line(), List.of()) : null;
    }

    // Below one heading at least two lines in bold over running text: headings that were
    // not marked as such.
    private List<Part> headed(List<Part> parts) {
        List<Part> out = new ArrayList<>(parts);
        for (int from = 0; from < parts.size(); from++) {
            if (!(parts.get(from) instanceof Section s) || s.isLead()) {
                continue;
            }
            List<Integer> bold = new ArrayList<>();
            int told = 0;
            int to = from + 1;
            for (; to < parts.size() && !(parts.get(to) instanceof Section); to++) {
                if (isBold(parts.get(to))) {
                    bold.add(to);
                    told += to + 1 < parts.size() && parts.get(to + 1) instanceof Paragraph ? 1 : 0;
                }
            }
            for (int at : told > 1 ? bold : List.<Integer>of()) {
                Line line = ((Paragraph) parts.get(at)).lines().getFirst();
                Section lead = lead(line, true);
                if (lead != null) {
                    out.set(at, new Section(DEEPEST, lead.heading(), "", line.number(), List.of()));
                }
            }
        }
        return out;
    }

    private boolean isBold(Part part) {
        if (!(part instanceof Paragraph p) || p.lines().size() > 1) {
            return false;
        }
        Matcher m = WHOLE.matcher(p.lines().getFirst().text().strip());
        return m.matches() && !NUMBERED.in(m.group(1)) && !known.test(m.group(1));
    }

    // A fold-out with "Symptoms:" and "Steps:" in it is a section like any other.
    private boolean holdsFields(List<Part> flat, int at) {
        for (int i = at + 1; i < flat.size() && !(flat.get(i) instanceof Section); i++) {
            if (flat.get(i) instanceof Paragraph p) {
                for (Line line : p.lines()) {
                    Section lead = lead(line, false);
                    if (lead != null && known.test(lead.heading())) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    // "- Symptoms: …", "- Diagnosis: …": a whole playbook written as bullets.
    private boolean isFields(Listing l) {
        return !l.ordered()
                && l.items().stream().filter(i -> isField(i)).limit(2).count() == 2;
    }

    private boolean isField(Listing.Item item) {
        KeyValue kv = item.box() == null ? item.keyValue() : null;
        return kv != null && known.test(kv.key());
    }

    // "| **Severity** | high |" without a header: each row is a field. With a header ("Section | Detail") several
    // rows
    // have to be fields of one incident, each once.
    private boolean isFields(Table t) {
        if (t.headers().size() != 2) {
            return false;
        }
        List<String> names =
                t.rows().stream().map(r -> name(r)).filter(known).distinct().toList();
        return t.headers().stream().allMatch(String::isBlank) ? !names.isEmpty() : names.size() >= FEWEST;
    }

    private static String name(Table.Row row) {
        return Words.plain(row.cells().getFirst()).replaceFirst("\\s*:$", "");
    }

    private static Part field(Table.Row row) {
        return new Section(Section.LEAD, name(row), row.cells().get(1).strip(), row.line(), List.of());
    }

    private static Part field(Listing.Item item) {
        KeyValue kv = item.keyValue();
        if (kv == null) {
            return new Listing(false, 0, List.of(item), item.line());
        }
        return new Section(Section.LEAD, kv.key(), kv.value().strip(), item.line(), item.parts());
    }

    // A name in bold over "Severity: 1", "Trigger: …", "Action: …" is one alert: its lines stay together.
    private static boolean isAlert(Paragraph p) {
        List<Line> lines = p.lines();
        return lines.size() > 2
                && WHOLE.matcher(lines.getFirst().text().strip()).matches()
                && lines.stream().skip(1).allMatch(l -> FIELD.in(l.text()))
                && lines.stream().anyMatch(l -> FIRES.in(l.text()));
    }

    private void byLine(Paragraph p, boolean holder, boolean fence, List<Part> out) {
        if (isAlert(p)) {
            out.add(p);
            return;
        }
        List<Line> rest = new ArrayList<>();
        Section open = null;
        StringBuilder value = new StringBuilder();
        List<Line> lines = p.lines().stream().flatMap(LeadIns::fields).toList();
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            boolean last = i == lines.size() - 1;
            Section lead = lead(line, last && holder);
            lead = lead == null && last && fence ? bracketed(line) : lead;
            if (lead != null) {
                flush(open, value, rest, out);
                open = lead;
                value.append(lead.value());
            } else if (!value.isEmpty()) {
                value.append(' ').append(line.text().strip());
            } else {
                rest.add(line);
            }
        }
        flush(open, value, rest, out);
    }

    // "**Severity:** P1 | **Impact:** orders": several fields on one line.
    private static Stream<Line> fields(Line line) {
        if (line.text().indexOf('|') < 0 && line.text().indexOf('·') < 0 || !SEVERAL.in(line.text())) {
            return Stream.of(line);
        }
        return Stream.of(BETWEEN.split(line.text(), 0)).map(t -> new Line(t, line.number()));
    }

    // What follows a lead-in's value in its paragraph belongs to the value.
    private static void flush(@Nullable Section lead, StringBuilder value, List<Line> rest, List<Part> out) {
        if (lead != null) {
            out.add(new Section(lead.level(), lead.heading(), value.toString(), lead.line(), List.of()));
        }
        if (!rest.isEmpty()) {
            out.add(new Paragraph(List.copyOf(rest)));
            rest.clear();
        }
        value.setLength(0);
    }

    private static @Nullable Section bracketed(Line line) {
        Matcher m = BRACKETED.matcher(line.text().strip());
        return m.matches()
                ? new Section(Section.LEAD, m.group(1).strip() + " " + m.group(2), "", line.number(), List.of())
                : null;
    }

    private @Nullable Section lead(Line line, boolean holds) {
        String text = line.text().strip();
        if (text.length() > 2000) {
            return null;
        }
        boolean bold = text.contains("**") || text.contains("__");
        Matcher m = COLON.matcher(text);
        if (bold && m.matches()) {
            return new Section(
                    Section.LEAD, emoji(text) + m.group(1).strip(), m.group(2).strip(), line.number(), List.of());
        }
        m = text.startsWith("*") || text.startsWith("_") ? ITALIC.matcher(text) : null;
        if (m != null && m.matches()) {
            return new Section(Section.LEAD, m.group(1).strip(), m.group(2).strip(), line.number(), List.of());
        }
        m = WHOLE.matcher(text);
        // "**1. Ask the supplier**" heads what follows, be it only a sentence.
        if (bold && m.matches() && (holds || NUMBERED.in(m.group(1)) || known.test(m.group(1)))) {
            return new Section(Section.LEAD, emoji(text) + m.group(1).strip(), "", line.number(), List.of());
        }
        m = holds && bold ? NOTED.matcher(text) : null;
        if (m != null && m.matches() && known.test(m.group(1))) {
            return new Section(Section.LEAD, m.group(1).strip(), "", line.number(), List.of());
        }
        m = PLAIN.matcher(text);
        if (holds
                && m.matches()
                && (known.test(m.group(1))
                        || known.test(Words.unqualified(m.group(1)))
                        || WAY.matcher(m.group(1)).lookingAt())) {
            return new Section(Section.LEAD, m.group(1).strip(), "", line.number(), List.of());
        }
        m = mayName(text) ? INLINE.matcher(text) : null;
        if (m != null && m.matches() && inline.test(name(m))) {
            return new Section(Section.LEAD, name(m), m.group(4).strip(), line.number(), List.of());
        }
        // "Immediate mitigation (0-5 min)" alone on the line above its list.
        boolean alone =
                holds && text.length() < 60 && BARE.matcher(text).matches() && known.test(Words.unqualified(text));
        return alone ? new Section(Section.LEAD, text, "", line.number(), List.of()) : null;
    }

    // A mark before the bold text ("⚠️ **…**") may carry a severity.
    private static String emoji(String text) {
        int stars = text.indexOf("**");
        int lines = text.indexOf("__");
        int bold = stars < 0 || lines < 0 ? Math.max(stars, lines) : Math.min(stars, lines);
        return bold <= 0 ? "" : text.substring(0, bold).strip() + " ";
    }
}
