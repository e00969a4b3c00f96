package plantao.runbook.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import plantao.runbook.AlertRule;
import plantao.runbook.Bound;
import plantao.runbook.Origin;
import plantao.runbook.text.Bounds;
import plantao.runbook.text.Durations;
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

/// Alert rules as the runbook lists them, not yet linked to metrics, services and playbooks.
final class Alerts {
    private static final Expression DASH = Expression.of("\\s+[-–—]\\s+");
    private static final Expression ALERT = Expression.of("(?i)\\s*\\b(?:alerts?|alertas?)\\b\\s*");
    private static final Expression ALARM = Expression.of("(?:alert|alarm|nom\\S* (?:d\\S+ )*(?:alert|alarm))");
    private static final Expression SENTENCES = Expression.of("[.;]\\s+\\p{Lu}|\\s—\\s|,[^,]+,");
    private static final int LONGEST = 110;
    private final Vocabulary vocabulary;
    private final List<Draft> out = new ArrayList<>();

    /// A rule before it is linked.
    ///
    /// @param text everything written about it, for cross references
    /// @param above the sections around the description of this one alert; else empty
    record Draft(AlertRule rule, String text, List<Topic.Head> above) {
        Draft with(AlertRule other) {
            return new Draft(other, text, above);
        }
    }

    private record Group(
            @Nullable String severity,
            @Nullable Integer level,
            @Nullable Integer respond) {}

    private static final Group NO_GROUP = new Group(null, null, null);

