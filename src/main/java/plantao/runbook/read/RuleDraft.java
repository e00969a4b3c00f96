package plantao.runbook.read;

import java.util.List;
import org.jspecify.annotations.Nullable;
import plantao.runbook.AlertRule;
import plantao.runbook.Bound;
import plantao.runbook.Origin;
import plantao.runbook.text.Bounds;
import plantao.runbook.text.Expression;
import plantao.runbook.text.Words;

/// An alert rule before it is linked.
///
/// @param text everything written about it, for cross references
/// @param above the sections around the description of this one alert; else empty
record RuleDraft(AlertRule rule, String text, List<Topic.Head> above) {
    private static final Expression KIND = Expression.of("(?i)^(?:alert|alerta|alarm|alarme|alarma):\\s+(?=\\S)");

    RuleDraft with(AlertRule other) {
        return new RuleDraft(other, text, above);
    }

    RuleDraft below(List<Topic.Head> heads) {
        return new RuleDraft(rule, text, heads);
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
        return new RuleDraft(rule, text, List.of());
    }
}
