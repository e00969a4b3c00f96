package plantao.runbook.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import plantao.runbook.Escalation;
import plantao.runbook.text.Durations;
import plantao.runbook.text.Expression;
import plantao.runbook.text.KeyValue;
import plantao.runbook.text.Severity;
import plantao.runbook.text.Terms;
import plantao.runbook.text.Vocabulary;
import plantao.runbook.text.Words;
import plantao.runbook.tree.Branches;
import plantao.runbook.tree.Fence;
import plantao.runbook.tree.Line;
import plantao.runbook.tree.Listing;
import plantao.runbook.tree.Paragraph;
import plantao.runbook.tree.Table;

/// Escalation tables whose columns are the levels, and lines such as "Level 2 (15-30 min): Tech lead" or
/// "On-call → Tech lead (15 min) → CTO (1 h)".
final class Ladders {
    static final Pattern LEVEL = Pattern.compile(
            "^((?:n[ií]vel|level|tier|camada|linha|l[ií]nea|l|n)[- ]?([0-5])|[1-5](?:º|ª|°|o|st|nd|rd|th|er)?\\s+(?:n[ií]vel|level|linha|l[ií]nea|line|escal[aã]o))\\b[\\s:.\\-–—]*(.*)$",
            Pattern.CASE_INSENSITIVE);
    private static final int LONGEST = 200;

    private static final Expression ARROW = Expression.of("^(?:→|➜|=>|->)\\s*");

    // How to reach somebody, behind the name.
    private static final Expression REACHED = Expression.of("\\s+(?:[@#]\\p{L}|\\S+@|[+(]?\\d[\\d() -]{6}).*$");

    private static final Expression SHORT = Expression.of("\\p{Lu}\\S*(?:\\s+\\S+){0,2}");

    private static final Terms IMMEDIATE = Vocabulary.standard().terms("immediate");

    private Ladders() {}

    /// Whether a line is a level with what it is due after: "Nível 2 (após 30 min): …".
    static boolean isTimed(String plain) {
        // The time stands between parentheses.
        if (plain.indexOf('(') < 0) {
            return false;
        }
        Matcher m = LEVEL.matcher(plain);
        return m.matches()
                && m.group(3).startsWith("(")
                && m.group(3).indexOf(')') > 0
                && (after(m.group(3)) != null || IMMEDIATE.in(Words.folded(m.group(3))));
    }

    /// How many lines and items right below a heading are such levels.
    static int timed(Topic t) {
        int timed = 0;
        for (Paragraph p : t.section().paragraphs()) {
            for (Line line : p.lines()) {
                timed += isTimed(line.plain()) ? 1 : 0;
            }
        }
        for (Listing l : t.section().lists()) {
            for (Listing.Item item : l.items()) {
                timed += isTimed(item.plain()) ? 1 : 0;
            }
        }
        return timed;
    }

    /// Whether most cells of the column are the levels of a ladder ("L1", "Nível 2").
    static boolean areLevels(Table table, int column) {
        long levels = table.rows().stream()
                .filter(r -> LEVEL.matcher(Words.plain(r.cells().get(column))).matches())
                .count();
        return levels > 1 && levels * 2 > table.rows().size();
    }

    /// Seconds after which a rung is due: the beginning of a range, else the one duration; null for "next business
    /// day".
    static @Nullable Integer after(String text) {
        int[] range = Durations.range(text);
        return range == null ? Durations.seconds(text) : Integer.valueOf(range[0]);
    }

    /// "Level 2 (15-30 min): Tech lead" as one rung, or null.
    static @Nullable Escalation line(String plain, Topic t, int line) {
        Matcher m = LEVEL.matcher(plain);
        if (!m.matches() || m.group(3).isBlank()) {
            return null;
        }
        String rest = m.group(3);
        String timer = "";
        if (rest.startsWith("(") && rest.indexOf(')') > 0) {
            timer = rest.substring(1, rest.indexOf(')'));
            rest = rest.substring(rest.indexOf(')') + 1).replaceFirst("^[\\s:.\\-–—]+", "");
        }
        Integer after = after(timer) == null ? after(rest) : after(timer);
        after = after == null && IMMEDIATE.in(Words.folded(timer)) ? Integer.valueOf(0) : after;
        String text = rest.isBlank() ? timer : rest;
        return new Escalation(
                m.group(1),
                null,
                List.of(new Escalation.Rung(text, after, contact(text.split(",\\s|\\s[-–—]\\s", 2)[0]))),
                t.at(line));
    }

