package plantao.probe;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What to measure and how; no state, no address left to look up in the runbook. No `toString` shows a secret.
public sealed interface Check {

    /// An HTTP request; up when the last status after redirects is in `okFrom..okTo` and, if given, the body holds
    /// `bodyHas`.
    ///
    /// @param url may hold `user:password@`, which is sent as Basic authorization and never shown
    record Http(
            String method,
            String url,
            Map<String, String> headers,
            int okFrom,
            int okTo,
            @Nullable String bodyHas) implements Check {
        @Override
        public String toString() {
            return "Http[" + method + " " + Urls.shown(url) + "]";
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

    /// A query over JDBC in a read-only transaction; its first column of the first row, when numeric, is the value.
    ///
    /// @param url `jdbc:postgresql://host:port/db` without user and password
    /// @param properties of the connection (`user`, `password`, `sslmode`, …); hold a secret, never logged
    /// @param atLeast a value below is down; null for no floor
    record Sql(
            String url,
            Map<String, String> properties,
            String query,
            @Nullable Double atLeast) implements Check {
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
    /// @param atLeast a value below is down; null for no floor
    record Redis(
            String host,
            int port,
            @Nullable String user,
            @Nullable String password,
            boolean tls,
            int database,
            List<String> command,
            @Nullable Double atLeast)
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
    /// matched
    /// as [Labels] says.
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
