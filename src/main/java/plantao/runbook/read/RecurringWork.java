package plantao.runbook.read;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import plantao.runbook.Checklist;
import plantao.runbook.Maintenance;
import plantao.runbook.text.Cron;
import plantao.runbook.text.Expression;
import plantao.runbook.text.KeyValue;
import plantao.runbook.text.Phrases;
import plantao.runbook.text.Role;
import plantao.runbook.text.Vocabulary;
import plantao.runbook.text.Words;
import plantao.runbook.tree.Fence;
import plantao.runbook.tree.Line;
import plantao.runbook.tree.Listing;
import plantao.runbook.tree.Paragraph;
import plantao.runbook.tree.Part;
import plantao.runbook.tree.Table;

/// Work that comes back without being a procedure: crontabs, tables of jobs, bullets such as "**Weekly**: vacuum".
final class RecurringWork {
    private static final Expression CLOCK = Expression.of("\\b\\d{1,2}(?::\\d{2}|h\\d{0,2}\\b|\\s?[AaPp][Mm]\\b)");

    private static final Expression TIME =
            Expression.of("\\d{1,2}(?::\\d{2}|h\\d{0,2}|\\s?[AaPp][Mm])(?:\\s*\\(?[A-Z]{2,4}\\)?)?");

    private static final Expression SPAN = Expression.of(
            "\\d{1,2}(?::\\d{2}|h\\d{0,2})?\\s*(?:[-–—]|to|a|às|as|até|ate|until)\\s*\\d{1,2}(?::\\d{2}|h\\d{0,2})");

    private static final Expression DATED = Expression.of("^(.{3,60}?)(?::\\s+|\\s+[-–—]\\s+)(\\p{L}.{3,160})$");

    private static final Expression SENTENCE = Expression.of("(?<=[.;])\\s+(?=\\p{Lu})");
    private static final Expression EVERY = Expression.of(
            "(?:every|each|cada|todo|toda|todos os|todas as|todos los|todas las|a cada)(?: (?:\\p{L}+|\\d{1,2})){1,3}");
    private static final int LONGEST = 80;
    private static final Expression OFTEN =
            Expression.of("(?:frequency|frequencia|frecuencia|periodicidade|periodicidad|how often)(?: .*)?");
    private static final int MOST_WORDS = 5;

    private final Topic topic;
    private final Vocabulary vocabulary;
    private final List<Maintenance> out = new ArrayList<>();

    private RecurringWork(Topic topic, Vocabulary vocabulary) {
        this.topic = topic;
        this.vocabulary = vocabulary;
    }

    static List<Maintenance> in(Topic t, Vocabulary vocabulary) {
        if (t.within(Role.TEMPLATE, Role.POSTMORTEM, Role.META, Role.CONTACTS, Role.ESCALATION)) {
            return List.of();
        }
        RecurringWork r = new RecurringWork(t, vocabulary);
        t.section().fences().forEach(r::crontab);
        t.tables().forEach(r::jobs);
        if (t.within(Role.MAINTENANCE, Role.MAINTENANCE_WINDOW, Role.BACKUP) || t.nearest() == null && r.isDated()) {
            Set<Listing> grouped = r.grouped();
            t.section().lists().stream()
                    .filter(l -> !grouped.contains(l))
                    .forEach(l -> l.items().forEach(r::bullet));
            t.section().paragraphs().forEach(p -> p.lines().forEach(r::sentence));
        } else if (t.nearest() == null || t.within(Role.ON_CALL_SHIFT, Role.CHECKLIST, Role.MONITORING)) {
            t.section()
                    .paragraphs()
                    .forEach(p -> p.lines().forEach(line -> {
                        boolean several = Stream.of(SENTENCE.split(line.plain(), 0))
                                        .filter(s -> r.dated(s) != null)
                                        .limit(2)
                                        .count()
                                > 1;
                        if (several) {
                            r.sentence(line);
                        }
                    }));
        }
        return r.out;
    }

