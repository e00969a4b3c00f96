package plantao.runbook.read;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import plantao.runbook.Phase;
import plantao.runbook.Step;
import plantao.runbook.command.ListSteps;
import plantao.runbook.command.StepFrame;
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

/// Alert rules as the runbook lists them, not yet linked to metrics, services and playbooks.
final class Alerts {
    private static final Expression ALERT = Expression.of("(?i)\\b(?:alerts?|alertas?)\\b");
    private static final Expression SENTENCES = Expression.of("[.;]\\s+\\p{Lu}|\\s—\\s|,[^,]+,");
    private static final Expression ARROW = Expression.of("→|⇒|➜|=>|->");
    private static final int LONGEST = 110;
    private final Vocabulary vocabulary;
    private final List<RuleDraft> out = new ArrayList<>();

    private Alerts(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    static List<RuleDraft> in(Topic root, Vocabulary vocabulary) {
        Alerts a = new Alerts(vocabulary);
        root.all()
                .filter(t -> !t.within(Role.TEMPLATE, Role.POSTMORTEM, Role.PLAYBOOK_GROUP, Role.LINKS))
                .forEach(a::topic);
        root.all().filter(t -> t.is(Role.PLAYBOOK_GROUP)).forEach(t -> {
            t.tables().forEach(table -> a.out.addAll(AlertTable.in(t, table, false, a.group(t), vocabulary)));
            // Rules in a line each, above those that have a heading of their own.
            if (SelfAnsweringAlerts.ALERT.in(t.folded()) && bullets(t)) {
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
                || limits(t)
                || t.is(Role.SYMPTOMS) && !t.section().isLead() && namesRules(t)
                || parent != null && parent.role() == Role.ALERTS && named(t);
        List<ColumnKinds> tables = t.tables();
        AlertGroup group = listed || !tables.isEmpty() ? group(t) : AlertGroup.NONE;
        KeyedAlerts keyed = KeyedAlerts.of(t, vocabulary);
        if (keyed != null) {
            Integer hold = keyed.hold() == null ? Holds.seconds(keyed.condition()) : Durations.seconds(keyed.hold());
            out.add(RuleDraft.of(
                            t.origin(),
                            keyed.name(),
                            keyed.condition(),
                            keyed.severity(),
                            keyed.severity() == null ? null : Phrases.level(keyed.severity(), vocabulary),
                            hold,
                            null,
                            keyed.condition())
                    .below(t.above()));
        } else if (listed) {
            lists(t, group);
        }
        for (ColumnKinds table : tables) {
            out.addAll(AlertTable.in(t, table, listed, group, vocabulary));
        }
        for (ProseAlerts.Told told : ProseAlerts.in(t, vocabulary, listed)) {
            out.add(RuleDraft.of(
                    t.at(told.line()),
                    told.name(),
                    told.condition(),
                    told.severity(),
                    told.severity() == null ? null : Phrases.level(told.severity(), vocabulary),
                    told.hold(),
                    told.respond(),
                    told.text()));
        }
        if (t.within(Role.ALERTS, Role.MONITORING, Role.METRICS)) {
            for (Fence f : t.section().fences()) {
                if (isExpression(t, f)) {
                    String expression = f.text().strip();
                    out.add(RuleDraft.of(t.origin(), t.title(), expression, null, null, null, null, t.title()));
                }
                YamlRules.in(f)
                        .forEach(r -> out.add(RuleDraft.of(
                                t.at(r.line()),
                                r.name(),
                                r.expression(),
                                r.severity(),
                                r.severity() == null ? null : Phrases.level(r.severity(), vocabulary),
                                r.hold(),
                                null,
                                r.runbook() == null
                                        ? r.expression()
                                        : r.expression() + " [runbook](" + r.runbook() + ")")));
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
                        && ArrowedAlerts.of(Words.plain(i), vocabulary).severity() != null)
                .count();
        return told > 1 || told > 0 && told * 2 >= items.size();
    }

    // "Alert thresholds" over "Queued jobs above `200` for `15m`: page on-call": limits that are held for a while.
    private static boolean limits(Topic t) {
        return t.is(Role.METRICS)
                && ALERT.in(t.title())
                && t.section().lists().stream()
                                .flatMap(l -> l.items().stream())
                                .map(i -> Words.plain(i.text()))
                                .filter(i -> Holds.seconds(i) != null && Bounds.compared(Holds.without(i)) != null)
                                .count()
                        > 1;
    }

    /// Whether the fence holds the expression of the alert that its heading names.
    static boolean isExpression(Topic t, Fence f) {
        return f.info().equals("promql")
                && t.within(Role.ALERTS)
                && !t.section().isLead()
                && Bounds.compared(f.text()) != null;
    }

    // "Triggers" over "**CacheDown**: hit ratio < 50% for 5 min": named as rules are.
    private static boolean namesRules(Topic t) {
        List<Listing.Item> items =
                t.section().lists().stream().flatMap(l -> l.items().stream()).toList();
        return items.size() > 1
                && items.stream()
                        .allMatch(i -> i.keyValue() != null
                                && ColumnKinds.isRule(Words.plain(i.keyValue().key())));
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
    private void lists(Topic t, AlertGroup around) {
        AlertGroup group = around;
        for (Part part : t.section().body()) {
            if (part instanceof Paragraph p && p.lines().size() == 1) {
                String line = p.lines().getFirst().plain();
                AlertGroup own = AlertGroup.of(line, vocabulary);
                group = own.level() != null && line.length() < 80 ? own : around;
            } else if (part instanceof Listing l) {
                AlertGroup own = group;
                l.items().stream().filter(i -> i.box() == null).forEach(i -> item(t, i, own));
            } else if (part instanceof Fence f
                    && (f.info().isEmpty() || f.info().equals("text"))) {
                drawn(t, f, group);
            }
        }
    }

    // "🔴 CRITICAL: error rate above 5%" or "error rate > 5% → SEV1" by lines in a fence of plain text.
    private void drawn(Topic t, Fence f, AlertGroup group) {
        for (Line line : f.lines()) {
            String text = line.text().strip();
            KeyValue kv = text.length() > 300 || line.text().startsWith("  ") ? null : KeyValue.of(text);
            Integer level = kv == null || kv.key().length() > 24 ? null : Phrases.level(kv.key(), vocabulary);
            ArrowedAlerts told = ArrowedAlerts.of(text, vocabulary);
            if (kv != null && level != null && !kv.value().isBlank()) {
                String value = Words.plain(kv.value());
                out.add(RuleDraft.of(
                        t.at(line.number()),
                        value,
                        value,
                        Words.emojiless(kv.key()),
                        level,
                        Holds.seconds(value),
                        group.respond(),
                        text));
            } else if (told.severity() != null) {
                out.add(RuleDraft.of(
                        t.at(line.number()),
                        told.condition(),
                        told.condition(),
                        told.severity(),
                        told.level(),
                        Holds.seconds(told.condition()),
                        group.respond(),
                        text));
            }
        }
    }

    private AlertGroup group(Topic t) {
        return AlertGroup.of(t.title(), vocabulary);
    }

    // The bullets below it, or what stands behind its arrow.
    private List<Step> doing(Topic t, Listing.Item item, String name) {
        StepFrame frame = new StepFrame(t.file(), null, Phase.RESOLUTION, null, name, vocabulary);
        List<Step> below = item.parts().stream()
                .filter(Listing.class::isInstance)
                .flatMap(p -> ListSteps.of((Listing) p, frame).stream())
                .toList();
        Matcher arrow = ARROW.matcher(item.text());
        return !below.isEmpty() || !arrow.find()
                ? below
                : TabledPlaybooks.steps(
                        item.text().substring(arrow.end()), t, item.line(), name, Phase.RESOLUTION, vocabulary);
    }

    private void item(Topic t, Listing.Item item, AlertGroup group) {
        AlertBullet bullet = item.text().isBlank() ? null : AlertBullet.of(item, vocabulary);
        // A paragraph about a tool ("**Error tracker**: set its key, then …") is no rule.
        boolean prose = bullet != null
                && bullet.condition().length() > LONGEST
                && SENTENCES.in(bullet.condition())
                && Bounds.compared(bullet.condition()) == null;
        // "Rules are kept in `alerts.yml`" among the limits is none.
        boolean about = bullet != null && Bounds.compared(Words.plain(item.text())) == null && limits(t);
        if (bullet != null && !prose && !about) {
            out.add(RuleDraft.of(
                            t.at(item.line()),
                            bullet.name(),
                            bullet.condition(),
                            bullet.severity() == null ? group.severity() : bullet.severity(),
                            bullet.severity() == null ? group.level() : bullet.level(),
                            Holds.seconds(bullet.condition()),
                            bullet.respond() == null ? group.respond() : bullet.respond(),
                            bullet.text())
                    .doing(doing(t, item, bullet.name())));
        }
    }
}
