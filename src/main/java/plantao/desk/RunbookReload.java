package plantao.desk;

import java.time.Instant;
import java.util.List;
import plantao.values.Target;

/// A system whose runbook was read anew: what of the version before stays.
final class RunbookReload {
    private RunbookReload() {}

    /// The system as it goes on. Its name and chosen environment stay; what was changed and is not approved yet
    /// does not count: the probes and environments that were approved go on until it is. Runs keep the version
    /// they began with.
    static SystemBoard of(SystemBoard before, SystemBoard read, Instant now) {
        Trust trust = read.trust().partial() // against what was never approved nothing is a change
                ? ApprovalDiff.since(before.runbook(), read.trust(), read.runbook())
                : read.trust();
        boolean hold = !trust.settled() && before.trust().settled();
        List<Target> targets = hold ? before.targets() : read.targets();
        Target target = targets.stream()
                .filter(t -> t.id().equals(before.target().id()))
                .findFirst()
                .orElse(targets.getFirst());
        SystemBoard after = SystemBoardFactory.bound(
                read.runbook().withSystem(before.name()),
                target,
                targets,
                read.holdFactor(),
                hold ? trust.withSettled(true) : trust,
                now);
        SystemBoard carried =
                SystemBoardFactory.carriedOver(before, SystemBoardFactory.withApprovedProbes(before, after));
        // Runs opened before anything was approved have done nothing yet; they must not bring in what was not
        // shown.
        return before.trust().settled()
                ? carried
                : carried.withRuns(
                        carried.runs().stream().map(r -> r.withTarget(target)).toList());
    }
}
