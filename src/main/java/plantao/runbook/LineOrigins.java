package plantao.runbook;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import plantao.runbook.LineRole.Kind;

/// The lines of one file that something came from, and what.
final class LineOrigins {
    private final String file;
    private final Map<Integer, LineRole> all = new HashMap<>();

    private LineOrigins(String file) {
        this.file = file;
    }

    /// Line → what came from it. Kinds are entered in the order of [Kind]: the first one stays.
    static Map<Integer, LineRole> of(Runbook r, String file) {
        LineOrigins out = new LineOrigins(file);
        out.things(r);
        out.steps(r);
        r.headings().forEach(h -> out.put(h.origin(), Kind.SECTION, h.number()));
        return out.all;
    }

    private void things(Runbook r) {
        r.playbooks().forEach(x -> put(x.origin(), Kind.PLAYBOOK, x.severity()));
        r.alerts().forEach(x -> put(x.origin(), new LineRole(Kind.ALERT, null, x.forSeconds(), null, false)));
        r.metrics().forEach(x -> put(x.origin(), Kind.METRIC, x.percentile() == null ? null : "p" + x.percentile()));
        r.services().forEach(x -> put(x.origin(), Kind.SERVICE, null));
        r.contacts().forEach(x -> put(x.origin(), Kind.CONTACT, null));
        r.vendors().forEach(x -> put(x.origin(), Kind.VENDOR, null));
        r.environments().forEach(x -> put(x.origin(), Kind.ENVIRONMENT, null));
        r.dashboards().forEach(x -> put(x.origin(), Kind.DASHBOARD, null));
        r.logPatterns().forEach(x -> put(x.origin(), Kind.LOG_PATTERN, null));
        r.healthEndpoints().forEach(x -> put(x.origin(), Kind.HEALTH, null));
        Stream.concat(r.escalation().stream(), r.playbooks().stream().flatMap(p -> p.escalation().stream()))
                .forEach(x -> put(x.origin(), Kind.ESCALATION, null));
        r.decisions().forEach(x -> put(x.origin(), Kind.DECISION, null));
    }

    private void steps(Runbook r) {
        for (Playbook p : r.playbooks()) {
            p.symptoms().forEach(x -> put(x.origin(), Kind.SYMPTOM, null));
            p.causes().forEach(x -> put(x.origin(), Kind.CAUSE, null));
        }
        List<Step> steps = Stream.concat(
                        r.playbooks().stream().flatMap(p -> p.steps().stream()),
                        r.procedures().stream().flatMap(p -> p.steps().stream()))
                .toList();
        steps.forEach(s -> s.commands().forEach(this::command));
        List<Checklist.Item> items =
                r.checklists().stream().flatMap(c -> c.items().stream()).toList();
        items.forEach(i -> i.commands().stream()
                .filter(c -> c.origin().line() != i.origin().line())
                .forEach(this::command));
        r.procedures().forEach(x -> put(x.origin(), Kind.PROCEDURE, null));
        r.checklists().forEach(x -> put(x.origin(), Kind.CHECKLIST, null));
        items.forEach(x -> put(x.origin(), Kind.ITEM, null));
        steps.forEach(x -> put(x.origin(), Kind.STEP, null));
        r.maintenance().forEach(x -> put(x.origin(), Kind.MAINTENANCE, null));
        r.templates().forEach(x -> put(x.origin(), Kind.TEMPLATE, null));
    }

    private void command(Command c) {
        put(c.origin(), new LineRole(Kind.COMMAND, null, null, c.risk(), false));
    }

    private void put(Origin origin, Kind kind, @Nullable String detail) {
        put(origin, new LineRole(kind, detail, null, null, false));
    }

    private void put(Origin origin, LineRole became) {
        if (origin.file().equals(file)) {
            all.putIfAbsent(origin.line(), became);
        }
    }
}