    /// The items of a checklist that say for themselves how often they come back: "Weigh a sample (weekly)",
    /// "Daily:
    /// read the meter".
    static List<Maintenance> items(Checklist c, Vocabulary vocabulary) {
        List<Maintenance> out = new ArrayList<>();
        for (Checklist.Item item : c.items()) {
            String behind = Words.qualifier(item.text());
            KeyValue kv = behind.isEmpty() ? KeyValue.of(item.text()) : null;
            String when = kv == null ? behind : kv.key();
            String title = kv == null ? Words.unqualified(item.text()) : Words.plain(kv.value());
            String cadence = when.isEmpty() || when.split(" ").length > MOST_WORDS || title.isBlank()
                    ? null
                    : Phrases.cadence(when, vocabulary);
            if (cadence != null && !cadence.equals(c.cadence())) {
                out.add(new Maintenance(
                        title, cadence, Maintenances.isSchedule(when) ? when : null, item.origin(), false));
            }
        }
        return out;
    }

    private void crontab(Fence fence) {
        List<Line> lines = fence.lines();
        long entries = lines.stream().filter(l -> isEntry(l.text())).count();
        String above = "";
        for (Line line : lines) {
            String text = line.text().strip();
            Cron cron = Cron.of(text);
            if (cron != null && !cron.command().isEmpty()) {
                boolean told = Maintenances.isSchedule(above) || Phrases.cadence(above, vocabulary) != null;
                String title = !above.isBlank() && !told ? above : entries == 1 ? heading() : cron.command();
                add(title, cron.cadence(), told ? above : cron.schedule(), line.number());
                above = "";
            } else if (text.startsWith("#")) {
                String comment = text.replaceFirst("^#+\\s*", "");
                above = comment.startsWith("crontab") ? "" : comment;
            } else {
                above = "";
            }
        }
    }

    // "Every day, when the shift begins:" right above its bullets.
    private Set<Listing> grouped() {
        Set<Listing> out = new HashSet<>();
        List<Part> parts = topic.section().parts();
        for (int i = 1; i < parts.size(); i++) {
            if (!(parts.get(i) instanceof Listing l) || !(parts.get(i - 1) instanceof Paragraph p)) {
                continue;
            }
            String above = p.lines().getLast().plain();
            String cadence =
                    above.endsWith(":") && above.length() < LONGEST ? Phrases.cadence(above, vocabulary) : null;
            if (cadence != null && l.items().stream().allMatch(it -> it.box() == null)) {
                String when = above.substring(0, above.length() - 1);
                l.items().forEach(it -> add(it.plain(), cadence, when, it.line()));
                out.add(l);
            }
        }
        return out;
    }

    // Whatever the heading says: at least two bullets that begin with when they come back.
    private boolean isDated() {
        return topic.section().lists().stream()
                        .flatMap(l -> l.items().stream())
                        .filter(i -> i.box() == null && dated(i.plain()) != null)
                        .limit(2)
                        .count()
                > 1;
    }

    private static boolean isEntry(String text) {
        Cron cron = Cron.of(text);
        return cron != null && !cron.command().isEmpty();
    }

    // "Schedule (cron)" says less than the heading it stands below.
    private String heading() {
        if (!topic.section().isLead()) {
            return topic.title();
        }
        return topic.above().reversed().stream()
                .filter(h -> !h.section().isLead())
                .map(Topic.Head::title)
                .findFirst()
                .orElse(topic.title());
    }

    private void jobs(ColumnKinds c) {
        int when = c.of("frequency");
        int name = when == 0 ? 1 : 0;
        if (when == 0 && c.table().headers().size() > 2 && clocks(c, name)) {
            name = 2;
        }
        boolean other = c.has("timeout")
                || c.has("failureRule")
                || c.has("metricName") && (c.has("threshold") || c.has("warning"))
                || c.has("email")
                || c.has("phone")
                || c.has("responseTime")
                || c.has("severity");
        if (when < 0 || other || c.table().headers().size() < 2) {
            return;
        }
        for (Table.Row row : c.table().rows()) {
            String title = ColumnKinds.text(row, name);
            String time = ColumnKinds.text(row, when);
            String cadence = time == null ? null : cadence(time);
            if (title != null && time != null && cadence != null) {
                add(title, cadence, timed(time, row, when, name), row.line());
            }
        }
    }

    private static boolean clocks(ColumnKinds c, int column) {
        return c.table().rows().stream().allMatch(r -> CLOCK.in(r.cells().get(column)));
    }

