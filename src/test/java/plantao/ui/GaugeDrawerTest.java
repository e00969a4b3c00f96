package plantao.ui;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testfx.api.FxRobot;
import plantao.alert.Scale;
import plantao.desk.Board;
import plantao.desk.Event;
import plantao.desk.Gauge;

/// All that is known of a metric, opened from its row by keyboard.
class GaugeDrawerTest {
    private final FxRobot robot = new FxRobot();

    @RegisterExtension
    private final WindowStand stand = new WindowStand(Samples.trouble());

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

    @Test
    void whatFallsShortOfWhatIsNormalIsBelowIt() {
        Board board = Samples.trouble();
        stand.show(board.with(
                board.selected(),
                s -> s.withGauges(s.gauges().stream()
                        .map(g -> new Gauge(
                                g.metric(),
                                new Scale("%", false, 99.9, null, null, null, java.util.Set.of()),
                                g.probe(),
                                14.9,
                                Samples.NOW,
                                null,
                                g.trail()))
                        .toList())));

        assertThat(stand.words()).contains("Below normal").doesNotContain("Above normal");
    }
}
