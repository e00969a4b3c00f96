package plantao.cli.inspect;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import plantao.runbook.AlertRule;
import plantao.runbook.Bound;
import plantao.runbook.Checklist;
import plantao.runbook.Mentions;
import plantao.runbook.Metric;
import plantao.runbook.PlaybookLink;
import plantao.runbook.Problem;
import plantao.runbook.Runbook;

/// A runbook as `inspect --format json` prints it: names, order and units are a promise to scripts.
public final class RunbookFields {
    private final boolean several;
    private final StepFields steps;

    private RunbookFields(boolean several) {
        this.several = several;
        this.steps = new StepFields(several);
    }

    /// The runbook as maps, lists, texts, numbers and nulls; no key is ever left out.
    public static Map<String, @Nullable Object> of(Runbook r) {
        return new RunbookFields(r.files().size() > 1).runbook(r).map();
    }

    private Fields runbook(Runbook r) {
        PlaceFields places = new PlaceFields(several);
        return places.put(new Fields(several), r)
                .put(
                        "metrics",
                        Fields.list(r.metrics().stream().filter(Metric::stated).toList(), this::metric))
                .put("alerts", Fields.list(r.alerts(), this::alert))
                .put("playbooks", Fields.list(r.playbooks(), steps::playbook))
                .put("procedures", Fields.list(r.procedures(), steps::procedure))
                .put("checklists", Fields.list(r.checklists(), this::checklist))
                .put("maintenance", Fields.list(r.maintenance(), steps::maintenance))
                .put("contacts", Fields.list(r.contacts(), places::contact))
                .put("escalation", Fields.list(r.escalation(), steps::escalation))
                .put("templates", Fields.list(r.templates(), places::template))
                .put(
                        "objectives",
                        fields().put("rtoSeconds", r.rtoSeconds())
                                .put("rpoSeconds", r.rpoSeconds())
                                .map())
                .put("placeholders", Fields.list(r.placeholders(), m -> mentions("text", m)))
                .put("variables", Fields.list(r.variables(), m -> mentions("name", m)))
                .put("links", Fields.list(r.links(), m -> mentions("url", m)))
                .put("diagram", places.diagram(r.diagram()).map())
                .put("problems", Fields.list(r.problems(), this::problem))
                .put(
                        "coverage",
                        fields().put("lines", r.coverage().lines())
                                .put("structured", r.coverage().structured())
                                .put("prose", r.coverage().prose())
                                .map());
    }

    private Fields metric(Metric m) {
        return fields().put("name", m.name())
                .put("percentile", m.percentile())
                .put("group", m.group())
                .put("action", m.action())
                .at(m.origin())
                .put("normal", bound(m.normal()))
                .put("warning", bound(m.warning()))
                .put("critical", bound(m.critical()));
    }

    private @Nullable Map<String, @Nullable Object> bound(@Nullable Bound b) {
        return b == null
                ? null
                : fields().put("op", b.op().sign())
                        .put("value", number(b.value()))
                        .put("unit", b.unit())
                        .put("of", number(b.of()))
                        .put("raw", b.raw())
                        .map();
    }

    private Fields alert(AlertRule a) {
        return fields().put("name", a.name())
                .put("severity", a.severity())
                .put("level", a.level() == 0 ? null : a.level())
                .put("condition", a.condition())
                .put("metric", a.metric())
                .put("op", a.op() == null ? null : a.op().sign())
                .put("value", number(a.value()))
                .put("unit", a.unit())
                .put("forSeconds", a.forSeconds())
                .put("respondWithinSeconds", a.respondWithinSeconds())
                .at(a.origin())
                .put(
                        "playbook",
                        a.playbook() == null ? null : link(a.playbook()).map())
                .put("candidates", Fields.list(a.candidates(), this::link))
                .put("service", a.service())
                .put("why", a.why());
    }

    private Fields link(PlaybookLink l) {
        return fields().put("title", l.title()).at(l.origin()).put("why", l.why());
    }

    private Fields checklist(Checklist c) {
        return fields().put("title", c.title())
                .put("path", c.path())
                .put("cadence", c.cadence())
                .put("when", c.when())
                .at(c.origin())
                .put(
                        "items",
                        Fields.list(
                                c.items(),
                                i -> fields().put("text", i.text())
                                        .put("done", i.done())
                                        .at(i.origin())
                                        .put("details", i.details())
                                        .put("commands", steps.commands(i.commands()))))
                .put("fields", c.fields());
    }

    private Fields mentions(String name, Mentions m) {
        return fields().put(name, m.text()).at(List.copyOf(m.places()));
    }

    private Fields problem(Problem p) {
        return fields().at(p.origin())
                .put("severity", p.severity().name().toLowerCase(Locale.ROOT))
                .put("code", p.code())
                .put("message", p.message());
    }

    private Fields fields() {
        return new Fields(several);
    }

    // 500 and not 500.0, as it was written.
    private static @Nullable Number number(@Nullable Double value) {
        if (value == null || value != Math.rint(value) || Math.abs(value) >= 1e15) {
            return value;
        }
        return value.longValue();
    }
}
