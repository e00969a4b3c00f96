package plantao.practice;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import plantao.practice.command.StandInAnswer;

/// `docker` on the stack: containers and images are its parts and their versions; there is nothing unused to prune.
///
/// @param compose carries out `docker compose …` and what is the same there
/// @see <a href="https://docs.docker.com/reference/cli/docker/">docker</a>
record Docker(Containers containers, Compose compose) {
    private static final Set<String> AS_COMPOSE =
            Set.of("logs", "restart", "start", "stop", "kill", "exec", "pause", "unpause", "top");
    private static final Set<String> PRUNED = Set.of("image", "volume", "network", "container", "builder", "system");

    StandInAnswer answer(List<String> words) throws InterruptedException {
        String verb = words.isEmpty() ? "" : words.getFirst();
        List<String> rest = words.isEmpty() ? List.of() : words.subList(1, words.size());
        if (verb.equals("container") && !rest.isEmpty() && !rest.getFirst().equals("prune")) {
            return answer(rest);
        }
        if (AS_COMPOSE.contains(verb)) {
            return compose.answer(words);
        }
        return switch (verb) {
            case "compose" -> compose.answer(rest);
            case "ps" -> StandInAnswer.ok(containers.list(containers.named(List.of())));
            case "stats" -> stats(rest);
            case "build" -> build(rest);
            case "tag" -> tag(rest);
            case "images" -> StandInAnswer.ok(images());
            default ->
                PRUNED.contains(verb) && !rest.isEmpty() && rest.getFirst().equals("prune")
                        ? StandInAnswer.ok("Total reclaimed space: 0B\n")
                        : PRUNED.contains(verb) && rest.equals(List.of("ls"))
                                ? StandInAnswer.ok(verb.equals("image") ? images() : "")
                                : StandInAnswer.notPossible(
                                        "docker", "'" + String.join(" ", words) + "' is not known here");
        };
    }

    private StandInAnswer stats(List<String> words) throws InterruptedException {
        if (!words.contains("--no-stream")) {
            return StandInAnswer.notPossible("docker", "stats without --no-stream, which never ends; add it");
        }
        try {
            return StandInAnswer.ok(Usage.stats(containers.named(
                    words.stream().filter(w -> !w.startsWith("-")).toList())));
        } catch (IllegalArgumentException e) {
            return StandInAnswer.failed("docker: " + e.getMessage());
        }
    }

    private StandInAnswer build(List<String> words) {
        List<String> tags = new ArrayList<>();
        for (int i = 0; i + 1 < words.size(); i++) {
            if (words.get(i).equals("-t") || words.get(i).equals("--tag")) {
                tags.add(words.get(i + 1));
            }
        }
        words.stream().filter(w -> w.startsWith("--tag=")).forEach(w -> tags.add(w.substring(6)));
        var text = new StringBuilder();
        for (String tag : tags) {
            Optional<ManagedProcess> unit = unit(tag);
            if (unit.isEmpty()) {
                return StandInAnswer.failed(
                        "docker: no process of the practice stack runs the image '" + image(tag) + "'");
            }
            Release built = containers.versions().build(unit.get(), version(tag));
            text.append("built ").append(built.commit()).append(' ').append(built.title());
            text.append(", tagged ").append(tag).append('\n');
        }
        return tags.isEmpty()
                ? StandInAnswer.failed("docker: build needs -t NAME:TAG here")
                : StandInAnswer.ok(text.toString());
    }

    private StandInAnswer tag(List<String> words) {
        if (words.size() != 2 || !image(words.get(0)).equals(image(words.get(1)))) {
            return StandInAnswer.failed("docker: tag takes NAME:TAG NAME:TAG of one image");
        }
        Optional<ManagedProcess> unit = unit(words.getFirst());
        boolean done =
                unit.isPresent() && containers.versions().tag(unit.get(), version(words.get(0)), version(words.get(1)));
        return done
                ? StandInAnswer.ok("")
                : StandInAnswer.failed("Error response from daemon: No such image: " + words.getFirst());
    }

    private String images() {
        var text = new StringBuilder(String.format("%-24s %-12s %s%n", "REPOSITORY", "TAG", "VERSION"));
        for (Part part : containers.named(List.of())) {
            if (part instanceof ManagedProcess unit) {
                for (String tag : List.of("latest", "previous", "new")) {
                    containers
                            .versions()
                            .tagged(unit, tag)
                            .ifPresent(r -> text.append(
                                    String.format("%-24s %-12s %s %s%n", imageOf(unit), tag, r.commit(), r.title())));
                }
            }
        }
        return text.toString();
    }

    private static String imageOf(ManagedProcess unit) {
        return unit.names().isEmpty() ? unit.name() : unit.names().getLast();
    }

    private Optional<ManagedProcess> unit(String tag) {
        return containers.fleet().called(image(tag));
    }

    private static String image(String tag) {
        return tag.contains(":") ? tag.substring(0, tag.lastIndexOf(':')) : tag;
    }

    private static String version(String tag) {
        return tag.contains(":") ? tag.substring(tag.lastIndexOf(':') + 1) : "latest";
    }
}
