package plantao.ui.board;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import plantao.runbook.Diagram;

/// Puts a diagram's boxes into rows: what needs above what is needed, boxes of one group side by side.
final class Layers {
    private Layers() {}

    /// The ids of the boxes, row by row; every box once.
    ///
    /// @param width how wide a box is with the gap beside it
    /// @param room how wide a row may be; a box wider than that has a row of its own
    static List<List<String>> of(Diagram diagram, ToDoubleFunction<String> width, double room) {
        Map<String, Integer> depth = depths(diagram);
        Map<Integer, Map<String, List<String>>> rows = new TreeMap<>();
        for (Diagram.Node node : diagram.nodes()) {
            rows.computeIfAbsent(depth.getOrDefault(node.id(), 0), _ -> new LinkedHashMap<>())
                    .computeIfAbsent(group(node), _ -> new ArrayList<>())
                    .add(node.id());
        }
        List<List<String>> layers = new ArrayList<>();
        for (Map<String, List<String>> groups : rows.values()) {
            List<String> row = new ArrayList<>();
            for (List<String> group : groups.values()) {
                // a group that fits into a row is not torn apart
                if (wide(row, width) + wide(group, width) > room) {
                    row = next(layers, row);
                }
                for (String id : group) {
                    if (wide(row, width) + width.applyAsDouble(id) > room) {
                        row = next(layers, row);
                    }
                    row.add(id);
                }
            }
            next(layers, row);
        }
        return layers;
    }

    private static List<String> next(List<List<String>> layers, List<String> row) {
        if (!row.isEmpty()) {
            layers.add(row);
        }
        return new ArrayList<>();
    }

    private static double wide(List<String> ids, ToDoubleFunction<String> width) {
        return ids.stream().mapToDouble(width).sum();
    }

    private static String group(Diagram.Node node) {
        return node.group() == null ? "" : node.group();
    }

    /// How deep each box stands: below everything that needs it, level with its group. A circle of needs stops
    /// sinking
    /// after as many rounds as there are boxes.
    private static Map<String, Integer> depths(Diagram diagram) {
        Map<String, String> groups = new HashMap<>();
        Map<String, Integer> depth = new HashMap<>();
        for (Diagram.Node node : diagram.nodes()) {
            groups.put(node.id(), node.group() == null ? "node " + node.id() : "group " + node.group());
            depth.put(node.id(), 0);
        }
        for (int round = 0; round < diagram.nodes().size(); round++) {
            Map<String, Integer> next = new HashMap<>(depth);
            for (Diagram.Edge edge : diagram.edges()) {
                String from = groups.get(edge.from());
                String to = groups.get(edge.to());
                if (from != null && to != null && !from.equals(to)) {
                    next.merge(edge.to(), depth.getOrDefault(edge.from(), 0) + 1, Math::max);
                }
            }
            Map<String, Integer> level = new HashMap<>();
            next.forEach((id, at) -> level.merge(groups.get(id), at, Math::max));
            next.replaceAll((id, at) -> level.getOrDefault(groups.get(id), at));
            if (next.equals(depth)) {
                break;
            }
            depth = next;
        }
        return depth;
    }
}