    /// "On-call" over "├── 15 min: Lead": levels where each line tells its own, else the whole tree as one ladder;
    /// empty
    /// when hardly a line says when.
    ///
    /// @param lines what the branches say
    static List<Escalation> branches(List<Line> lines, Topic t) {
        List<Escalation> levels = lines.stream()
                .map(l -> line(l.plain(), t, l.number()))
                .filter(Objects::nonNull)
                .toList();
        List<Escalation.Rung> rungs = new ArrayList<>();
        for (Line line : lines) {
            KeyValue kv = line.text().length() > LONGEST ? null : KeyValue.of(line.text());
            boolean timed = kv != null
                    && Durations.seconds(kv.key()) != null
                    && !kv.value().isBlank();
            String text = kv != null && timed ? Words.plain(kv.value()) : line.plain();
            Escalation.Rung rung = ProseEscalations.rung(text, after(line.plain()));
            String[] pointed = text.split("\\s*(?:→|=>|->|➜)\\s*");
            String who = REACHED.matcher(pointed[pointed.length - 1])
                    .replaceFirst("")
                    .strip();
            rungs.add(new Escalation.Rung(
                    line.plain(), rung.afterSeconds(), rung.contact() == null ? contact(who) : rung.contact()));
        }
        if (levels.size() > 1) {
            return levels;
        }
        long due = rungs.stream().filter(r -> r.afterSeconds() != null).count();
        return due < 2 || due * 2 < rungs.size() - 1
                ? List.of()
                : List.of(new Escalation(
                        null, null, List.copyOf(rungs), t.at(lines.getFirst().number())));
    }

    /// Whom a rung names when it is no sentence.
    static @Nullable String contact(String text) {
        String bare = Words.unqualified(text);
        return SHORT.matcher(bare).matches() ? bare : null;
    }

    /// Trees and arrows that are drawn in the fences below a heading.
    static List<Escalation> drawn(Topic t) {
        List<Escalation> out = new ArrayList<>();
        for (Fence f : t.section().fences()) {
            List<Line> lines = Branches.of(f);
            if (!lines.isEmpty()) {
                out.addAll(branches(lines, t));
            }
        }
        return out;
    }

    /// Lines of running text such as "On-call → Lead (15 min) → CTO (1 h)", under any heading.
    static List<Escalation> arrowed(Topic t) {
        List<Escalation> out = new ArrayList<>();
        for (Paragraph p : t.section().paragraphs()) {
            for (Line line : p.lines()) {
                List<Escalation.Rung> rungs = line.text().length() > LONGEST ? List.of() : arrows(line.plain());
                if (rungs.stream().filter(r -> r.afterSeconds() != null).count() > 1) {
                    out.add(new Escalation(null, null, List.copyOf(rungs), t.at(line.number())));
                }
            }
        }
        return out;
    }

    /// Rungs joined by arrows, or an empty list.
    static List<Escalation.Rung> arrows(String plain) {
        String[] parts = plain.split("\\s*(?:→|➜|➡️?|=>|->)\\s*");
        List<Escalation.Rung> out = new ArrayList<>();
        for (String part : parts.length > 2 ? parts : new String[0]) {
            if (!part.isBlank()) {
                out.add(new Escalation.Rung(part.strip(), after(part), contact(part.strip())));
            }
        }
        return out;
    }

