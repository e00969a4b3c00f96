package plantao.practice;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// Anything of the stack that runs and can be stopped and started again.
sealed interface Part permits ManagedProcess, Server {
    /// Its name in the blueprint.
    String name();

    /// What commands call it, its own name left out.
    List<String> names();

    /// Where what it prints lies.
    Path log();

    /// How it is now.
    PartStatus running();

    /// Starts it when it does not run, and waits until it does its work.
    LaunchOutcome start() throws InterruptedException;

    /// Ends it and starts it again.
    LaunchOutcome restart() throws InterruptedException;

    /// Ends it until it is started again.
    void suspend() throws InterruptedException;

    /// Kills it (SIGKILL) without a word, as the kernel does.
    void kill() throws InterruptedException;

    /// Stops it in its tracks (SIGSTOP).
    void freeze() throws IOException, InterruptedException;

    /// Lets it go on (SIGCONT).
    void thaw() throws IOException, InterruptedException;

    /// Its end is no news any more.
    void let();
}
