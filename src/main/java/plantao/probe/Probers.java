package plantao.probe;

import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/// Runs any probe. Owns what the probers share: the HTTP client, the look-up threads, kept connections.
public final class Probers implements AutoCloseable {
    private final UnaryOperator<String> mask;
    private final NameLookup names;
    private final SocketCutoff cutoff = new SocketCutoff();
    private final Clients clients;
    private final HttpProber http;
    private final TcpProber tcp;
    private final TlsProber tls;
    private final SqlProber sql;
    private final RedisProber redis;
    private final ExpositionProber exposition;
    private final StatusPageProber statusPage;
    private final JsonProber json;
    private final PrometheusProber prometheus;
    private final CommandProber command = new CommandProber();
    private final DerivedProber own = new DerivedProber();

    /// Probers whose readings show no secret that their own check carries.
    public Probers() {
        this(UnaryOperator.identity());
    }

    /// @param mask takes the environment's secrets out of whatever is shown of an answer
    public Probers(UnaryOperator<String> mask) {
        this(mask, new NameLookup(), SystemTrust::load);
    }

    /// For tests, which bring their own names and certificates.
    Probers(UnaryOperator<String> mask, NameLookup names, Supplier<SystemTrust> trust) {
        this.mask = mask;
        this.names = names;
        clients = new Clients(trust);
        Fetch fetch = new Fetch(clients, names);
        http = new HttpProber(fetch);
        tcp = new TcpProber(names);
        tls = new TlsProber(names, clients);
        sql = new SqlProber(names, cutoff);
        redis = new RedisProber(names, cutoff, clients);
        exposition = new ExpositionProber(fetch);
        statusPage = new StatusPageProber(fetch);
        json = new JsonProber(fetch);
        prometheus = new PrometheusProber(fetch);
    }

    /// Runs a probe once, in this thread, within its timeout and a little more. Never throws for what a server
    /// does. On a virtual thread, an interruption ends it at once.
    ///
    /// @param at what to stamp the reading with
    public Reading read(Probe probe, Instant at) {
        Attempt attempt = Attempt.begin(probe, at);
        Reading reading;
        try {
            clients.prepare(probe.check());
            attempt = Attempt.begin(probe, at); // its time begins when all is ready
            reading = switch (probe.check()) {
                case Check.Http check -> http.read(attempt, check);
                case Check.Tcp check -> tcp.read(attempt, check);
                case Check.Tls check -> tls.read(attempt, check);
                case Check.Sql check -> sql.read(attempt, check);
                case Check.Redis check -> redis.read(attempt, check);
                case Check.StatusPage check -> statusPage.read(attempt, check);
                case Check.Exposition check -> exposition.read(attempt, check);
                case Check.Json check -> json.read(attempt, check);
                case Check.Prometheus check -> prometheus.read(attempt, check);
                case Check.Command check -> command.read(attempt, check);
                case Check.Own check -> own.read(attempt, check);
            };
        } catch (RuntimeException e) {
            reading = attempt.down("the probe itself failed: " + SocketReasons.words(e), "");
        }
        own.keep(probe, reading);
        return masked(probe.check(), reading);
    }

    /// The last hour of a probe whose server keeps a history (Prometheus), oldest first; empty for all others, and
    /// when it does not answer.
    ///
    /// @param now the end of the hour
    public List<Point> lastHour(Probe probe, Instant now) {
        return probe.check() instanceof Check.Prometheus check
                ? prometheus.lastHour(Attempt.begin(probe, now), check)
                : List.of();
    }

    /// A figure at a moment.
    public record Point(Instant at, double value) {}

    private Reading masked(Check check, Reading reading) {
        UnaryOperator<String> all = text -> mask.apply(CheckSecrets.scrubbed(check, text));
        return switch (reading) {
            case Reading.Up up ->
                new Reading.Up(
                        up.probe(),
                        up.at(),
                        up.took(),
                        up.value(),
                        all.apply(up.detail()),
                        up.concern() == null ? null : all.apply(up.concern()));
            case Reading.Down down ->
                new Reading.Down(
                        down.probe(), down.at(), down.took(), all.apply(down.reason()), all.apply(down.evidence()));
            case Reading.NoData none ->
                new Reading.NoData(none.probe(), none.at(), none.took(), all.apply(none.reason()));
        };
    }

    @Override
    public void close() {
        clients.close();
        command.close();
        sql.close();
        cutoff.close();
        names.close();
    }
}