    /// A matrix whose headers are levels: a row for each severity, or rows for who and when; empty when it is none.
    static List<Escalation> transposed(Topic t, Table table, Vocabulary vocabulary) {
        List<Matcher> levels = new ArrayList<>();
        for (String header : table.headers()
                .subList(Math.min(1, table.headers().size()), table.headers().size())) {
            Matcher m = LEVEL.matcher(Words.plain(header));
            if (!m.matches()) {
                return List.of();
            }
            levels.add(m);
        }
        List<Escalation> out = new ArrayList<>();
        if (levels.size() < 2) {
            return out;
        }
        Table.@Nullable Row who = null;
        Table.@Nullable Row when = null;
        for (Table.Row row : table.rows()) {
            String key = Words.normal(row.cells().getFirst());
            boolean person = vocabulary.isColumn("escalateTo", key)
                    || vocabulary.isColumn("role", key)
                    || vocabulary.isColumn("personName", key);
            boolean time = vocabulary.isColumn("escalationTime", key) || vocabulary.isColumn("responseTime", key);
            who = person && who == null ? row : who;
            when = time && !person && when == null ? row : when;
        }
        if (who != null) {
            for (int i = 0; i < levels.size(); i++) {
                String name = ColumnKinds.text(who, i + 1);
                String timer = when == null ? levels.get(i).group(3) : ColumnKinds.text(when, i + 1);
                if (name != null) {
                    Integer after = timer == null ? null : after(timer);
                    out.add(new Escalation(
                            levels.get(i).group(1),
                            null,
                            List.of(new Escalation.Rung(name, after, name)),
                            t.at(who.line())));
                }
            }
            return out;
        }
        for (Table.Row row : table.rows()) {
            List<Escalation.Rung> rungs = new ArrayList<>();
            for (int i = 0; i < levels.size(); i++) {
                String name = ColumnKinds.text(row, i + 1);
                if (name != null) {
                    rungs.add(new Escalation.Rung(name, after(levels.get(i).group(3)), name));
                }
            }
            if (!rungs.isEmpty()) {
                out.add(new Escalation(null, ColumnKinds.text(row, 0), List.copyOf(rungs), t.at(row.line())));
            }
        }
        return out;
    }

    /// `Situation | Whom`: "P1 unsolved after 30 min | → CTO"; none where no situation gives a time.
    static List<Escalation> situations(Topic t, ColumnKinds c) {
        List<Escalation> out = new ArrayList<>();
        boolean timed = false;
        for (Table.Row row : c.table().headers().size() == 2 ? c.table().rows() : List.<Table.Row>of()) {
            String when = ColumnKinds.text(row, 0);
            String to = ColumnKinds.text(row, 1);
            if (when != null && to != null) {
                Integer after = Durations.seconds(when);
                Severity severity = Severity.of(when);
                String who = ARROW.matcher(to).replaceFirst("");
                timed |= after != null;
                out.add(new Escalation(
                        null,
                        severity == null ? null : severity.label(),
                        List.of(new Escalation.Rung(when + " → " + who, after, contact(who))),
                        t.at(row.line())));
            }
        }
        return timed ? List.copyOf(out) : List.of();
    }

    /// `After | Who`: rungs by their times alone, whatever the severity; none where no row gives a time.
    static List<Escalation> timed(Topic t, ColumnKinds c, Vocabulary vocabulary) {
        int told = CallTimes.column(c);
        int time = told < 0 ? c.of("escalationTime") : told;
        int to = CallTimes.who(c, time);
        if (time < 0 || to < 0) {
            return List.of();
        }
        List<Escalation.Rung> rungs = new ArrayList<>();
        for (Table.Row row : c.table().rows()) {
            String when = ColumnKinds.text(row, time);
            String who = ColumnKinds.text(row, to);
            if (who != null) {
                boolean now = when != null && vocabulary.terms("immediate").in(Words.folded(when));
                Integer after = when == null ? null : now ? Integer.valueOf(0) : after(when);
                rungs.add(new Escalation.Rung(when == null ? who : who + " (" + when + ")", after, who));
            }
        }
        long due = rungs.stream().filter(r -> r.afterSeconds() != null).count();
        return due < 2 || due * 2 < rungs.size() - 1
                ? List.of()
                : List.of(new Escalation(
                        null, null, List.copyOf(rungs), t.at(c.table().line())));
    }
}
