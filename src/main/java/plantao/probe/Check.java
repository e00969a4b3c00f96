package plantao.probe;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import plantao.values.Place;

/// What to measure and how; no state, no address left to look up in the runbook. No `toString` shows a secret.
public sealed interface Check {

    /// Whether what it asks is elsewhere than on this computer.
    default boolean remote() {
        String host = switch (this) {
            case Http h -> Urls.host(h.url());
            case StatusPage p -> Urls.host(p.url());
            case Exposition e -> Urls.host(e.url());
            case Json j -> Urls.host(j.url());
            case Prometheus p -> Urls.host(p.url());
            case Command _, Own _ -> ""; // where it goes is not known, or nowhere
            case Tcp t -> t.host();
            case Tls t -> t.host();
            case Redis r -> r.host();
            case Sql s -> Urls.host(s.url().replaceFirst("^jdbc:", ""));
        };
        return !Urls.loopback(host);
    }

    /// An HTTP request; up when the answer is what is expected.
    ///
    /// @param url may hold `user:password@`, which is sent as Basic authorization and never shown
    /// @param body sent along with the request, or null
    /// @param follow whether redirects are followed
    record Http(
            String method,
            String url,
            Map<String, String> headers,
            @Nullable String body,
            boolean follow,
            Expected expected)
            implements Check {
        /// A request without a body whose redirects are followed, and whose answer has this status and text.
        public Http(
                String method,
                String url,
                Map<String, String> headers,
                int okFrom,
                int okTo,
                @Nullable String bodyHas) {
            this(method, url, headers, null, true, new Expected(okFrom, okTo, bodyHas, null, null, null, null));
        }

        @Override
        public String toString() {
            return "Http[" + method + " " + Urls.shown(url) + "]";
        }
    }

    /// What an HTTP answer must be: else the service is down, or degraded where only time or certificate are not as
    /// they should be.
    ///
    /// @param has the body must hold this
    /// @param lacks the body must not hold this
    /// @param json about a JSON body
    /// @param within a slower answer is degraded
    /// @param certificateDays with fewer days left on the server's certificate it is degraded
    record Expected(
            int okFrom,
            int okTo,
            @Nullable String has,
            @Nullable String lacks,
            @Nullable JsonCondition json,
            @Nullable Duration within,
            @Nullable Integer certificateDays) {}

    /// One figure of a JSON document.
    ///
    /// @param url may hold `user:password@`, as in [Http]
    record Json(String url, Map<String, String> headers, JsonPath path, Limits limits) implements Check {
        @Override
        public String toString() {
            return "Json[" + Urls.shown(url) + " " + path + "]";
        }
    }

    /// A query to a Prometheus server; a single series' value is the figure.
    ///
    /// @param url of the server, may hold `user:password@`
    record Prometheus(String url, Map<String, String> headers, String query, Limits limits) implements Check {
        @Override
        public String toString() {
            return "Prometheus[" + Urls.shown(url) + " " + query + "]";
        }
    }

    /// A shell command whose exit status tells how it is: 0 well, 1 degraded, 2 down, 3 unknown.
    ///
    /// @param folder its working folder on this computer
    /// @param environment set on top of the console's own where `inherits`, or of the place's; may hold secrets
    /// @param pattern its first group in what the command prints is the figure; null for the first figure of the
    /// performance data, or a line that is a number
    /// @param label the figure of the performance data with this label
    /// @param reach where it runs
    /// @see <a href="https://www.monitoring-plugins.org/doc/guidelines.html">Monitoring Plugins guidelines</a>
    record Command(
            String command,
            Path folder,
            boolean inherits,
            Map<String, String> environment,
            @Nullable String pattern,
            @Nullable String label,
            Limits limits,
            Place.Reach reach)
            implements Check {
        @Override
        public String toString() {
            return "Command[" + command + "]";
        }
    }

    /// A figure of what the probes of services have found in the last quarter of an hour.
    ///
    /// @param percentile of the latency, 1 to 100; null for the mean
    /// @param factor what a latency in milliseconds is multiplied with
    /// @param probes the ids of those probes
    record Own(What what, @Nullable Integer percentile, double factor, List<String> probes) implements Check {
        /// What probes can tell of what they probe.
        public enum What {
            LATENCY,
            /// Percent of readings that failed.
            ERRORS,
            /// Percent of readings that were good.
            AVAILABILITY
        }
    }

