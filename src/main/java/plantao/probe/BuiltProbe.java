package plantao.probe;

import plantao.runbook.Origin;
import plantao.runbook.ProbeSpec.Subject;
import plantao.runbook.Problem;

/// What became of a probe's description: a probe that can run, or why not.
public sealed interface BuiltProbe {

    /// A probe that can run.
    record Ready(Probe probe) implements BuiltProbe {}

    /// A description that lacks something here; its subject is drawn as unknown, with this message.
    ///
    /// @param message which setting of which subject is missing or wrong
    record Unusable(String subject, Subject of, Origin origin, String message) implements BuiltProbe {
        /// The same, for the list of problems.
        public Problem problem() {
            return new Problem(origin, Problem.Severity.WARNING, "probe-unusable", message);
        }
    }
}
