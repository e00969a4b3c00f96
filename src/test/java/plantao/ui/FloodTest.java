package plantao.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;
import plantao.alert.Alert;
import plantao.alert.Condition;
import plantao.alert.Rule;
import plantao.desk.Board;
import plantao.desk.Event;
import plantao.desk.Gauge;
import plantao.runbook.AlertRule;
import plantao.runbook.Metric;

/// Two thousand alerts at once: all can be reached, filtered and acknowledged by keyboard, and few are drawn.
class FloodTest {
    private static final int MANY = 2000;
    private final FxRobot robot = new FxRobot();

    @RegisterExtension
    private final WindowStand stand = new WindowStand(flood());

    /// Ten kinds of two hundred each, and the two that the sample has.
    private static Board flood() {
        Board board = Samples.trouble();
        return board.with(board.selected(), s -> {
            List<Alert> all = new ArrayList<>(s.alerts());
            AlertRule like = s.alerts().getFirst().rule().source();
            for (int i = 0; i < MANY; i++) {
                String name = "Queue" + i % 10;
                AlertRule source = new AlertRule(
                        name + " · worker " + i,
                        null,
                        4,
                        "too long",
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        List.of(),
                        like.origin());
                Rule rule = new Rule(
                        "there-" + i,
                        new Condition.Elsewhere("Alertmanager", Map.of("alertname", name, "worker", "w" + i)),
                        Duration.ZERO,
                        source);
                Instant since = Samples.NOW.minusSeconds(10 + i);
                all.add(new Alert(rule, new Alert.State.Firing(since, since), null));
            }
            return s.withAlerts(all);
        });
    }

    private Event.AcknowledgeAll acknowledged() {
        return stand.events.stream()
                .filter(Event.AcknowledgeAll.class::isInstance)
                .map(Event.AcknowledgeAll.class::cast)
                .reduce((_, last) -> last)
                .orElseThrow();
    }

    private long drawn() {
        return robot.lookup(".alert-row").queryAll().stream()
                .filter(Node::isVisible)
                .count();
    }

    @Test
    void kindsAreOpenedWalkedAndAcknowledgedByKeyboard() {
        assertThat(drawn()).isLessThan(60);
        assertThat(stand.words()).contains("200 alerts");

        robot.type(KeyCode.HOME, KeyCode.J, KeyCode.J, KeyCode.ENTER, KeyCode.PAGE_DOWN);
        assertThat(stand.words()).anyMatch(w -> w.startsWith("Queue") && w.contains("· worker "));
        assertThat(drawn()).isLessThan(60);
        robot.type(KeyCode.A);
        assertThat(stand.events).last().isInstanceOf(Event.Acknowledge.class);

        robot.type(KeyCode.HOME, KeyCode.J, KeyCode.J, KeyCode.A);
        assertThat(acknowledged().alerts()).hasSize(200).allMatch(a -> a.startsWith("there-"));
    }

    @Test
    void whatTheFilterLetsThroughIsAcknowledgedAtOnce() {
        Node filter = robot.lookup("#board-filter").query();
        robot.interact(filter::requestFocus);
        robot.write("queue7");
        robot.type(KeyCode.TAB);
        robot.press(KeyCode.CONTROL).type(KeyCode.A).release(KeyCode.CONTROL);

        assertThat(acknowledged().alerts()).hasSize(200).allMatch(a -> a.endsWith("7"));
    }

    /// A metric is on the board with its name, its value and its line only once it is in sight.
    @Test
    void ofManyMetricsThoseAreDrawnThatAreInSight() {
        stand.show(metrics());
        assertThat(robot.lookup(".metric-row").queryAll()).hasSizeBetween(1, 60);
        assertThat(stand.words()).doesNotContain("Metric 199");

        ScrollPane board = robot.lookup("#leftScroll").query();
        robot.interact(() -> board.setVvalue(1));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(stand.words()).contains("Metric 199");
    }

    private static Board metrics() {
        Board board = Samples.trouble();
        return board.with(board.selected(), s -> {
            Gauge like = s.gauges().getFirst();
            Metric m = like.metric();
            return s.withGauges(IntStream.range(0, 200)
                    .mapToObj(i -> new Gauge(
                            new Metric(
                                    "Metric " + i, null, null, null, m.normal(), m.warning(), m.critical(), m.origin()),
                            like.scale(),
                            like.probe(),
                            like.value(),
                            like.measured(),
                            like.last(),
                            like.trail()))
                    .toList());
        });
    }
}
