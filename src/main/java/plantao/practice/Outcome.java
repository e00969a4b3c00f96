package plantao.practice;

/// What came of starting a process.
sealed interface Outcome {
    /// It does its work.
    ///
    /// @param millis how long that took
    record Up(long pid, long millis) implements Outcome {}

    /// It ended.
    ///
    /// @param exit its status
    /// @param log the last line of its log
    record Died(int exit, String log) implements Outcome {}

    /// It did not get ready in time and was ended.
    record Late(long seconds) implements Outcome {}

    /// It is suspended and stays so: it runs once it is resumed.
    record Held() implements Outcome {}

    /// Nothing could be started.
    ///
    /// @param reason for the operator to read
    record NotStarted(String reason) implements Outcome {}
}
