package plantao.ui.fx;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import javafx.scene.Node;

/// Keeps a pane's children in step with a list: nodes are found again by id, so that focus, selection and
/// half-typed text survive an update, and only what changed is touched.
///
/// @param <T> a row's value
/// @param <N> a row's node
public final class RowSync<T, N extends Node> {
    private record Row<T, N>(T value, N node) {}

    private final List<Node> children;
    private final Function<T, Object> id;
    private final Function<T, N> make;
    private final BiConsumer<N, T> update;
    private Map<Object, Row<T, N>> rows = new HashMap<>();

    /// @param children the pane's children; nobody else may change them
    /// @param id what makes a value the same row as before
    /// @param make makes a node for a new value; `update` is called with it afterwards
    /// @param update brings a node up to a value that has changed
    public RowSync(List<Node> children, Function<T, Object> id, Function<T, N> make, BiConsumer<N, T> update) {
        this.children = children;
        this.id = id;
        this.make = make;
        this.update = update;
    }

    /// Shows these values, in this order.
    public void show(List<T> values) {
        show(values, false);
    }

    /// The same where rows depend on more than their value (the time): every one is updated.
    public void showAnew(List<T> values) {
        show(values, true);
    }

    private void show(List<T> values, boolean anew) {
        Map<Object, Row<T, N>> next = new HashMap<>();
        List<Node> order = new ArrayList<>(values.size());
        for (T value : values) {
            Object key = id.apply(value);
            for (int n = 2; next.containsKey(key); n++) {
                key = List.of(key, n); // two with one id are two rows
            }
            Row<T, N> old = rows.get(key);
            N node = old == null ? make.apply(value) : old.node();
            if (anew || old == null || !old.value().equals(value)) {
                update.accept(node, value);
            }
            next.put(key, new Row<>(value, node));
            order.add(node);
        }
        rows = next;
        if (!children.equals(order)) {
            children.retainAll(order);
            for (int i = 0; i < order.size(); i++) {
                Node node = order.get(i);
                if (i >= children.size()) {
                    children.add(node);
                } else if (children.get(i) != node) {
                    children.remove(node);
                    children.add(i, node);
                }
            }
        }
    }

    /// Updates every row again, for what depends on more than its value (the time).
    public void refresh() {
        rows.values().forEach(r -> update.accept(r.node(), r.value()));
    }
}
