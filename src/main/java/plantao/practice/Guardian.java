package plantao.practice;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A tiny process of its own session that ends the stack's processes and deletes its folder once the pipe to it
/// closes: when this is closed, or when the window is gone in any way. There is no other way for a stack to end.
final class Guardian implements AutoCloseable {
    private static final int LONGEST_END_SECONDS = 15;

    private final Path folder;
    private final Process process;
    private final OutputStream pipe;

    private Guardian(Path folder, Process process) {
        this.folder = folder;
        this.process = process;
        this.pipe = process.getOutputStream();
    }

    /// Starts a guardian that will delete this folder.
    ///
    /// @throws IOException when no shell can be started
    static Guardian over(Path folder) throws IOException {
        Path script = folder.resolve("guardian.sh");
        try (InputStream in = Guardian.class.getResourceAsStream("guardian.sh")) {
            if (in == null) {
                throw new IOException("guardian.sh is missing from the program");
            }
            Files.copy(in, script);
        }
        var words = new ArrayList<String>();
        if (Programs.find("setsid").isPresent()) {
            words.add("setsid"); // a session of its own: a signal to the window's group does not reach it
        }
        words.addAll(List.of("/bin/sh", script.toString()));
        var guardian = new Guardian(
                folder,
                new ProcessBuilder(words)
                        .directory(Path.of("/").toFile())
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start());
        guardian.tell("folder", folder.toString(), "");
        return guardian;
    }

    /// The stack's folder.
    Path folder() {
        return folder;
    }

    /// Its process id.
    long pid() {
        return process.pid();
    }

    /// From now on this process ends with the stack; when the stack is gone already, it ends at once.
    ///
    /// @param signal `KILL`, `QUIT`, …
    void watch(Process watched, String signal) throws IOException {
        try {
            tell("watch", Long.toString(watched.pid()), signal);
        } catch (IOException e) {
            watched.destroyForcibly();
            throw e;
        }
    }

    /// The process group that this process leads ends with the stack, at once.
    void watchGroup(long pid) throws IOException {
        tell("watch", Long.toString(pid), "GROUP");
    }

    /// This process has ended.
    void forget(long pid) throws IOException {
        tell("forget", Long.toString(pid), "");
    }

    /// One more folder to delete at the end.
    void folder(Path folder) throws IOException {
        tell("folder", folder.toString(), "");
    }

    private synchronized void tell(String word, String first, String second) throws IOException {
        pipe.write((word + "\t" + first + "\t" + second + "\n").getBytes(StandardCharsets.UTF_8));
        pipe.flush();
    }

    /// Ends everything and waits until it is gone.
    @Override
    public void close() {
        try {
            pipe.close();
        } catch (IOException e) {
            // it ended already; the wait below tells
        }
        try {
            if (!process.waitFor(LONGEST_END_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
