package plantao.runbook;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A flowchart of the system: an edge goes from what needs to what is needed, but out of a store.
public record Diagram(List<Node> nodes, List<Edge> edges) {
    /// A box.
    ///
    /// @param label its first line
    /// @param group the subgraph it stands in
    public record Node(String id, String label, @Nullable String group) {}

    /// An arrow as it is drawn.
    ///
    /// @param flows it leads out of a store (a database, a cache, a queue) to what is none: what flows there is
    /// data,
    ///     and it is `to` that needs `from`
    public record Edge(String from, String to, boolean flows) {
        /// An arrow from what needs to what is needed.
        public Edge(String from, String to) {
            this(from, to, false);
        }

        /// The box that does not work without the other.
        public String needing() {
            return flows ? to : from;
        }

        /// The box that the other needs.
        public String needed() {
            return flows ? from : to;
        }
    }

    /// The diagram of a runbook that has none.
    public static final Diagram NONE = new Diagram(List.of(), List.of());
}
