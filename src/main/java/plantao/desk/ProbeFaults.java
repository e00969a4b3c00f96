package plantao.desk;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import plantao.probe.BuiltProbe;
import plantao.probe.Checks;
import plantao.runbook.ProbeSpec;
import plantao.runbook.Problem;
import plantao.runbook.Runbook;
import plantao.values.Place;
import plantao.values.Target;

/// Probes of `console.yaml` that can run nowhere, told before anybody waits for a reading of them.
public final class ProbeFaults {
    private ProbeFaults() {}

    /// What is wrong with them. Those whose settings hold variables or blanks are left out: only the environment
    /// that fills them in can tell.
    public static List<Problem> in(Runbook runbook) {
        List<ProbeSpec> sure = runbook.settings().probes().stream()
                .filter(p -> p.origin().file().equals("console.yaml"))
                .filter(p -> p.settings().values().stream().noneMatch(v -> v.matches("(?s).*[$<\\[{].*")))
                .toList();
        Target nowhere = new Target(
                "none",
                "",
                Target.Kind.PRODUCTION,
                Map.of(),
                Map.of(),
                new Place("", Path.of(""), false, Map.of(), null, new Place.Reach.Here(false)));
        return Checks.all(sure, nowhere).stream()
                .filter(BuiltProbe.Unusable.class::isInstance)
                .map(m -> ((BuiltProbe.Unusable) m).problem())
                .toList();
    }
}
