package plantao.practice;

import java.util.List;
import java.util.Optional;
import plantao.practice.blueprint.ProcessSpec;
import plantao.practice.command.Answer;

/// `git` on the stack: the working copy is which version of the processes the next build takes.
record Git(Fleet fleet, Versions versions) {
    Answer answer(List<String> words) {
        List<String> plain =
                words.stream().filter(w -> !w.startsWith("-") || w.equals("-")).toList();
        String verb = plain.isEmpty() ? "" : plain.getFirst();
        return switch (verb) {
            case "pull" -> told("Updating to ", versions::pull);
            case "log" -> Answer.ok(log());
            case "status" -> told("HEAD at ", versions::source);
            case "rev-parse" -> Answer.ok(versions.source(built().getFirst()).commit() + "\n");
            case "checkout", "switch" -> plain.size() < 2 ? unknown(words) : checkOut(plain.get(1));
            default -> unknown(words);
        };
    }

    private static Answer unknown(List<String> words) {
        return Answer.notPossible("git", "'" + String.join(" ", words) + "' is not known here");
    }

    /// A step back is one version of the process that was deployed last; the others stay.
    private Answer checkOut(String text) {
        Unit newest = newest();
        Optional<Release> found = versions.checkOut(newest, text);
        if (found.isEmpty()) {
            return Answer.failed("error: pathspec '" + text + "' did not match any version known here");
        }
        return Answer.ok(
                "HEAD is now at " + found.get().commit() + " " + found.get().title() + "\n");
    }

    private Unit newest() {
        return built().stream()
                .max(java.util.Comparator.comparing(u -> u.releases().current().at()))
                .orElseThrow();
    }

    private Answer told(String words, java.util.function.Function<Unit, Release> of) {
        var text = new StringBuilder();
        for (Unit unit : built()) {
            Release release = of.apply(unit);
            text.append(words)
                    .append(release.commit())
                    .append(' ')
                    .append(release.title())
                    .append('\n');
        }
        return Answer.ok(text.toString());
    }

    private String log() {
        var text = new StringBuilder();
        for (Unit unit : built()) {
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
    private List<Unit> built() {
        return fleet.units().stream()
                .filter(u -> u.spec().kind() != ProcessSpec.Kind.TRAFFIC)
                .filter(u ->
                        !u.spec().releases().isEmpty() || u.releases().all().size() > 1)
                .toList();
    }
}
