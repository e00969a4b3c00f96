package plantao.runbook;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A planned piece of work: deploy, backup, restore, maintenance.
///
/// @param kind `deploy rollback backup restore restart scale cleanup update monitoring security maintenance
/// recovery other`
/// @param maintenance for maintenance: when it comes back
public record Procedure(
        String title,
        String kind,
        List<Step> steps,
        @Nullable Maintenance maintenance,
        Origin origin) {}
