package plantao.playbook;

import java.util.Map;

/// The processes of the computer that a shell runs on.
interface ShellHost {
    /// Sends a signal to a process, or to a process group when the number is negative. One that has ended is no
    /// error.
    void signal(long pid, ShellSystem.Signal signal);

    /// The living processes of a session, with the process group of each.
    ///
    /// @param session the number of its leader
    Map<Long, Long> members(long session);

    /// The living processes that were started with this text in their environment, with what each was started by.
    /// Empty where that can't be known.
    Map<Long, String> marked(String text);

    /// Whether the terminal of a session still listens to its leader. True where that can't be known.
    boolean ownsTerminal(long leader);
}
