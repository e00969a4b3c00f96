package plantao.runbook;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A flowchart of the system: an edge goes from what needs to what is needed.
public record Diagram(List<Node> nodes, List<Edge> edges) {
    /// A box.
    ///
    /// @param label its first line
    /// @param group the subgraph it stands in
    public record Node(String id, String label, @Nullable String group) {}

    /// An arrow.
    public record Edge(String from, String to) {}

    /// The diagram of a runbook that has none.
    public static final Diagram NONE = new Diagram(List.of(), List.of());
}
