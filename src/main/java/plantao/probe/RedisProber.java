package plantao.probe;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;
import plantao.probe.Resp.Reply;

/// Asks a Redis server one question over a new connection.
final class RedisProber implements Prober<Check.Redis> {
    /// What INFO can be asked for ([INFO](https://redis.io/docs/latest/commands/info/)).
    private static final Set<String> SECTIONS = Set.of(
            "server",
            "clients",
            "memory",
            "persistence",
            "threads",
            "stats",
            "replication",
            "cpu",
            "commandstats",
            "latencystats",
            "sentinel",
            "cluster",
            "modules",
            "keyspace",
            "errorstats",
            "all",
            "default",
            "everything");

    private final NameLookup names;
    private final SocketCutoff cutoff;
    private final Clients clients;

    RedisProber(NameLookup names, SocketCutoff cutoff, Clients clients) {
        this.names = names;
        this.cutoff = cutoff;
        this.clients = clients;
    }

    @Override
    public Reading read(Attempt attempt, Check.Redis check) {
        Phases phases = new Phases();
        try (Socket plain = TcpConnector.open(check.host(), check.port(), names, attempt, phases);
                Closeable _ = cutoff.at(attempt, plain)) {
            plain.setSoTimeout(attempt.leftMillis());
            Socket socket = check.tls() ? secured(plain, check, phases) : plain;
            Resp redis = new Resp(new BufferedInputStream(socket.getInputStream()), socket.getOutputStream());
            for (List<String> words : greeting(check)) {
                phases.enter(Phases.Stage.LOGIN);
                if (redis.call(words) instanceof Reply.Refused refused) {
                    return refused(attempt, words.getFirst(), refused, phases);
                }
            }
            phases.enter(Phases.Stage.ANSWER);
            // The last word of INFO picks a field of the answer; the server takes the section alone.
            List<String> words = check.command();
            Reply reply = redis.call(field(check) == null ? words : words.subList(0, words.size() - 1));
            phases.leave();
            return reply instanceof Reply.Refused refused
                    ? refused(attempt, String.join(" ", check.command()), refused, phases)
                    : RedisAnswer.judged(attempt, check, reply, phases);
        } catch (Resp.NotRedis e) {
            byte[] begun = e.begun().getBytes(StandardCharsets.UTF_8);
            return attempt.down("not a Redis answer", Evidence.of(phases.text(), "", begun));
        } catch (IOException e) {
            String reason = SocketReasons.of(e, check.host(), phases, attempt);
            return attempt.down(reason, Evidence.of(phases.text(), SocketReasons.detail(e), new byte[0]));
        }
    }

    static String verb(Check.Redis check) {
        return check.command().getFirst().toUpperCase(Locale.ROOT);
    }

    /// The figure that is picked out of INFO's answer: its last word, unless that is the name of a section; null
    /// where none is.
    static @Nullable String field(Check.Redis check) {
        List<String> words = check.command();
        String last = words.getLast();
        boolean picked = words.size() == 3 || words.size() == 2 && !SECTIONS.contains(last.toLowerCase(Locale.ROOT));
        return verb(check).equals("INFO") && picked ? last : null;
    }

    private Socket secured(Socket plain, Check.Redis check, Phases phases) throws IOException {
        phases.enter(Phases.Stage.TLS);
        SSLSocket socket = (SSLSocket) clients.sockets().createSocket(plain, check.host(), check.port(), true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    private static List<List<String>> greeting(Check.Redis check) {
        List<List<String>> greeting = new ArrayList<>();
        String user = check.user();
        String password = check.password();
        if (password != null) {
            greeting.add(user == null ? List.of("AUTH", password) : List.of("AUTH", user, password));
        }
        if (check.database() != 0) {
            greeting.add(List.of("SELECT", Integer.toString(check.database())));
        }
        return greeting;
    }

    private static Reading refused(Attempt attempt, String asked, Reply.Refused refused, Phases phases) {
        String message = Evidence.oneLine(refused.message(), 120);
        String code = message.split(" ", 2)[0];
        String reason = switch (code) {
            case "NOAUTH" -> "Redis wants a password (NOAUTH)";
            case "WRONGPASS" -> "wrong user or password (WRONGPASS)";
            case "LOADING" -> "Redis is still loading its data (LOADING)";
            case "MASTERDOWN" -> "this Redis is a replica that has lost its master (MASTERDOWN)";
            default ->
                message.contains("max number of clients") ? "Redis takes no more clients" : asked + " → " + message;
        };
        return attempt.down(reason, Evidence.of(phases.text(), refused.message(), new byte[0]));
    }
}
