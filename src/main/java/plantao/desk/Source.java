package plantao.desk;

import java.util.Locale;
import plantao.probe.Check;
import plantao.probe.Probe;

/// Where a figure or a state comes from, to be read by the operator. Shows no secret.
///
/// @param kind `http`, `json`, `prometheus`, `exposition`, `command`, `sql`, `redis`, `tcp`, `tls`, `page`, or
/// `latency`, `errors`, `availability` for what the probes of the services tell themselves
/// @param what address, query or command; for what the probes tell themselves the percentile, or empty
/// @param where the address of a query, else empty
public record Source(String kind, String what, String where) {

    /// What a probe asks.
    public static Source of(Probe probe) {
        return switch (probe.check()) {
            case Check.Http h -> new Source("http", h.method() + " " + shown(h.url()), "");
            case Check.Json j -> new Source("json", j.path().toString(), shown(j.url()));
            case Check.Prometheus p -> new Source("prometheus", p.query(), shown(p.url()));
            case Check.Exposition e -> new Source("exposition", figure(e.figure()), shown(e.url()));
            case Check.Command c -> new Source("command", c.command(), "");
            case Check.Sql s -> new Source("sql", s.query(), shown(s.url()));
            case Check.Redis r -> new Source("redis", String.join(" ", r.command()), r.host() + ":" + r.port());
            case Check.Tcp t -> new Source("tcp", t.host() + ":" + t.port(), "");
            case Check.Tls t -> new Source("tls", t.host() + ":" + t.port(), "");
            case Check.StatusPage p -> new Source("page", shown(p.url()), "");
            case Check.Own o ->
                new Source(
                        o.what().name().toLowerCase(Locale.ROOT),
                        o.percentile() == null ? "" : String.valueOf(o.percentile()),
                        "");
        };
    }

    private static String figure(Check.Figure figure) {
        return switch (figure) {
            case Check.Figure.Gauge g -> g.name() + labels(g.labels());
            case Check.Figure.Rate r -> "rate(" + r.name() + labels(r.labels()) + ")";
            case Check.Figure.Share s ->
                s.part() + labels(s.partLabels()) + " / " + s.whole() + labels(s.wholeLabels());
            case Check.Figure.Quantile q -> q.quantile() + "-quantile(" + q.name() + labels(q.labels()) + ")";
        };
    }

    private static String labels(java.util.Map<String, String> labels) {
        return labels.isEmpty() ? "" : new java.util.TreeMap<>(labels).toString();
    }

    /// An address without what logs in.
    private static String shown(String url) {
        return url.replaceFirst("//[^/@]*@", "//");
    }
}
