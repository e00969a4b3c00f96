package plantao.practice;

import java.util.List;
import java.util.Optional;
import plantao.practice.blueprint.ProcessSpec;
import plantao.practice.command.StandInAnswer;

/// `git` on the stack: the working copy is which version of the processes the next build takes.
record Git(ProcessFleet fleet, Versions versions) {
    StandInAnswer answer(List<String> words) {
        List<String> plain =
                words.stream().filter(w -> !w.startsWith("-") || w.equals("-")).toList();
        String verb = plain.isEmpty() ? "" : plain.getFirst();
        return switch (verb) {
            case "pull" -> told("Updating to ", versions::pull);
            case "log" -> StandInAnswer.ok(log());
            case "status" -> told("HEAD at ", versions::source);
            case "rev-parse" ->
                StandInAnswer.ok(versions.source(built().getFirst()).commit() + "\n");
            case "checkout", "switch" -> plain.size() < 2 ? unknown(words) : checkOut(plain.get(1));
            default -> unknown(words);
        };
    }

    private static StandInAnswer unknown(List<String> words) {
        return StandInAnswer.notPossible("git", "'" + String.join(" ", words) + "' is not known here");
    }

    /// A step back is one version of the process that was deployed last; the others stay.
    private StandInAnswer checkOut(String text) {
        ManagedProcess newest = newest();
        Optional<Release> found = versions.checkOut(newest, text);
        if (found.isEmpty()) {
            return StandInAnswer.failed("error: pathspec '" + text + "' did not match any version known here");
        }
        return StandInAnswer.ok(
                "HEAD is now at " + found.get().commit() + " " + found.get().title() + "\n");
    }

    private ManagedProcess newest() {
        return built().stream()
                .max(java.util.Comparator.comparing(u -> u.releases().current().at()))
                .orElseThrow();
    }

    private StandInAnswer told(String words, java.util.function.Function<ManagedProcess, Release> of) {
        var text = new StringBuilder();
        for (ManagedProcess unit : built()) {
            Release release = of.apply(unit);
            text.append(words)
                    .append(release.commit())
                    .append(' ')
                    .append(release.title())
                    .append('\n');
        }
        return StandInAnswer.ok(text.toString());
    }

    private String log() {
        var text = new StringBuilder();
        for (ManagedProcess unit : built()) {
            for (Release release : Versions.history(unit).reversed()) {
                text.append(release.commit())
                        .append(' ')
                        .append(release.title())
                        .append('\n');
            }
        }
        return text.toString();
    }

    /// The processes that are made of our own code.
    private List<ManagedProcess> built() {
        return fleet.units().stream()
                .filter(u -> u.spec().kind() != ProcessSpec.Kind.TRAFFIC)
                .filter(u ->
                        !u.spec().releases().isEmpty() || u.releases().all().size() > 1)
                .toList();
    }
}
