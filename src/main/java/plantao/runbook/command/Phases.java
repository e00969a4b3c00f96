package plantao.runbook.command;

import org.jspecify.annotations.Nullable;
import plantao.runbook.Phase;
import plantao.runbook.text.Role;

/// The phase that a section's role stands for.
public final class Phases {
    private Phases() {}

    /// The phase of steps under this role, or null when the role is no phase.
    public static @Nullable Phase of(Role role) {
        return switch (role) {
            case DIAGNOSIS, SYMPTOMS, CAUSES, MEANING, IMPACT, HEALTH, LOGS -> Phase.DIAGNOSIS;
            case MITIGATION -> Phase.MITIGATION;
            case RESOLUTION, RESTART, SCALING, RESTORE -> Phase.RESOLUTION;
            case VERIFICATION -> Phase.VERIFICATION;
            case ROLLBACK -> Phase.ROLLBACK;
            default -> null;
        };
    }
}
