package plantao.practice;

/// What came of starting a process.
sealed interface LaunchOutcome {
    /// It does its work.
    ///
    /// @param millis how long that took
    record Up(long pid, long millis) implements LaunchOutcome {}

    /// It ended.
    ///
    /// @param exit its status
    /// @param log the last line of its log
    record Died(int exit, String log) implements LaunchOutcome {}

    /// It did not get ready in time and was ended.
    record Late(long seconds) implements LaunchOutcome {}

    /// It is suspended and stays so: it runs once it is resumed.
    record Held() implements LaunchOutcome {}

    /// Nothing could be started.
    ///
    /// @param reason for the operator to read
    record NotStarted(String reason) implements LaunchOutcome {}
}
