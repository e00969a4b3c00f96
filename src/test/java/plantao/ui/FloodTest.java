package plantao.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testfx.api.FxRobot;
import plantao.alert.Alert;
import plantao.alert.Condition;
import plantao.alert.Rule;
import plantao.desk.Board;
import plantao.desk.Event;
import plantao.runbook.AlertRule;

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
}
