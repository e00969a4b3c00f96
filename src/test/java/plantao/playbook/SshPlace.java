package plantao.playbook;

import com.pty4j.PtyProcess;
import com.pty4j.PtyProcessBuilder;
import com.pty4j.WinSize;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.sshd.common.config.keys.AuthorizedKeyEntry;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.config.keys.PublicKeyEntryResolver;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.Environment;
import org.apache.sshd.server.ExitCallback;
import org.apache.sshd.server.Signal;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.channel.ChannelSession;
import org.apache.sshd.server.command.Command;

/// An ssh server on loopback that knows one key, and the system's `ssh` with a configuration for it that leaves the
/// user's own alone. What a client asks to run really runs here, on a real terminal when it asks for one.
public final class SshPlace implements Closeable {
    /// The host's name in the configuration.
    public static final String ALIAS = "web";

    private final SshServer server;

    private SshPlace(SshServer server) {
        this.server = server;
    }

    /// The system's ssh; empty where there is none, and then nothing of this can be tried.
    public static Optional<Path> client() {
        return Optional.ofNullable(ShellSystem.find(System.getenv().getOrDefault("PATH", ""), "ssh"));
    }

    /// Starts a server.
    ///
    /// @param ways where a program `ssh` is put that connects to it
    public static SshPlace open(Path ways) throws Exception {
        Path keys = Files.createDirectories(ways.resolve("keys"));
        String user = key(keys);
        KeyPair own = KeyUtils.generateKeyPair(KeyPairProvider.ECDSA_SHA2_NISTP256, 256);
        SshServer server = SshServer.setUpDefaultServer();
        server.setHost("127.0.0.1");
        server.setPort(0);
        server.setKeyPairProvider(KeyPairProvider.wrap(own));
        var known = AuthorizedKeyEntry.parseAuthorizedKeyEntry(user)
                .resolvePublicKey(null, PublicKeyEntryResolver.IGNORING);
        server.setPublickeyAuthenticator((_, offered, _) -> KeyUtils.compareKeys(known, offered));
        server.setCommandFactory((_, line) -> new There(line));
        server.start();
        configure(ways, keys, server.getPort(), PublicKeyEntry.toString(own.getPublic()));
        return new SshPlace(server);
    }

    /// Makes the user's key.
    ///
    /// @return its public half
    static String key(Path keys) throws IOException, InterruptedException {
        Path file = keys.resolve("user");
        new ProcessBuilder("ssh-keygen", "-q", "-t", "ecdsa", "-N", "", "-f", file.toString())
                .start()
                .waitFor();
        return Files.readString(keys.resolve("user.pub")).strip();
    }

    /// Puts a program `ssh` there that is the system's with a configuration of its own.
    static void configure(Path ways, Path keys, int port, String host) throws IOException {
        Path known = Files.writeString(keys.resolve("known"), "[127.0.0.1]:" + port + " " + host + "\n");
        Path client = Files.writeString(keys.resolve("ssh_config"), """
                Host %s
                  HostName 127.0.0.1
                  Port %d
                  User operator
                  IdentityFile %s/user
                  IdentitiesOnly yes
                  UserKnownHostsFile %s
                  StrictHostKeyChecking yes
                """.formatted(ALIAS, port, keys, known));
        Path program = Files.writeString(
                ways.resolve("ssh"), "#!/bin/sh\nexec %s -F %s \"$@\"\n".formatted(client().orElseThrow(), client));
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /// The network fails: every connection is cut.
    public void cut() {
        server.getActiveSessions().forEach(session -> session.close(true));
    }

    @Override
    public void close() throws IOException {
        server.stop(true);
    }

    /// One command, as sshd starts it: by the user's shell, with a terminal when one was asked for (RFC 4254, 6).
    private static final class There implements Command {
        private final String line;
        private InputStream in = InputStream.nullInputStream();
        private OutputStream out = OutputStream.nullOutputStream();
        private OutputStream err = OutputStream.nullOutputStream();
        private ExitCallback exit = (_, _, _) -> {};
        private Optional<Process> process = Optional.empty();

        There(String line) {
            this.line = line;
        }

        @Override
        public void setInputStream(InputStream given) {
            in = given;
        }

        @Override
        public void setOutputStream(OutputStream given) {
            out = given;
        }

        @Override
        public void setErrorStream(OutputStream given) {
            err = given;
        }

        @Override
        public void setExitCallback(ExitCallback given) {
            exit = given;
        }

        @Override
        public void start(ChannelSession channel, Environment asked) throws IOException {
            Map<String, String> environment = new HashMap<>(
                    Map.of("PATH", System.getenv("PATH"), "HOME", "/", "SSH_CONNECTION", "127.0.0.1 1 127.0.0.1 22"));
            String columns = asked.getEnv().get(Environment.ENV_COLUMNS);
            Process made = columns == null ? plain(environment) : terminal(environment, asked, size(asked));
            process = Optional.of(made);
            Thread output = copy(made.getInputStream(), out);
            Thread errors = columns == null ? copy(made.getErrorStream(), err) : output;
            copy(in, made.getOutputStream());
            Thread.ofPlatform().daemon().start(() -> {
                try {
                    int status = made.waitFor();
                    output.join();
                    errors.join();
                    exit.onExit(status);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
        }

        private Process plain(Map<String, String> environment) throws IOException {
            ProcessBuilder builder = new ProcessBuilder("/bin/sh", "-c", line);
            builder.environment().clear();
            builder.environment().putAll(environment);
            return builder.start();
        }

        private Process terminal(Map<String, String> environment, Environment asked, WinSize size) throws IOException {
            environment.put("TERM", asked.getEnv().getOrDefault(Environment.ENV_TERM, "dumb"));
            PtyProcess made = new PtyProcessBuilder(new String[] {"/bin/sh", "-c", line})
                    .setEnvironment(environment)
                    .setInitialColumns(size.getColumns())
                    .setInitialRows(size.getRows())
                    .start();
            asked.addSignalListener((_, _) -> made.setWinSize(size(asked)), List.of(Signal.WINCH));
            return made;
        }

        private static WinSize size(Environment asked) {
            return new WinSize(
                    Integer.parseInt(asked.getEnv().get(Environment.ENV_COLUMNS)),
                    Integer.parseInt(asked.getEnv().get(Environment.ENV_LINES)));
        }

        private static Thread copy(InputStream from, OutputStream to) {
            return Thread.ofPlatform().daemon().start(() -> {
                byte[] buffer = new byte[8192];
                try (from;
                        to) {
                    for (int n = from.read(buffer); n >= 0; n = from.read(buffer)) {
                        to.write(buffer, 0, n);
                        to.flush();
                    }
                } catch (IOException e) {
                    // One end is gone.
                }
            });
        }

        /// The connection is gone: what it started is hung up on, as by a terminal that is closed.
        @Override
        public void destroy(ChannelSession channel) {
            process.ifPresent(Process::destroy);
        }
    }
}
