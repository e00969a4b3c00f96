package plantao.runbook.read;

import java.util.List;
import org.jspecify.annotations.Nullable;
import plantao.runbook.AlertRule;
import plantao.runbook.Bound;
import plantao.runbook.Origin;
import plantao.runbook.Playbook;
import plantao.runbook.Step;
import plantao.runbook.text.Bounds;
import plantao.runbook.text.Expression;
import plantao.runbook.text.Words;

/// An alert rule before it is linked.
///
/// @param text everything written about it, for cross references
/// @param above the sections around the description of this one alert; else empty
/// @param doing what its own row or bullet says to do, when there are commands in it; else empty
record RuleDraft(AlertRule rule, String text, List<Topic.Head> above, List<Step> doing) {
    // The full stop of a bullet is no part of what it says.
    private static final Expression STOP = Expression.of("(?<=[\\p{L}\\d%)`])\\.$");
    private static final Expression KIND = Expression.of("(?i)^(?:alert|alerta|alarm|alarme|alarma):\\s+(?=\\S)");

    /// A rule that nothing stands around.
    static RuleDraft of(AlertRule rule, String text) {
        return new RuleDraft(rule, text, List.of(), List.of());
    }

    RuleDraft with(AlertRule other) {
        return new RuleDraft(other, text, above, doing);
    }

    RuleDraft below(List<Topic.Head> heads) {
        return new RuleDraft(rule, text, heads, doing);
    }

    /// The same with steps of its own, where one of them has a command.
    RuleDraft doing(List<Step> steps) {
        return steps.stream().allMatch(s -> s.commands().isEmpty()) ? this : new RuleDraft(rule, text, above, steps);
    }

    /// What the row or bullet says to do, as a playbook; null when it has no command.
    @Nullable
    Playbook playbook() {
        return doing.isEmpty()
                ? null
                : new Playbook(
                        rule.name(),
                        rule.severity(),
                        rule.level() == 0 ? PlaybookReader.DEFAULT_LEVEL : rule.level(),
                        rule.respondWithinSeconds(),
                        null,
                        List.of(),
                        List.of(),
                        doing,
                        List.of(),
                        rule.origin());
    }

    /// A rule by what is told of it; its bound is read from the condition, else from the name.
    ///
    /// @param severity as written; null when not told
    /// @param level from 1, the worst; null when not told
    /// @param hold seconds the condition holds before it fires; null when not told
    /// @param respond seconds until somebody is to answer; null when not told
    static RuleDraft of(
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
        GradedBounds.Line wanted = GradedBounds.wanted(Words.plain(condition));
        Bound good = wanted == null ? null : wanted.bounds().get("normal");
        bound = good == null
                ? bound
                : new Bound(Metrics.opposite(good.op()), good.value(), good.unit(), good.of(), good.raw());
        AlertRule rule = new AlertRule(
                KIND.matcher(Words.emojiless(name)).replaceFirst(""),
                severity,
                level == null ? 0 : level,
                STOP.matcher(condition).replaceFirst(""),
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
        return of(rule, text);
    }
}
