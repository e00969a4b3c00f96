package plantao.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import plantao.desk.Event;

/// All that is known of a metric, opened from its row by keyboard.
class GaugeDrawerTest {
    private final FxRobot robot = new FxRobot();
    private WindowStand stand;

    @BeforeEach
    void open() throws TimeoutException {
        stand = WindowStand.open(Samples.trouble());
    }

    @AfterEach
    void close() throws TimeoutException {
        stand.close();
    }

    @Test
    void enterOnAMetricTellsItsLimitsItsRulesAndMeasuresItNow() {
        Node row = robot.lookup((Node n) -> n.getStyleClass().contains("metric-row")
                        && n.getAccessibleText().startsWith("Conexões"))
                .query();
        robot.interact(row::requestFocus);
        robot.type(KeyCode.ENTER);

        assertThat(stand.words())
                .contains("Where it comes from", "Alerts and playbooks")
                .anyMatch(w -> w.startsWith("normal up to") || w.contains("critical above"));

        Node probe = robot.lookup("#probe-now").query();
        robot.interact(probe::requestFocus);
        robot.type(KeyCode.SPACE);
        assertThat(stand.events).anyMatch(Event.ProbeNow.class::isInstance);

        Node month = robot.lookup("#course-month").query();
        robot.interact(month::requestFocus);
        robot.type(KeyCode.SPACE);
        assertThat(stand.words()).anyMatch(w -> w.startsWith("Between"));
    }
}