    /// Beyond these a figure means down; null for no limit.
    ///
    /// @param factor what a figure is multiplied with first
    record Limits(@Nullable Double atLeast, @Nullable Double atMost, double factor) {
        public static final Limits NONE = new Limits(null, null);

        public Limits(@Nullable Double atLeast, @Nullable Double atMost) {
            this(atLeast, atMost, 1);
        }

        /// The figure in the unit in which it is wanted.
        @Nullable
        Double scaled(@Nullable Double figure) {
            return figure == null ? null : figure * factor;
        }

        /// What is wrong with this value, to stand behind it (`, below 3`), or null.
        @Nullable
        String broken(@Nullable Double value) {
            if (value == null) {
                Double limit = atLeast == null ? atMost : atLeast;
                return limit == null
                        ? null
                        : ", not a number of at " + (atLeast == null ? "most " : "least ") + FigureText.shown(limit);
            }
            if (atLeast != null && value < atLeast) {
                return ", below " + FigureText.shown(atLeast);
            }
            return atMost != null && value > atMost ? ", above " + FigureText.shown(atMost) : null;
        }
    }

    /// A supplier's status page of Atlassian Statuspage's kind, asked at `/api/v2/status.json` below its address.
    record StatusPage(String url) implements Check {
        @Override
        public String toString() {
            return "StatusPage[" + Urls.shown(url) + "]";
        }
    }

    /// A TCP connection.
    record Tcp(String host, int port) implements Check {}

    /// The certificate a server shows; its days left are the value.
    record Tls(String host, int port) implements Check {}

    /// A query over JDBC in a read-only transaction; a column of the first row, when numeric, is the value.
    ///
    /// @param url `jdbc:postgresql://host:port/db` without user and password
    /// @param properties of the connection (`user`, `password`, `sslmode`, …); hold a secret, never logged
    /// @param column the value's column; null for the first
    record Sql(
            String url,
            Map<String, String> properties,
            String query,
            @Nullable String column,
            Limits limits) implements Check {
        /// The first column, with a floor or null.
        public Sql(String url, Map<String, String> properties, String query, @Nullable Double atLeast) {
            this(url, properties, query, null, new Limits(atLeast, null));
        }

        @Override
        public String toString() {
            return "Sql[" + query + "]";
        }
    }

    /// A Redis command that only reads, such as `PING` or `LLEN queue`; a number in the answer is the value.
    ///
    /// @param user for ACL logins, or null for the default user
    /// @param tls whether to speak TLS (`rediss://`)
    /// @param database the number to SELECT, 0 for none
    /// @param command words; `INFO section field` picks one field
    record Redis(
            String host,
            int port,
            @Nullable String user,
            @Nullable String password,
            boolean tls,
            int database,
            List<String> command,
            Limits limits)
            implements Check {
        @Override
        public String toString() {
            return "Redis[" + host + ":" + port + " " + String.join(" ", command) + "]";
        }
    }

    /// One figure out of a page in the Prometheus text exposition format.
    ///
    /// @param url may hold `user:password@`, as in [Http]
    record Exposition(String url, Map<String, String> headers, Figure figure) implements Check {
        @Override
        public String toString() {
            return "Exposition[" + Urls.shown(url) + " " + figure + "]";
        }
    }

    /// How to make one figure out of samples; rates and quantiles compare with the scrape before. Labels are
    /// matched as [Labels] says.
    sealed interface Figure {
        /// The sum of the samples with this name and these labels, times `factor`.
        record Gauge(String name, Map<String, String> labels, double factor) implements Figure {}

        /// Increase per second of a counter, times `factor`.
        record Rate(String name, Map<String, String> labels, double factor) implements Figure {}

        /// Increase of one counter as a share of another's, times `factor` (100 for percent).
        record Share(
                String part,
                Map<String, String> partLabels,
                String whole,
                Map<String, String> wholeLabels,
                double factor)
                implements Figure {}

        /// A quantile (0 to 1) of a histogram's increase, times `factor`.
        record Quantile(double quantile, String name, Map<String, String> labels, double factor) implements Figure {}
    }
}
