package plantao.runbook;

import org.jspecify.annotations.Nullable;

/// What a line of a runbook became.
///
/// @param detail a few words that tell it from others of its kind, as written (`2.2`, `p95`, `SEV 1`), or null
/// @param seconds how long an alert must hold
/// @param risk of a command
/// @param continued whether it only belongs to what an earlier line became
public record LineRole(
        Kind kind,
        @Nullable String detail,
        @Nullable Integer seconds,
        @Nullable Risk risk,
        boolean continued) {

    /// The kinds of things. Where a line became several, the first of this order that fits counts.
    public enum Kind {
        PLAYBOOK,
        ALERT,
        METRIC,
        SERVICE,
        CONTACT,
        VENDOR,
        ENVIRONMENT,
        DASHBOARD,
        LOG_PATTERN,
        HEALTH,
        ESCALATION,
        DECISION,
        SYMPTOM,
        CAUSE,
        COMMAND,
        PROCEDURE,
        CHECKLIST,
        ITEM,
        STEP,
        MAINTENANCE,
        TEMPLATE,
        DIAGRAM,
        SECTION,
        /// A bold line that heads what follows.
        LEAD,
        TABLE_HEADER,
        FRONT_MATTER,
        /// A line of `console.yaml`.
        SETTING,
        /// Text that became nothing.
        PROSE,
        /// Marks of the format: rules, table rules, the ends of code blocks.
        MARK,
        BLANK
    }

    /// Only a kind.
    public static LineRole of(Kind kind) {
        return new LineRole(kind, null, null, null, false);
    }

    /// The same for a line that belongs to it.
    LineRole further() {
        return new LineRole(kind, null, null, null, true);
    }
}
