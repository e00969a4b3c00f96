package plantao.runbook.read;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import plantao.runbook.text.Bounds;
import plantao.runbook.text.KeyValue;
import plantao.runbook.text.Role;
import plantao.runbook.text.Vocabulary;
import plantao.runbook.text.Words;

/// An alert written as a list of keys: `**Alert Name**: …`, `**Severity**: …`, `**Trigger**: …`, `**Duration**: …`.
///
/// @param hold the duration as written, or null
record KeyedAlerts(
        String name,
        String condition,
        @Nullable String severity,
        @Nullable String hold) {
    private static final List<String> COLUMNS = List.of("alertName", "condition", "severity", "duration", "threshold");

    /// The alert that a section's lead-ins or bullets describe, or null.
    static @Nullable KeyedAlerts of(Topic t, Vocabulary vocabulary) {
        Map<String, String> values = new HashMap<>();
        t.children().stream()
                .filter(c -> c.section().isLead() && !c.section().value().isBlank())
                .forEach(c -> put(c.title(), c.section().value(), values, vocabulary));
        t.section()
                .lists()
                .forEach(l -> l.items().forEach(i -> {
                    KeyValue kv = KeyValue.bold(i.text());
                    if (kv != null) {
                        put(kv.key(), kv.value(), values, vocabulary);
                    }
                }));
        String name = values.get("alertName");
        // "Umbral: < 100 lux" below the heading that names the alert.
        Topic.Head above = t.parent();
        // "Alert details" among the parts of an incident tells of the alert that the incident is called by.
        boolean details =
                t.is(Role.MEANING) && above != null && vocabulary.terms("alarm").in(t.folded());
        boolean alert = details || t.role() == null && (t.within(Role.ALERTS) || SelfAnsweringAlerts.isAlert(t));
        String limit = alert && isCompared(values.get("threshold")) ? values.get("threshold") : null;
        String condition = values.getOrDefault("condition", limit);
        // "When: a bad build went out. Time: two minutes." below a rollback says when to do it.
        boolean done =
                t.within(Role.ROLLBACK, Role.DEPLOY, Role.RESTORE, Role.RESTART, Role.SCALING, Role.PROCEDURE_GROUP);
        boolean told = condition != null
                && (name != null
                        || alert && isCompared(condition)
                        || !done && (values.containsKey("severity") || values.containsKey("duration")));
        return told && condition != null
                ? new KeyedAlerts(
                        name != null ? name : details && above != null ? above.title() : t.title(),
                        condition,
                        values.get("severity"),
                        values.get("duration"))
                : null;
    }

    private static boolean isCompared(@Nullable String text) {
        return text != null && Bounds.compared(Holds.without(text)) != null;
    }

    private static void put(String key, String value, Map<String, String> out, Vocabulary vocabulary) {
        String normal = Words.normal(key);
        for (String column : COLUMNS) {
            if (vocabulary.isColumn(column, normal)) {
                out.putIfAbsent(column, Words.plain(value));
                return;
            }
        }
    }
}
