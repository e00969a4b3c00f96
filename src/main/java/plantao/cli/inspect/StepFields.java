package plantao.cli.inspect;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import plantao.runbook.Command;
import plantao.runbook.Escalation;
import plantao.runbook.Maintenance;
import plantao.runbook.NotedLine;
import plantao.runbook.Playbook;
import plantao.runbook.Procedure;
import plantao.runbook.Step;

/// What somebody does: playbooks, procedures, their steps and commands.
record StepFields(boolean several) {
    Fields playbook(Playbook p) {
        return new Fields(several)
                .put("title", p.title())
                .put("severity", p.severity())
                .put("level", p.level() == 0 ? null : p.level())
                .put("respondWithinSeconds", p.respondWithinSeconds())
                .at(p.origin())
                .put("banner", p.banner())
                .put("symptoms", Fields.list(p.symptoms(), this::noted))
                .put("causes", Fields.list(p.causes(), this::noted))
                .put("steps", steps(p.steps()))
                .put("escalation", Fields.list(p.escalation(), this::escalation));
    }

    Fields procedure(Procedure p) {
        Maintenance m = p.maintenance();
        return new Fields(several)
                .put("title", p.title())
                .put("kind", p.kind())
                .at(p.origin())
                .put("steps", steps(p.steps()))
                .put("maintenance", m == null ? null : maintenance(m).map());
    }

    Fields maintenance(Maintenance m) {
        return new Fields(several)
                .put("title", m.title())
                .put("cadence", m.cadence())
                .put("when", m.when())
                .at(m.origin());
    }

    Fields escalation(Escalation e) {
        return new Fields(several)
                .put("level", Levels.of(e))
                .put("severity", e.severity())
                .at(e.origin())
                .put(
                        "steps",
                        Fields.list(
                                e.steps(),
                                r -> new Fields(several)
                                        .put("text", r.text())
                                        .put("afterSeconds", r.afterSeconds())
                                        .put("contact", r.contact())));
    }

    List<Map<String, @Nullable Object>> commands(List<Command> commands) {
        return Fields.list(
                commands,
                c -> new Fields(several)
                        .put("text", c.text())
                        .put("language", c.language())
                        .put("runner", lower(c.runner()))
                        .at(c.origin())
                        .put("risk", lower(c.risk()))
                        .put("interactive", c.interactive())
                        .put("inputs", c.inputs())
                        .put("placeholders", c.placeholders()));
    }

    private List<Map<String, @Nullable Object>> steps(List<Step> steps) {
        return Fields.list(steps, this::step);
    }

    private Fields step(Step s) {
        Step.Window w = s.window();
        return new Fields(several)
                .put("option", s.option())
                .put("phase", lower(s.phase()))
                .put("title", s.title())
                .put("condition", s.condition())
                .at(s.origin())
                .put("manual", s.manual())
                .put(
                        "window",
                        w == null
                                ? null
                                : new Fields(several)
                                        .put("fromSeconds", w.fromSeconds())
                                        .put("toSeconds", w.toSeconds())
                                        .map())
                .put("notes", s.notes())
                .put("expected", s.expected())
                .put("links", s.links())
                .put("commands", commands(s.commands()));
    }

    private Fields noted(NotedLine n) {
        return new Fields(several).put("text", n.text()).at(n.origin());
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