    // "Daily" in one column, "02:00 UTC" in another.
    private static String timed(String when, Table.Row row, int... taken) {
        for (int i = 0; i < row.cells().size() && !CLOCK.in(when); i++) {
            String cell = i == taken[0] || i == taken[1] ? null : ColumnKinds.text(row, i);
            if (cell != null && cell.length() < 40 && CLOCK.in(cell)) {
                return when + " " + cell;
            }
        }
        return when;
    }

    private @Nullable String cadence(String text) {
        Cron cron = Cron.of(text);
        return cron != null ? cron.cadence() : Phrases.cadence(text, vocabulary);
    }

    // "Every Monday, 08:00: check the certificates"
    private void sentence(Line line) {
        for (String sentence : SENTENCE.split(line.plain(), 0)) {
            dated(sentence.replaceFirst("\\.\\s*$", ""), line.number());
        }
    }

    private boolean dated(String text, int line) {
        Matcher m = dated(text);
        String cadence = m == null ? null : Phrases.cadence(m.group(1), vocabulary);
        if (m != null && cadence != null) {
            add(m.group(2), cadence, m.group(1), line);
        }
        return cadence != null;
    }

    private @Nullable Matcher dated(String text) {
        Matcher m = DATED.matcher(text);
        boolean scheduled = m.matches()
                && Phrases.cadence(m.group(1), vocabulary) != null
                && (Maintenances.isSchedule(m.group(1))
                        || EVERY.matcher(Words.folded(m.group(1))).matches()
                        || Words.unqualified(m.group(1)).indexOf(' ') < 0);
        return scheduled ? m : null;
    }

    private void bullet(Listing.Item item) {
        KeyValue kv = item.box() == null ? item.keyValue() : null;
        if (kv == null || kv.value().isBlank()) {
            // "Weekly review of the alert rules"
            String text = item.box() == null ? item.plain() : "";
            if (dated(text, item.line())) {
                return;
            }
            String own = Phrases.cadence(ends(text), vocabulary);
            if (own != null && !topic.within(Role.RESTORE)) {
                String when = Words.qualifier(text);
                boolean timed = Maintenances.isSchedule(when);
                add(timed ? Words.unqualified(text) : text, own, timed ? when : null, item.line());
            }
            return;
        }
        String value = Words.plain(kv.value());
        // "Frequency" over "Settings: daily", "Logs: weekly"
        if (OFTEN.matcher(topic.normal()).matches() && value.split(" ").length < MOST_WORDS) {
            String own = Phrases.cadence(kv.key(), vocabulary) == null ? cadence(value) : null;
            if (own != null) {
                add(Words.plain(kv.key()), own, Maintenances.isSchedule(value) ? value : null, item.line());
                return;
            }
        }
        boolean frequency = vocabulary.isColumn("frequency", Words.normal(kv.key()));
        String cadence = frequency ? cadence(value) : Phrases.cadence(kv.key(), vocabulary);
        // "03:00 UTC: dump the ledger" among jobs is done at that time every day.
        cadence = cadence == null && TIME.matcher(Words.plain(kv.key())).matches() ? "daily" : cadence;
        if (cadence != null) {
            String qualifier = Words.qualifier(kv.key());
            String when = frequency || Maintenances.isSchedule(value)
                    ? value
                    : Maintenances.isSchedule(qualifier)
                            ? qualifier
                            : Maintenances.isSchedule(kv.key()) && CLOCK.in(kv.key()) ? Words.plain(kv.key()) : null;
            add(frequency ? topic.title() : value, cadence, when, item.line());
        }
    }

    // The first words of a text and the last.
    private static String ends(String text) {
        List<String> words = List.of(text.split("\\s+"));
        int n = words.size();
        return n < 6 ? text : String.join(" ", words.subList(0, 3)) + ", " + String.join(" ", words.subList(n - 2, n));
    }

    private void add(String title, String cadence, @Nullable String when, int line) {
        // "First Tuesday 22:00-23:00: upgrades (no pages)"
        boolean quiet =
                when != null && SPAN.in(when) && vocabulary.terms("downtime").in(Words.folded(title + " " + when));
        out.add(new Maintenance(title, cadence, when, topic.at(line), quiet || topic.within(Role.MAINTENANCE_WINDOW)));
    }
}
