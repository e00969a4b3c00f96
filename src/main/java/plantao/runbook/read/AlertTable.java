package plantao.runbook.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import plantao.runbook.Phase;
import plantao.runbook.text.Durations;
import plantao.runbook.text.Expression;
import plantao.runbook.text.Phrases;
import plantao.runbook.text.Role;
import plantao.runbook.text.Vocabulary;
import plantao.runbook.text.Words;
import plantao.runbook.tree.Table;

/// Alert rules in the rows of one table.
final class AlertTable {
    private static final Expression ALARM = Expression.of("(?:alert|alarm|nom\\S* (?:d\\S+ )*(?:alert|alarm))");
    private static final Set<String> PLAIN_NAMES = Set.of("name", "nome", "nombre");
    private final Topic topic;
    private final ColumnKinds columns;
    private final Vocabulary vocabulary;
    private final int name;
    private final int severity;
    private final int hold;
    private final int respond;
    private final int condition;
    private final int threshold;
    private final int action;
    private final boolean measured;

    private AlertTable(Topic topic, ColumnKinds columns, Vocabulary vocabulary) {
        this.topic = topic;
        this.columns = columns;
        this.vocabulary = vocabulary;
        int told = columns.of("alertName");
        name = told < 0 && topic.within(Role.ALERTS) ? plainName(columns) : told;
        severity = columns.of("severity", name);
        int rule = columns.of("condition", name, severity);
        int limit = columns.of("threshold", name, severity, rule);
        // "Alert | Metric | Critical": what is measured, and the bound beside it.
        int metric = columns.of("metricName", name);
        int critical = columns.of("critical", name, severity, metric);
        int bound = critical < 0 ? columns.of("warning", name, severity, metric) : critical;
        measured = name == 0 && rule < 0 && limit < 0 && metric > 0 && bound > 0 && isNamedAlert();
        condition = measured ? metric : rule;
        threshold = measured ? bound : limit;
        hold = columns.of("duration", name, severity, condition, threshold);
        respond = columns.of("responseTime", name, severity, condition, threshold, hold);
        action = columns.of("action", name, severity, condition, threshold, hold, respond);
    }

    // "Gravity | Name | Fires when": among alerts, a plain name is an alert's.
    private static int plainName(ColumnKinds c) {
        int found = c.of("serviceName", c.of("severity"), c.of("condition"));
        return found >= 0
                        && c.of("condition", found) >= 0
                        && c.table().keys().get(found).stream().anyMatch(PLAIN_NAMES::contains)
                ? found
                : -1;
    }

    /// @param listed whether the section lists alerts
    /// @param group what the section's title says of them all
    /// @return the rules, none when the table is about something else
    static List<RuleDraft> in(Topic t, ColumnKinds c, boolean listed, AlertGroup group, Vocabulary vocabulary) {
        AlertTable table = new AlertTable(t, c, vocabulary);
        if (table.isIndex()) {
            return table.index();
        }
        return table.tellsAlerts(listed) ? table.rules(group) : List.of();
    }

    private boolean tellsAlerts(boolean listed) {
        if (columns.of("metricName") == 0) {
            return false;
        }
        boolean named = name == 0 || name == 1 && severity == 0;
        boolean fits =
                named && (condition >= 0 || threshold >= 0 || hold >= 0) || listed && severity >= 0 && condition >= 0;
        // "Alert | Severity | Response time": the name alone tells the condition.
        boolean plain = name == 0 && severity > 0 && columns.of("responseTime") > 0 && columns.of("symptom") == name;
        // "Alert | Fires when | Severity": says what it is under any heading.
        boolean clear = name == 0 && condition > 0 && (severity > 0 || hold > 0 || respond > 0) && isNamedAlert();
        // "Alert | Severity | Runbook": which page answers which alert, and how bad it is.
        boolean answered =
                columns.of("runbookLink") > 0 || listed && (columns.of("action", severity) > 0 || isLinked());
        boolean paged = columns.of("runbookLink") > 0;
        boolean mapped = named && (severity >= 0 || listed || paged) && answered && isNamedAlert();
        return measured
                || columns.namesRules() && condition > 0
                || plain
                || clear
                || mapped
                || fits && (listed || topic.within(Role.ALERTS));
    }

    private List<RuleDraft> rules(AlertGroup group) {
        List<RuleDraft> out = new ArrayList<>();
        for (Table.Row row : columns.table().rows()) {
            String rule = ColumnKinds.text(row, condition);
            String limit = ColumnKinds.text(row, threshold);
            String what = rule == null ? limit : limit == null ? rule : rule + " " + limit;
            String title = ColumnKinds.text(row, name) == null ? what : ColumnKinds.text(row, name);
            String sev = ColumnKinds.text(row, severity);
            if (title == null) {
                continue;
            }
            String written = what == null ? title : what;
            String time = ColumnKinds.text(row, hold);
            String answer = ColumnKinds.text(row, respond);
            out.add(RuleDraft.of(
                            topic.at(row.line()),
                            title,
                            written,
                            sev == null ? group.severity() : sev,
                            sev == null ? group.level() : Phrases.level(sev, vocabulary),
                            time == null ? Holds.seconds(written) : Durations.seconds(time),
                            answer == null ? group.respond() : Durations.seconds(answer),
                            ReferredSections.referring(columns, row))
                    .doing(TabledPlaybooks.steps(
                            ColumnKinds.cell(row, action), topic, row.line(), title, Phase.RESOLUTION, vocabulary)));
        }
        return out;
    }

    // "[DiskFull](#disk-full)": the names lead to what answers them.
    private boolean isLinked() {
        return columns.table().rows().stream()
                .allMatch(row -> row.cells().getFirst().contains("]("));
    }

    private boolean isNamedAlert() {
        return columns.kinds().getFirst().equals(Set.of("alertName"))
                || columns.table().keys().getFirst().stream()
                        .anyMatch(k -> ALARM.matcher(k).lookingAt());
    }

    // "Runbook | Trigger": an index whose rows link the playbooks that answer.
    private boolean isIndex() {
        return columns.of("condition", 0) > 0
                && columns.table().keys().getFirst().stream()
                        .anyMatch(k -> vocabulary.columns(k).contains("runbookLink"));
    }

    private List<RuleDraft> index() {
        List<RuleDraft> out = new ArrayList<>();
        for (Table.Row row : columns.table().rows()) {
            String title = ColumnKinds.text(row, 0);
            String trigger = ColumnKinds.text(row, columns.of("condition", 0));
            Role form = title == null ? null : vocabulary.loose(Words.normal(title));
            if (title != null
                    && trigger != null
                    && row.cells().getFirst().contains("](")
                    && form != Role.POSTMORTEM
                    && form != Role.TEMPLATE) {
                Integer held = Holds.seconds(trigger);
                String text = String.join(" ", row.cells());
                out.add(RuleDraft.of(topic.at(row.line()), title, trigger, null, null, held, null, text));
            }
        }
        return out;
    }
}
