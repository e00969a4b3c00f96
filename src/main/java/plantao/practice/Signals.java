package plantao.practice;

import java.io.IOException;

/// Sends signals. Java can end a process but not stop it; the shell's own kill needs no program.
record Signals() {
    /// @param signal `STOP`, `CONT`, `INT`, …
    /// @return whether it was sent
    boolean send(String signal, long pid) throws IOException, InterruptedException {
        return new ProcessBuilder("/bin/sh", "-c", "kill -" + signal + " " + pid)
                        .start()
                        .waitFor()
                == 0;
    }
}
