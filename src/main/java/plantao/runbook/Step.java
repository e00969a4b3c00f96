package plantao.runbook;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One step of a playbook or procedure.
///
/// @param option the way among several it belongs to ("by dashboard", "by command line")
/// @param condition when it applies ("if the deploy is recent")
/// @param manual nothing to run: somebody does it and says so
/// @param window the response window it belongs to, seconds from the start
public record Step(
        @Nullable String option,
        Phase phase,
        String title,
        @Nullable String condition,
        boolean manual,
        @Nullable Window window,
        List<String> notes,
        List<String> expected,
        List<String> links,
        List<Command> commands,
        Origin origin) {

    /// A step that has a title and commands and no more.
    public static Step of(String title, List<Command> commands, Origin origin) {
        return new Step(null, Phase.OTHER, title, null, false, null, List.of(), List.of(), List.of(), commands, origin);
    }

    /// The same step in another phase.
    public Step in(Phase other) {
        return new Step(option, other, title, condition, manual, window, notes, expected, links, commands, origin);
    }

    /// The same step under one more condition.
    public Step when(String more) {
        String both = condition == null || condition.equals(more) ? more : more + "; " + condition;
        return new Step(option, phase, title, both, manual, window, notes, expected, links, commands, origin);
    }

    /// The same step with more commands behind its own.
    public Step with(List<Command> more) {
        List<Command> all = Stream.concat(commands.stream(), more.stream()).toList();
        return new Step(option, phase, title, condition, all.isEmpty(), window, notes, expected, links, all, origin);
    }

    /// A response window, in seconds since the incident began.
    public record Window(int fromSeconds, int toSeconds) {}

    /// The risk of the riskiest command; safe for a manual step.
    public Risk risk() {
        return commands.stream().map(Command::risk).reduce(Risk.SAFE, Risk::or);
    }
}
