package plantao.probe;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What to measure and how; no state, no address left to look up in the runbook.
public sealed interface Check {

    /// An HTTP request; up when the status is in `okFrom..okTo` and, if given, the body holds `bodyHas`.
    record Http(
            String method, String url, Map<String, String> headers, int okFrom, int okTo, @Nullable String bodyHas)
            implements Check {}

    /// A TCP connection.
    record Tcp(String host, int port) implements Check {}

    /// A query over JDBC in a read-only transaction; its first column of the first row, when numeric, is the value.
    ///
    /// @param url `postgresql://user:password@host:port/db` or `jdbc:postgresql:…`; holds a secret, never logged
    record Sql(String url, String query) implements Check {
        @Override
        public String toString() {
            return "Sql[" + query + "]";
        }
    }

    /// A Redis command, such as `PING` or `LLEN queue`; an integer answer is the value.
    record Redis(String host, int port, @Nullable String password, List<String> command) implements Check {
        @Override
        public String toString() {
            return "Redis[" + host + ":" + port + " " + String.join(" ", command) + "]";
        }
    }

    /// One figure out of a page in the Prometheus text exposition format.
    record Exposition(String url, Figure figure) implements Check {}

    /// How to make one figure out of samples; rates and quantiles compare with the scrape before.
    sealed interface Figure {
        /// The sum of the samples with this name and these labels, times `factor`.
        record Gauge(String name, Map<String, String> labels, double factor) implements Figure {}

        /// Increase per second of a counter, times `factor`.
        record Rate(String name, Map<String, String> labels, double factor) implements Figure {}

        /// Increase of one counter as a share of another's, times `factor` (100 for percent).
        record Share(
                String part, Map<String, String> partLabels, String whole, Map<String, String> wholeLabels, double factor)
                implements Figure {}

        /// A quantile (0 to 1) of a histogram's increase, times `factor`.
        record Quantile(double quantile, String name, Map<String, String> labels, double factor) implements Figure {}
    }
}
