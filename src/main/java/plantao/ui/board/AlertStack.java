package plantao.ui.board;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import plantao.ui.fx.Focus;

/// The rows of an alert list of any length: a row has a node only while it is in sight or has the focus, so that a
/// flood costs no more than what is seen of it. In a flood every row is low but the chosen one.
final class AlertStack extends Pane {
    private static final double LOW = 64;

    private final ScrollPane scroll;
    private final Supplier<AlertRow> makeOne;
    private final Supplier<KindRow> makeMany;
    private final BiConsumer<AlertRow, AlertItem.One> drawOne;
    private final BiConsumer<KindRow, AlertItem.Many> drawMany;
    private final Map<String, Region> live = new HashMap<>();
    private final Deque<AlertRow> spareOnes = new ArrayDeque<>();
    private final Deque<KindRow> spareMany = new ArrayDeque<>();
    private List<AlertItem> items = List.of();
    private Map<String, Integer> places = Map.of();
    private double[] tops = {0};
    private String chosen = "";
    private boolean chosenWaited;
    private boolean flood;
    private boolean revealing;

    /// @param scroll what it is scrolled by
    AlertStack(
            ScrollPane scroll,
            Supplier<AlertRow> makeOne,
            Supplier<KindRow> makeMany,
            BiConsumer<AlertRow, AlertItem.One> drawOne,
            BiConsumer<KindRow, AlertItem.Many> drawMany) {
        this.scroll = scroll;
        this.makeOne = makeOne;
        this.makeMany = makeMany;
        this.drawOne = drawOne;
        this.drawMany = drawMany;
        scroll.vvalueProperty().addListener((_, _, _) -> requestLayout());
        scroll.viewportBoundsProperty().addListener((_, _, _) -> requestLayout());
        addEventFilter(MouseEvent.MOUSE_PRESSED, event -> choose(event.getTarget()));
        addEventHandler(KeyEvent.KEY_PRESSED, this::move);
    }

    /// Whether the row with this id is drawn in full.
    boolean full(String id) {
        return !flood || id.equals(chosen);
    }

    /// Shows these rows. When the chosen alert was acknowledged and has gone down the list for it, the one that has
    /// taken its place is chosen.
    void show(List<AlertItem> now, boolean isFlood) {
        Integer before = places.get(chosen);
        boolean held = focused() != null;
        items = List.copyOf(now);
        flood = isFlood;
        Map<String, Integer> at = new HashMap<>();
        for (int i = 0; i < items.size(); i++) {
            at.put(items.get(i).id(), i);
        }
        places = at;
        Integer after = places.get(chosen);
        boolean passed = after == null || !after.equals(before) && chosenWaited && !waits(items.get(after));
        if (before != null && passed && !items.isEmpty()) {
            pick(Math.min(before, items.size() - 1), held);
        } else if (after == null) {
            chosen = items.isEmpty() ? "" : items.getFirst().id();
        }
        Integer place = places.get(chosen);
        chosenWaited = place != null && waits(items.get(place));
        live.forEach((id, node) -> {
            Integer i = places.get(id);
            if (i != null) {
                draw(node, items.get(i));
            }
        });
        requestLayout();
    }

    private static boolean waits(AlertItem item) {
        return item.alerts().stream().anyMatch(o -> o.alert().unacknowledged());
    }

    private @Nullable Region focused() {
        Region node = live.get(chosen);
        return node != null && getScene() != null && getScene().getFocusOwner() == node ? node : null;
    }

    private void draw(Region node, AlertItem item) {
        switch (item) {
            case AlertItem.One one -> drawOne.accept((AlertRow) node, one);
            case AlertItem.Many many -> drawMany.accept((KindRow) node, many);
        }
    }

    private void choose(Object target) {
        for (Node n = target instanceof Node node ? node : null; n != null && n != this; n = n.getParent()) {
            for (Map.Entry<String, Region> each : live.entrySet()) {
                if (each.getValue() == n && places.containsKey(each.getKey())) {
                    pick(places.getOrDefault(each.getKey(), 0), true);
                    return;
                }
            }
        }
    }

    private void pick(int place, boolean focus) {
        String before = chosen;
        chosen = items.get(place).id();
        chosenWaited = waits(items.get(place));
        Region old = live.get(before);
        Integer oldPlace = places.get(before);
        if (old != null && oldPlace != null && !before.equals(chosen)) {
            draw(old, items.get(oldPlace));
        }
        Region node = node(items.get(place));
        draw(node, items.get(place));
        if (focus) {
            Focus.on(node);
        }
        requestLayout();
    }

