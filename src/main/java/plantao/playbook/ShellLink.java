package plantao.playbook;

import java.io.IOException;

/// What goes between the console and a shell beside the shell's terminal.
interface ShellLink extends AutoCloseable {
    /// The answer that [#answer] gives once this is closed.
    String CLOSED = "closed";

    /// Tells the shell a word and what belongs to it.
    void order(String line) throws IOException;

    /// Waits for what the shell says next.
    String answer() throws IOException;

    /// Lays down what the next step needs, as [ShellFrame] writes it.
    void step(byte[] frame) throws IOException;

    /// The shell has read what was laid down.
    void taken() throws IOException;

    @Override
    void close();

    /// Nobody waits for an answer any more.
    void answered();
}