    private Alerts(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    static List<Draft> in(Topic root, Vocabulary vocabulary) {
        Alerts a = new Alerts(vocabulary);
        root.all()
                .filter(t -> !t.within(Role.TEMPLATE, Role.POSTMORTEM, Role.PLAYBOOK_GROUP, Role.LINKS))
                .forEach(a::topic);
        root.all().filter(t -> t.is(Role.PLAYBOOK_GROUP)).forEach(t -> {
            t.tables().forEach(table -> a.table(t, table, false, a.group(t)));
            // Rules in a line each, above those that have a heading of their own.
            if (Titled.ALERT.in(t.folded()) && bullets(t)) {
                a.lists(t, a.group(t));
            }
        });
        return List.copyOf(a.out);
    }

    private void topic(Topic t) {
        Topic.Head parent = t.parent();
        boolean grouped =
                parent != null && parent.role() == Role.ALERTS && Phrases.level(t.title(), vocabulary) != null;
        boolean listed = t.is(Role.ALERTS)
                || grouped
                || arrowed(t)
                || parent != null && parent.role() == Role.ALERTS && named(t);
        List<Columns> tables = t.tables();
        Group group = listed || !tables.isEmpty() ? group(t) : NO_GROUP;
        KeyedAlerts keyed = KeyedAlerts.of(t, vocabulary);
        if (keyed != null) {
            Integer hold = keyed.hold() == null ? Holds.seconds(keyed.condition()) : Durations.seconds(keyed.hold());
            add(
                    t.origin(),
                    keyed.name(),
                    keyed.condition(),
                    keyed.severity(),
                    keyed.severity() == null ? null : Phrases.level(keyed.severity(), vocabulary),
                    hold,
                    null,
                    keyed.condition());
            Draft added = out.removeLast();
            out.add(new Draft(added.rule(), added.text(), t.above()));
        } else if (listed) {
            lists(t, group);
        }
        for (Columns table : tables) {
            table(t, table, listed, group);
        }
        for (ToldAlerts.Told told : ToldAlerts.in(t, vocabulary, listed)) {
            add(
                    t.at(told.line()),
                    told.name(),
                    told.condition(),
                    told.severity(),
                    told.severity() == null ? null : Phrases.level(told.severity(), vocabulary),
                    told.hold(),
                    told.respond(),
                    told.text());
        }
        if (t.within(Role.ALERTS, Role.MONITORING, Role.METRICS)) {
            for (Fence f : t.section().fences()) {
                if (isExpression(t, f)) {
                    String expression = f.text().strip();
                    add(t.origin(), t.title(), expression, null, null, null, null, t.title());
                }
                YamlRules.in(f)
                        .forEach(r -> add(
                                t.at(r.line()),
                                r.name(),
                                r.expression(),
                                r.severity(),
                                r.severity() == null ? null : Phrases.level(r.severity(), vocabulary),
                                r.hold(),
                                null,
                                r.runbook() == null
                                        ? r.expression()
                                        : r.expression() + " [runbook](" + r.runbook() + ")"));
            }
        }
    }

    // "error rate > 5% → SEV1": a comparison and its severity tell an alert, whatever the heading says.
    private boolean arrowed(Topic t) {
        if (t.within(Role.SEVERITY, Role.ESCALATION, Role.SLA)
                || t.section().lists().isEmpty()) {
            return false;
        }
        List<String> items = t.section().lists().stream()
                .flatMap(l -> l.items().stream())
                .filter(i -> i.box() == null)
                .map(Listing.Item::text)
                .toList();
        long told = items.stream()
                .filter(i -> (i.contains("→") || i.contains("=>") || i.contains("->") || i.contains("⇒"))
                        && Bounds.compared(i) != null
                        && Arrowed.of(Words.plain(i), vocabulary).severity() != null)
                .count();
        return told > 1 || told > 0 && told * 2 >= items.size();
    }

    /// Whether the fence holds the expression of the alert that its heading names.
    static boolean isExpression(Topic t, Fence f) {
        return f.info().equals("promql")
                && t.within(Role.ALERTS)
                && !t.section().isLead()
                && Bounds.compared(f.text()) != null;
    }

    // A group of alerts by topic: bullets that mostly have a name or a comparison.
    private static boolean named(Topic t) {
        return t.role() == null && bullets(t);
    }

    private static boolean bullets(Topic t) {
        List<Listing.Item> items = t.section().lists().stream()
                .filter(l -> !l.ordered())
                .flatMap(l -> l.items().stream())
                .toList();
        long told = items.stream()
                .filter(i -> i.box() == null && (AlertBullet.isNamed(i) || Bounds.compared(i.text()) != null))
                .count();
        return !items.isEmpty() && told * 2 >= items.size();
    }

    // A line such as "🔴 Critical — answer within 15 min" between lists groups the alerts below it.
    private void lists(Topic t, Group around) {
        Group group = around;
        for (Part part : t.section().body()) {
            if (part instanceof Paragraph p && p.lines().size() == 1) {
                String line = p.lines().getFirst().plain();
                Group own = group(line);
                group = own.level() != null && line.length() < 80 ? own : around;
            } else if (part instanceof Listing l) {
                Group own = group;
                l.items().stream().filter(i -> i.box() == null).forEach(i -> item(t, i, own));
            } else if (part instanceof Fence f
                    && (f.info().isEmpty() || f.info().equals("text"))) {
                drawn(t, f, group);
            }
        }
    }

    // "🔴 CRITICAL: error rate above 5%" or "error rate > 5% → SEV1" by lines in a fence of plain text.
    private void drawn(Topic t, Fence f, Group group) {
        for (Line line : f.lines()) {
            String text = line.text().strip();
            KeyValue kv = text.length() > 300 || line.text().startsWith("  ") ? null : KeyValue.of(text);
            Integer level = kv == null || kv.key().length() > 24 ? null : Phrases.level(kv.key(), vocabulary);
            Arrowed told = Arrowed.of(text, vocabulary);
            if (kv != null && level != null && !kv.value().isBlank()) {
                String value = Words.plain(kv.value());
                add(
                        t.at(line.number()),
                        value,
                        value,
                        Words.emojiless(kv.key()),
                        level,
                        Holds.seconds(value),
                        group.respond(),
                        text);
            } else if (told.severity() != null) {
                add(
                        t.at(line.number()),
                        told.condition(),
                        told.condition(),
                        told.severity(),
                        told.level(),
                        Holds.seconds(told.condition()),
                        group.respond(),
                        text);
            }
        }
    }

    private Group group(Topic t) {
        return group(t.title());
    }

    private Group group(String title) {
        String[] dashed = DASH.split(Words.unqualified(title), 2);
        Integer level = Phrases.level(dashed[0], vocabulary);
        String qualifier = Words.folded(Words.qualifier(title) + (dashed.length > 1 ? " " + dashed[1] : ""));
        boolean answer = vocabulary.terms("respond").in(qualifier);
        Integer respond = !answer
                ? null
                : vocabulary.terms("immediate").in(qualifier) ? Integer.valueOf(0) : Durations.seconds(qualifier);
        String name = level == null
                ? null
                : ALERT.matcher(Words.emojiless(dashed[0])).replaceAll(" ").strip();
        return new Group(name == null || name.isBlank() ? null : name, level, respond);
    }

    private void item(Topic t, Listing.Item item, Group group) {
        AlertBullet bullet = item.text().isBlank() ? null : AlertBullet.of(item, vocabulary);
        // A paragraph about a tool ("**Error tracker**: set its key, then …") is no rule.
        boolean prose = bullet != null
                && bullet.condition().length() > LONGEST
                && SENTENCES.in(bullet.condition())
                && Bounds.compared(bullet.condition()) == null;
        if (bullet != null && !prose) {
            add(
                    t.at(item.line()),
                    bullet.name(),
                    bullet.condition(),
                    bullet.severity() == null ? group.severity() : bullet.severity(),
                    bullet.severity() == null ? group.level() : bullet.level(),
                    Holds.seconds(bullet.condition()),
                    bullet.respond() == null ? group.respond() : bullet.respond(),
                    bullet.text());
        }
    }

    private void table(Topic t, Columns c, boolean listed, Group group) {
        int name = c.of("alertName");
        int severity = c.of("severity", name);
        int condition = c.of("condition", name, severity);
        int threshold = c.of("threshold", name, severity, condition);
        int hold = c.of("duration", name, severity, condition, threshold);
        int respond = c.of("responseTime", name, severity, condition, threshold, hold);
        boolean named = name == 0 || name == 1 && severity == 0;
        boolean fits =
                named && (condition >= 0 || threshold >= 0 || hold >= 0) || listed && severity >= 0 && condition >= 0;
        if (c.table().keys().getFirst().stream()
                        .anyMatch(k -> vocabulary.columns(k).contains("runbookLink"))
                && c.of("condition", 0) > 0) {
            index(t, c);
            return;
        }
        // "Alert | Severity | Response time": the name alone tells the condition.
        boolean plain = name == 0 && severity > 0 && c.of("responseTime") > 0 && c.of("symptom") == name;
        // "Alert | Fires when | Severity": says what it is under any heading.
        boolean clear = name == 0 && condition > 0 && (severity > 0 || hold > 0 || respond > 0) && isNamedAlert(c);
        // "Alert | Severity | Runbook": which page answers which alert, and how bad it is.
        boolean answered = c.of("runbookLink") > 0 || listed && c.of("action", severity) > 0;
        boolean mapped = named && (severity >= 0 || listed) && answered && isNamedAlert(c);
        if (!plain && !clear && !mapped && (!fits || !listed && !t.within(Role.ALERTS)) || c.of("metricName") == 0) {
            return;
        }
        for (Table.Row row : c.table().rows()) {
            String rule = Columns.text(row, condition);
            String limit = Columns.text(row, threshold);
            String what = rule == null ? limit : limit == null ? rule : rule + " " + limit;
            String title = Columns.text(row, name) == null ? what : Columns.text(row, name);
            String sev = Columns.text(row, severity);
            if (title == null) {
                continue;
            }
            String written = what == null ? title : what;
            String time = Columns.text(row, hold);
            Integer held = time == null ? Holds.seconds(written) : Durations.seconds(time);
            String answer = Columns.text(row, respond);
            Integer level = sev == null ? group.level() : Phrases.level(sev, vocabulary);
            add(
                    t.at(row.line()),
                    title,
                    written,
                    sev == null ? group.severity() : sev,
                    level,
                    held,
                    answer == null ? group.respond() : Durations.seconds(answer),
                    Referred.referring(c, row));
        }
    }

    private static boolean isNamedAlert(Columns c) {
        return c.kinds().getFirst().equals(Set.of("alertName"))
                || c.table().keys().getFirst().stream()
                        .anyMatch(k -> ALARM.matcher(k).lookingAt());
    }

    // "Runbook | Trigger": an index whose rows link the playbooks that answer.
    private void index(Topic t, Columns c) {
        int condition = c.of("condition", 0);
        for (Table.Row row : c.table().rows()) {
            String title = Columns.text(row, 0);
            String trigger = Columns.text(row, condition);
            Role form = title == null ? null : vocabulary.loose(Words.normal(title));
            if (title != null
                    && trigger != null
                    && row.cells().getFirst().contains("](")
                    && form != Role.POSTMORTEM
                    && form != Role.TEMPLATE) {
                add(
                        t.at(row.line()),
                        title,
                        trigger,
                        null,
                        null,
                        Holds.seconds(trigger),
                        null,
                        String.join(" ", row.cells()));
            }
        }
    }

    private void add(
            Origin origin,
            String name,
            String condition,
            @Nullable String severity,
            @Nullable Integer level,
            @Nullable Integer hold,
            @Nullable Integer respond,
            String text) {
        Bound bound = Bounds.compared(Holds.without(condition));
        bound = bound == null ? Bounds.compared(Holds.without(name)) : bound;
        // "p95 should stay under 300 ms" fires when it does not.
        Graded.Line wanted = Graded.wanted(Words.plain(condition));
        Bound good = wanted == null ? null : wanted.bounds().get("normal");
        bound = good == null
                ? bound
                : new Bound(Metrics.opposite(good.op()), good.value(), good.unit(), good.of(), good.raw());
        AlertRule rule = new AlertRule(
                Words.emojiless(name),
                severity,
                level == null ? 0 : level,
                condition,
                null,
                null,
                null,
                bound == null ? null : bound.op(),
                bound == null ? null : Double.valueOf(bound.value()),
                bound == null ? null : bound.unit(),
                hold,
                respond,
                null,
                List.of(),
                origin);
        out.add(new Draft(rule, text, List.of()));
    }
}
