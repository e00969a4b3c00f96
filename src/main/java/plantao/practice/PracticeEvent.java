package plantao.practice;

import org.jspecify.annotations.Nullable;

/// Something that happened to a practice stack, for its screen.
public sealed interface PracticeEvent {
    /// A part is being started.
    ///
    /// @param part its name as the blueprint has it
    record PartStarting(String part) implements PracticeEvent {}

    /// A part runs.
    ///
    /// @param millis how long it took
    record PartReady(String part, long pid, @Nullable Integer port, long millis) implements PracticeEvent {}

    /// A process ended without having been told to.
    ///
    /// @param exit its exit status (128 + signal when it was killed)
    record ProcessDied(String part, long pid, int exit) implements PracticeEvent {}

    /// A process was started, stopped, frozen, deployed, … by a command or a fault.
    ///
    /// @param act in one word
    record Acted(String part, String act) implements PracticeEvent {}

    /// The fault of a scenario is in.
    record FaultBegun(String scenario) implements PracticeEvent {}

    /// Every fault is undone.
    ///
    /// @param scenario the one that was on, or null
    record FaultEnded(@Nullable String scenario) implements PracticeEvent {}

    /// Everything is gone.
    record Closed() implements PracticeEvent {}
}
