package plantao.practice;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import plantao.practice.command.StandInAnswer;

/// What `docker` and `docker compose` have in common: the stack's parts as containers.
///
/// @param command as it was typed, for messages
record Containers(String command, ProcessFleet fleet, Versions versions, Clock clock, Consumer<PracticeEvent> events) {
    private static final String EVERYTHING = "100000";

    /// The parts of these names, all of them for none.
    ///
    /// @throws IllegalArgumentException when there is no such part
    List<Part> named(List<String> names) {
        if (names.isEmpty()) {
            return fleet.parts();
        }
        List<Part> found = new ArrayList<>();
        for (String name : names) {
            found.add(fleet.part(plain(name))
                    .orElseThrow(() -> new IllegalArgumentException("no such service: " + name + " (there are: "
                            + String.join(
                                    ", ",
                                    fleet.parts().stream()
                                            .map(Containers::called)
                                            .toList()) + ")")));
        }
        return found;
    }

    /// `project-web-1` is `web`.
    private String plain(String name) {
        return fleet.part(name).isPresent()
                ? name
                : name.replaceFirst("^.*[-_](?=[a-z]+[-_]\\d+$)", "").replaceFirst("[-_]\\d+$", "");
    }

    static String called(Part part) {
        return part.names().isEmpty() ? part.name() : part.names().getFirst();
    }

    static boolean runs(Part part) {
        return part.running().pid() != null;
    }

    String list(List<Part> parts) {
        var text = new StringBuilder(String.format("%-22s %-16s %-26s %s%n", "NAME", "SERVICE", "STATUS", "PORTS"));
        for (Part part : parts) {
            PartStatus now = part.running();
            String status = switch (now.state()) {
                case RUNNING -> "Up";
                case FROZEN -> "Up (unhealthy)";
                case SUSPENDED -> "Exited (0)";
                case DEAD -> "Exited (1)";
            };
            text.append(String.format(
                    "%-22s %-16s %-26s %s%n",
                    called(part) + "-1", called(part), status, now.port() == null ? "" : "127.0.0.1:" + now.port()));
        }
        return text.toString();
    }

    StandInAnswer logs(
            List<Part> parts, Optional<String> lines, Optional<String> since, boolean follow, boolean prefix) {
        String most = lines.filter(l -> !l.equals("all")).orElse(EVERYTHING);
        if (follow) {
            List<String> words = new ArrayList<>(List.of("tail", "-n", most.equals(EVERYTHING) ? "+1" : most, "-F"));
            parts.forEach(p -> words.add(p.log().toString()));
            return StandInAnswer.then(words);
        }
        var text = new StringBuilder();
        for (Part part : parts) {
            try {
                String log = LogTail.read(part.log(), Optional.of(most), since, clock.instant());
                log.lines()
                        .forEach(line -> text.append(prefix ? called(part) + "-1  | " : "")
                                .append(line)
                                .append('\n'));
            } catch (IOException e) {
                return StandInAnswer.failed("no log of " + called(part) + ": " + e.getMessage());
            }
        }
        return StandInAnswer.ok(text.toString());
    }

    /// What is done to a part.
    interface Act {
        /// @return how its start went, or null when it ends with none
        @org.jspecify.annotations.Nullable
        LaunchOutcome on(Part part) throws IOException, InterruptedException;
    }

    /// Does it to each of them in turn, and tells of it as docker does.
    ///
    /// @param done such as `Started`
    StandInAnswer each(List<Part> parts, String done, Act act) throws InterruptedException {
        var out = new StringBuilder();
        var err = new StringBuilder();
        for (Part part : parts) {
            try {
                LaunchOutcome outcome = act.on(part);
                events.accept(new PracticeEvent.Acted(part.name(), done.toLowerCase(java.util.Locale.ROOT)));
                if (outcome == null || outcome instanceof LaunchOutcome.Up) {
                    out.append(" Container ")
                            .append(called(part))
                            .append("-1  ")
                            .append(done)
                            .append('\n');
                } else {
                    err.append(" Container ")
                            .append(called(part))
                            .append("-1  ")
                            .append(StartWording.of(outcome))
                            .append('\n');
                }
            } catch (IOException e) {
                err.append(" Container ")
                        .append(called(part))
                        .append("-1  ")
                        .append(e.getMessage())
                        .append('\n');
            }
        }
        return new StandInAnswer(out.toString(), err.toString(), err.isEmpty() ? 0 : 1, List.of());
    }

    /// Starts it as its newest image has it.
    LaunchOutcome up(Part part) throws InterruptedException {
        if (part instanceof ManagedProcess unit) {
            Release wanted =
                    versions.tagged(unit, "latest").orElse(unit.releases().current());
            if (!wanted.commit().equals(unit.releases().current().commit())) {
                LaunchOutcome outcome = unit.redeploy(wanted);
                return outcome instanceof LaunchOutcome.Held ? unit.start() : outcome; // what was taken down comes up
            }
        }
        return part.start();
    }

    /// Last things first.
    static List<Part> reversed(List<Part> parts) {
        return parts.reversed();
    }
}
