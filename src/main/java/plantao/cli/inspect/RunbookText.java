package plantao.cli.inspect;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import plantao.runbook.AlertRule;
import plantao.runbook.Bound;
import plantao.runbook.Command;
import plantao.runbook.Coverage;
import plantao.runbook.Metric;
import plantao.runbook.Origin;
import plantao.runbook.Playbook;
import plantao.runbook.Runbook;
import plantao.runbook.Step;

/// A runbook as a person reads it: one line for each thing that was understood, with where it stands.
public final class RunbookText {
    private final boolean several;
    private final List<String> out = new ArrayList<>();

    private RunbookText(boolean several) {
        this.several = several;
    }

    /// The lines, from the title to the coverage.
    public static List<String> of(Runbook r) {
        RunbookText t = new RunbookText(r.files().size() > 1);
        t.all(r);
        return List.copyOf(t.out);
    }

    private void all(Runbook r) {
        out.add(r.title());
        out.add(joined(
                " · ",
                r.source(),
                r.version() == null ? null : "version " + r.version(),
                r.updated() == null ? null : "updated " + r.updated(),
                r.owner(),
                r.language()));
        each("Services", r.services(), s -> s.origin(), s -> joined(" · ", s.name(), s.provider(), s.url(), s.sla()));
        each("Vendors", r.vendors(), v -> v.origin(), v -> joined(" · ", v.name(), v.support(), v.statusPage()));
        each("Environments", r.environments(), e -> e.origin(), e -> e.name() + " · " + String.join(", ", e.urls()));
        each("Dashboards", r.dashboards(), d -> d.origin(), d -> joined(" · ", d.name(), d.url()));
        each("Log patterns", r.logPatterns(), p -> p.origin(), p -> joined(" · ", p.pattern(), p.meaning()));
        each("Health endpoints", r.healthEndpoints(), h -> h.origin(), h -> joined(" · ", h.path(), h.failureRule()));
        each(
                "Metrics",
                r.metrics().stream().filter(Metric::stated).toList(),
                m -> m.origin(),
                m -> m.name() + " · normal " + limit(m.normal()) + " · warning " + limit(m.warning()) + " · critical "
                        + limit(m.critical()));
        each("Alerts", r.alerts(), a -> a.origin(), RunbookText::alert);
        each("Implied alerts", r.implied(), a -> a.origin(), RunbookText::alert);
        each("Playbooks", r.playbooks(), p -> p.origin(), RunbookText::playbook);
        each(
                "Procedures",
                r.procedures(),
                p -> p.origin(),
                p -> p.title() + " · " + p.kind() + " · " + steps(p.steps()));
        each(
                "Decisions",
                r.decisions(),
                d -> d.origin(),
                d -> d.title() + " · " + counted(d.rules().size(), "rule"));
        each(
                "Checklists",
                r.checklists(),
                c -> c.origin(),
                c -> joined(" · ", c.title(), c.cadence(), counted(c.items().size(), "item")));
        each("Maintenance", r.maintenance(), m -> m.origin(), m -> joined(" · ", m.title(), m.cadence(), m.when()));
        each(
                "Contacts",
                r.contacts(),
                c -> c.origin(),
                c -> joined(" · ", c.role(), c.name(), c.email(), c.phone(), c.channel(), c.hours()));
        each(
                "Escalation",
                r.escalation(),
                e -> e.origin(),
                e -> joined(
                        " · ",
                        e.level(),
                        e.severity(),
                        e.steps().stream().map(s -> s.text()).collect(Collectors.joining(" → "))));
        each("Templates", r.templates(), t -> t.origin(), t -> joined(" · ", t.title(), t.kind(), t.filePattern()));
        if (r.rtoSeconds() != null || r.rpoSeconds() != null) {
            out.add("");
            out.add("Objectives: RTO " + seconds(r.rtoSeconds()) + ", RPO " + seconds(r.rpoSeconds()));
        }
        if (!r.diagram().nodes().isEmpty()) {
            out.add("");
            out.add("Diagram: " + counted(r.diagram().nodes().size(), "box") + ", "
                    + counted(r.diagram().edges().size(), "arrow"));
        }
        each(
                "Problems",
                r.problems(),
                p -> p.origin(),
                p -> p.severity().name().toLowerCase(Locale.ROOT) + " " + p.code() + ": " + p.message());
        Coverage c = r.coverage();
        out.add("");
        out.add("Coverage: " + c.lines() + " lines, " + c.structured() + " understood, " + c.prose()
                + " kept as prose");
    }

    private <T> void each(String heading, List<T> values, Function<T, Origin> origin, Function<T, String> text) {
        if (values.isEmpty()) {
            return;
        }
        out.add("");
        out.add(heading + " (" + values.size() + ")");
        for (T value : values) {
            Origin at = origin.apply(value);
            out.add("  " + (several ? at.file() + ":" : "line ") + at.line() + "  "
                    + text.apply(value).replace('\n', ' '));
        }
    }

    private static String alert(AlertRule a) {
        String answer = a.playbook() != null
                ? "→ " + a.playbook().title() + " (" + a.playbook().why() + ")"
                : "→ no playbook";
        return joined(
                " · ",
                a.name(),
                a.severity(),
                a.condition().equals(a.name()) ? null : a.condition(),
                a.forSeconds() == null ? null : "for " + a.forSeconds() + " s",
                watched(a),
                answer);
    }

    private static String watched(AlertRule a) {
        if (!a.hasCondition()) {
            return "watched by nothing";
        }
        String what = a.metric() != null && a.op() != null ? a.metric() : a.service() + " down";
        return "watches " + what + (a.why() == null ? "" : " (" + a.why() + ")");
    }

    private static String playbook(Playbook p) {
        return joined(
                " · ",
                p.title(),
                p.severity(),
                counted(p.symptoms().size(), "symptom"),
                counted(p.causes().size(), "cause"),
                steps(p.steps()));
    }

    private static String steps(List<Step> steps) {
        List<Command> commands =
                steps.stream().flatMap(s -> s.commands().stream()).toList();
        String worst = commands.stream()
                .map(Command::risk)
                .max(java.util.Comparator.naturalOrder())
                .map(r -> " (" + r.name().toLowerCase(Locale.ROOT) + ")")
                .orElse("");
        return counted(steps.size(), "step") + ", " + counted(commands.size(), "command") + worst;
    }

    private static String counted(int number, String what) {
        return number + " " + what + (number == 1 ? "" : what.endsWith("x") ? "es" : "s");
    }

    private static String limit(@Nullable Bound b) {
        return b == null ? "-" : b.raw();
    }

    private static String seconds(@Nullable Integer seconds) {
        return seconds == null ? "not said" : seconds + " s";
    }

    private static String joined(String between, @Nullable String... parts) {
        return Stream.of(parts)
                .filter(Objects::nonNull)
                .filter(p -> !p.isBlank())
                .collect(Collectors.joining(between));
    }
}
