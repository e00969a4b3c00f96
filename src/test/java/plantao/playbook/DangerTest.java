package plantao.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plantao.runbook.Risk;
import plantao.values.Target;

final class DangerTest {
    @ParameterizedTest
    @CsvSource({
        "SAFE,        NONE,      NONE,    NONE,    NONE",
        "MUTATING,    CONFIRM,   NONE,    NONE,    CONFIRM",
        "DISRUPTIVE,  CONFIRM,   CONFIRM, CONFIRM, CONFIRM",
        "DESTRUCTIVE, TYPE_NAME, CONFIRM, CONFIRM, TYPE_NAME",
    })
    void dependsOnTheRiskAndTheEnvironment(
            Risk risk, Danger production, Danger staging, Danger local, Danger practice) {
        assertThat(Danger.of(risk, Target.Kind.PRODUCTION)).isEqualTo(production);
        assertThat(Danger.of(risk, Target.Kind.STAGING)).isEqualTo(staging);
        assertThat(Danger.of(risk, Target.Kind.LOCAL)).isEqualTo(local);
        assertThat(Danger.of(risk, Target.Kind.PRACTICE)).isEqualTo(practice);
    }
}
