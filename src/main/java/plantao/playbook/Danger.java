package plantao.playbook;

import plantao.runbook.Risk;
import plantao.values.Target;

/// How much the operator must say before a step runs.
public enum Danger {
    /// Runs on the key.
    NONE,
    /// Asks once, showing the resolved command, the place and the environment.
    CONFIRM,
    /// Wants the system's name typed.
    TYPE_NAME;

    /// The rule: reading is free everywhere; what changes something asks where it could hurt; what destroys data in
    /// production wants the name typed. Practice asks as production does, so that it is practised.
    public static Danger of(Risk risk, Target.Kind kind) {
        boolean careful = kind == Target.Kind.PRODUCTION || kind == Target.Kind.PRACTICE;
        return switch (risk) {
            case SAFE -> NONE;
            case MUTATING -> careful ? CONFIRM : NONE;
            case DISRUPTIVE -> CONFIRM;
            case DESTRUCTIVE -> careful ? TYPE_NAME : CONFIRM;
        };
    }
}
