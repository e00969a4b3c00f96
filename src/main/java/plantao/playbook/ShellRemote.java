package plantao.playbook;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A shell's other end in another place: a second connection beside its terminal, with `relay.sh` at its far end.
final class ShellRemote implements ShellLink, ShellHost {
    private static final long CONNECT_SECONDS = 30;
    private static final long ANSWER_SECONDS = 5;

    private final Process process;
    private final OutputStream orders;
    private final BufferedReader answers;
    private final CompletableFuture<String> complaint = new CompletableFuture<>();
    private final Deque<CompletableFuture<String>> asked = new ArrayDeque<>();
    private volatile boolean closed;
    private String folder = "";

    private ShellRemote(Process process) {
        this.process = process;
        this.orders = process.getOutputStream();
        this.answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /// Connects.
    ///
    /// @param reach how the place is reached
    /// @param environment of the connecting program
    /// @param variables the first variables of the shell, as [ShellFrame] writes them
    /// @throws IOException when the place can't be reached; the message says why
    static ShellRemote connect(ShellReach reach, Map<String, String> environment, Path directory, byte[] variables)
            throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(reach.relay(ShellFolder.resource("relay.sh"))).directory(directory.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        ShellRemote remote = new ShellRemote(builder.start());
        Thread.ofPlatform().daemon().name("place-complaints").start(remote::listenToComplaints);
        String said = remote.heard();
        if (!said.startsWith("folder ")) {
            throw remote.unreachable(said);
        }
        remote.folder = said.substring(7);
        remote.file("environment", variables);
        remote.file("session.sh", ShellFolder.resource("session.sh").getBytes(StandardCharsets.UTF_8));
        // A shell that starts before its files are there reads nothing and ends.
        remote.say("written");
        said = remote.heard();
        if (!said.equals("written")) {
            throw remote.unreachable(said);
        }
        return remote;
    }

    /// The next line of the relay, while nobody else listens to it; empty when it has ended.
    private String heard() throws InterruptedException {
        CompletableFuture<String> next = new CompletableFuture<>();
        Thread.ofPlatform().daemon().name("place-connecting").start(() -> {
            try {
                String line = answers.readLine();
                next.complete(line == null ? "" : line);
            } catch (IOException e) {
                next.complete("");
            }
        });
        try {
            return next.get(CONNECT_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            return "error no answer within " + CONNECT_SECONDS + " s";
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private IOException unreachable(String said) throws InterruptedException {
        String why = said.startsWith("error ") ? said.substring(6) : complained();
        process.destroyForcibly();
        return new IOException(why);
    }

    private void listenToComplaints() {
        try (var lines = new BufferedReader(new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8))) {
            complaint.complete(lines.lines().filter(l -> !l.isBlank()).limit(50).collect(Collectors.joining(" ")));
        } catch (IOException | java.io.UncheckedIOException e) {
            complaint.complete("");
        }
    }

    private String complained() throws InterruptedException {
        try {
            String why = complaint.get(ANSWER_SECONDS, TimeUnit.SECONDS);
            return why.isEmpty() ? "the connection ended at once" : why;
        } catch (TimeoutException | ExecutionException e) {
            return "the connection ended at once";
        }
    }

    /// The folder there that holds what the shell needs.
    String folder() {
        return folder;
    }

    private synchronized void say(String line) throws IOException {
        orders.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        orders.flush();
    }

    private void file(String name, byte[] bytes) throws IOException {
        say("file " + name + " " + Base64.getEncoder().encodeToString(bytes));
    }

    @Override
    public void order(String line) throws IOException {
        say("order " + line);
    }

    @Override
    public void step(byte[] frame) throws IOException {
        file("step", frame);
    }

    @Override
    public void taken() throws IOException {
        say("drop step");
        say("drop environment");
    }

    @Override
    public String answer() throws IOException {
        while (true) {
            String line = closed ? null : answers.readLine();
            if (line == null) {
                fail();
                return CLOSED;
            }
            if (!line.startsWith("members") && !line.startsWith("leader") && !line.startsWith("marked")) {
                return line;
            }
            CompletableFuture<String> waiting;
            synchronized (asked) {
                waiting = asked.poll();
            }
            if (waiting != null) {
                waiting.complete(line.substring(line.indexOf(' ') < 0 ? line.length() : line.indexOf(' ') + 1));
            }
        }
    }

    private void fail() {
        synchronized (asked) {
            asked.forEach(a -> a.complete(""));
            asked.clear();
        }
    }

    /// The number of the shell's first process there; -1 when the place does not answer any more.
    long leader() {
        String said = ask("leader");
        return said != null && said.matches("\\d{1,18}") ? Long.parseLong(said) : -1;
    }

    private @Nullable String ask(String question) {
        CompletableFuture<String> answer = new CompletableFuture<>();
        try {
            synchronized (this) {
                synchronized (asked) {
                    if (closed) {
                        return null;
                    }
                    asked.add(answer);
                }
                say(question);
            }
            return answer.get(ANSWER_SECONDS, TimeUnit.SECONDS);
        } catch (IOException | TimeoutException | ExecutionException e) {
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    @Override
    public void signal(long pid, ShellSystem.Signal signal) {
        try {
            say("kill " + signal + " " + pid);
        } catch (IOException e) {
            // The place is gone, and with it what ran there.
        }
    }

    @Override
    public Map<Long, Long> members(long session) {
        Map<Long, Long> members = new HashMap<>();
        String said = ask("members " + session);
        if (said != null) {
            for (String pair : said.strip().split(" ")) {
                if (pair.matches("\\d{1,18}:\\d{1,18}")) {
                    String[] numbers = pair.split(":");
                    members.put(Long.valueOf(numbers[0]), Long.valueOf(numbers[1]));
                }
            }
        }
        return members;
    }

    @Override
    public Map<Long, String> marked(String text) {
        Map<Long, String> marked = new HashMap<>();
        String said = ask("marked " + text);
        for (String pair : said == null ? new String[0] : said.strip().split(" ")) {
            if (pair.matches("\\d{1,18}:[\\w+/=]+")) {
                int colon = pair.indexOf(':');
                byte[] command = Base64.getDecoder().decode(pair.substring(colon + 1));
                marked.put(
                        Long.valueOf(pair.substring(0, colon)),
                        new String(command, StandardCharsets.UTF_8)
                                .replace('\0', ' ')
                                .strip());
            }
        }
        return marked;
    }

    @Override
    public boolean ownsTerminal(long leader) {
        return process.isAlive();
    }

    @Override
    public void close() {
        closed = true;
        fail();
        try {
            orders.close(); // the relay ends what is left of the shell, and clears up
            if (!process.waitFor(ANSWER_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void answered() {
        // The stream ends with the connection.
    }
}