    private void move(KeyEvent event) {
        Integer at = focused() == null ? null : places.get(chosen);
        if (at == null || event.isControlDown()) {
            return;
        }
        int page = Math.max(1, (int) (scroll.getViewportBounds().getHeight() / LOW) - 1);
        int to = switch (event.getCode()) {
            case J, DOWN -> at + 1;
            case K, UP -> at - 1;
            case PAGE_DOWN -> at + page;
            case PAGE_UP -> at - page;
            case HOME -> 0;
            case END -> items.size() - 1;
            default -> -2;
        };
        if (to != -2) {
            int place = Math.clamp(to, 0, items.size() - 1);
            pick(place, true);
            revealing = true;
            event.consume();
        }
    }

    /// Puts the cursor on the first row, so that J and K go on from there.
    boolean focusFirst() {
        if (items.isEmpty()) {
            return false;
        }
        pick(0, true);
        return true;
    }

    /// Scrolls so that the chosen row can be seen, once all rows have their heights.
    private void reveal() {
        Integer place = places.get(chosen);
        boolean settled = Math.abs(getHeight() - tops[items.size()]) < 1;
        if (!revealing || place == null || !settled || !(scroll.getContent() instanceof Region content)) {
            return;
        }
        revealing = false;
        double above = content.sceneToLocal(localToScene(0, 0)).getY();
        double view = scroll.getViewportBounds().getHeight();
        double all = Math.max(content.getHeight(), above + tops[items.size()]);
        double room = all - view;
        if (room <= 0) {
            return;
        }
        double top = above + tops[place];
        double bottom = above + tops[place + 1];
        double seen = scroll.getVvalue() * room;
        if (top < seen) {
            scroll.setVvalue(Math.clamp(top / room, 0, 1));
        } else if (bottom > seen + view) {
            scroll.setVvalue(Math.clamp((bottom - view) / room, 0, 1));
        }
    }

    private Region node(AlertItem item) {
        return live.computeIfAbsent(item.id(), _ -> {
            Region node = item instanceof AlertItem.One
                    ? spareOnes.isEmpty() ? makeOne.get() : spareOnes.pop()
                    : spareMany.isEmpty() ? makeMany.get() : spareMany.pop();
            if (node.getParent() != this) {
                getChildren().add(node);
            }
            node.setVisible(true);
            draw(node, item);
            node.applyCss();
            return node;
        });
    }

    private void measure(double width) {
        double[] all = new double[items.size() + 1];
        for (int i = 0; i < items.size(); i++) {
            AlertItem item = items.get(i);
            boolean natural = item instanceof AlertItem.One && full(item.id());
            all[i + 1] = all[i] + (natural ? Math.ceil(node(item).prefHeight(width)) : LOW);
        }
        tops = all;
    }

    @Override
    protected double computePrefHeight(double width) {
        measure(width <= 0 ? getWidth() : width);
        return tops[items.size()];
    }

    @Override
    protected double computePrefWidth(double height) {
        return 100;
    }

    @Override
    protected void layoutChildren() {
        measure(getWidth());
        Bounds view = scroll.localToScene(scroll.getLayoutBounds());
        Point2D origin = localToScene(0, 0);
        double from = view.getMinY() - origin.getY() - view.getHeight() / 2;
        double to = view.getMaxY() - origin.getY() + view.getHeight() / 2;
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < items.size(); i++) {
            AlertItem item = items.get(i);
            boolean near = tops[i + 1] > from && tops[i] < to;
            if (near || item.id().equals(chosen) || !flood) {
                seen.add(item.id());
                node(item).resizeRelocate(0, tops[i], getWidth(), tops[i + 1] - tops[i]);
            }
        }
        live.entrySet().removeIf(each -> {
            boolean away = !seen.contains(each.getKey());
            if (away) {
                put(each.getValue());
            }
            return away;
        });
        reveal();
    }

    /// A node out of sight waits for the next row that comes into it.
    private void put(Region node) {
        node.setVisible(false);
        switch (node) {
            case AlertRow row -> spareOnes.push(row);
            case KindRow row -> spareMany.push(row);
            default -> getChildren().remove(node);
        }
    }
}
