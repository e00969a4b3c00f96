package plantao.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import plantao.runbook.AlertRule;
import plantao.runbook.Origin;

class AlertTest {
    private static final Instant T0 = Instant.parse("2026-11-22T03:00:00Z");
    private final Alert quiet = Alert.of(rule(Duration.ofMinutes(2)));

    private static Rule rule(Duration hold) {
        AlertRule source = new AlertRule(
                "API Down",
                null,
                1,
                "no answer for 2 min",
                null,
                "API",
                null,
                null,
                null,
                null,
                120,
                null,
                null,
                List.of(),
                new Origin("runbook.md", 7));
        return new Rule("api-down", new Condition.Down("API"), hold, source);
    }

    private static Alert at(Alert alert, Truth truth, int seconds) {
        Instant now = T0.plusSeconds(seconds);
        return alert.next(truth, null, now, now);
    }

    @Test
    void firesOnlyAfterItsConditionHeldLongEnough() {
        Alert pending = at(quiet, Truth.HOLDS, 0);
        assertThat(pending.state()).isEqualTo(new Alert.State.Pending(T0));
        assertThat(at(pending, Truth.HOLDS, 119).firing()).isFalse();
        Alert firing = at(pending, Truth.HOLDS, 120);
        assertThat(firing.state()).isEqualTo(new Alert.State.Firing(T0, T0.plusSeconds(120)));
    }

    @Test
    void whatClearedUnseenIsOverAndStillToldAsFired() {
        Alert firing = at(at(quiet, Truth.HOLDS, 0), Truth.HOLDS, 120);
        assertThat(firing.over()).isFalse();

        Alert over = at(firing, Truth.FAILS, 180);

        assertThat(over.over()).isTrue();
        assertThat(over.unacknowledged()).isTrue();
        assertThat(over.fired()).isEqualTo(T0.plusSeconds(120));
        assertThat(over.acknowledged("ana", T0.plusSeconds(200), null).over()).isFalse();
    }

    @Test
    void startsAnewWhenItsConditionFailedInBetween() {
        Alert again = at(at(at(quiet, Truth.HOLDS, 0), Truth.FAILS, 60), Truth.HOLDS, 70);
        assertThat(at(again, Truth.HOLDS, 130).firing()).isFalse();
        assertThat(at(again, Truth.HOLDS, 190).firing()).isTrue();
    }

    @Test
    void countsFromWhenTheConditionIsKnownToHaveBegun() {
        Alert firing = quiet.next(Truth.HOLDS, null, T0.minusSeconds(120), T0);
        assertThat(firing.state()).isEqualTo(new Alert.State.Firing(T0.minusSeconds(120), T0));
    }

    @Test
    void neitherFiresNorClearsForWantOfData() {
        Alert pending = at(quiet, Truth.HOLDS, 0);
        assertThat(at(pending, Truth.UNKNOWN, 500)).isEqualTo(pending);
        Alert firing = at(pending, Truth.HOLDS, 120);
        assertThat(at(firing, Truth.UNKNOWN, 500)).isEqualTo(firing);
    }

    @Test
    void staysAcknowledgedUntilItClearsByItself() {
        Alert firing = at(at(quiet, Truth.HOLDS, 0), Truth.HOLDS, 120);
        Alert acknowledged = firing.acknowledged("Ana", T0.plusSeconds(150));
        assertThat(acknowledged.unacknowledged()).isFalse();
        assertThat(acknowledged.firing()).isTrue();
        assertThat(at(acknowledged, Truth.HOLDS, 160)).isEqualTo(acknowledged);
        assertThat(at(acknowledged, Truth.FAILS, 170).state()).isEqualTo(new Alert.State.Quiet());
    }

    @Test
    void oneThatClearsUnseenStaysVisibleUntilSomebodySawIt() {
        Alert firing = at(at(quiet, Truth.HOLDS, 0), Truth.HOLDS, 120);
        Alert cleared = at(firing, Truth.FAILS, 130);
        assertThat(cleared.active()).isTrue();
        assertThat(cleared.firing()).isFalse();
        assertThat(cleared.unacknowledged()).isTrue();
        assertThat(cleared.acknowledged("Ana", T0.plusSeconds(140)).active()).isFalse();
    }

    @Test
    void withoutHoldTimeItFiresAtOnce() {
        Alert alert = Alert.of(rule(Duration.ZERO));
        assertThat(at(alert, Truth.HOLDS, 0).firing()).isTrue();
    }
}
