package plantao;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plantao.desk.StepCare;
import plantao.playbook.Danger;
import plantao.playbook.StepResult;
import plantao.playbook.StepState.Status;
import plantao.runbook.Risk;
import plantao.values.Target;

/// What an environment says of the danger of a step, and where a step may run.
final class EnvironmentRulesTest {
    @TempDir
    Path temp;

    @Test
    void outsideProductionWhatMayWellBeProductionIsTreatedSo() throws Exception {
        String settings = """
                environments:
                  staging:
                    kind: staging
                    place: here
                    substitutions: {shop-web: shop-web-staging, shop.example.org: staging.example.org}
                    variables: {DB_HOST: db.staging.example.org}
                  production:
                    kind: production
                    variables: {DB_HOST: db.example.org, QUEUE: jobs-live}
                """;
        String steps = """
                **Resolution:**

                ```bash
                # Substituted
                systemctl restart shop-web

                # Unchanged
                systemctl restart worker

                # With a variable
                systemctl --host=$DB_HOST restart postgresql

                # Still production
                systemctl restart shop-web jobs-live

                # Reads
                uptime
                ```
                """;
        try (Walked walked = new Walked(temp, Map.of(), settings, steps)) {
            assertThat(care(walked, 0)).isEqualTo(new StepCare(Target.Kind.STAGING, null, ""));
            assertThat(care(walked, 1)).isEqualTo(new StepCare(Target.Kind.PRODUCTION, StepCare.Why.UNCHANGED, ""));
            assertThat(care(walked, 2).why()).isNull();
            assertThat(care(walked, 3))
                    .isEqualTo(new StepCare(Target.Kind.PRODUCTION, StepCare.Why.HOLDS, "jobs-live"));
            assertThat(care(walked, 3).danger(Risk.DESTRUCTIVE)).isEqualTo(Danger.TYPE_NAME);
            assertThat(care(walked, 4).danger(Risk.SAFE)).isEqualTo(Danger.NONE);
        }
    }

    private static StepCare care(Walked walked, int step) {
        return StepCare.of(walked.system(), walked.run(), step);
    }

    @Test
    void inProductionAStepThatMeansThisComputerNeedsAPlace() throws Exception {
        String steps = """
                **Diagnosis:**

                ```bash
                # Log
                touch hit; tail -5 /var/log/shop/error.log

                # Port
                touch hit; curl -s localhost:8000/health

                # Away
                echo ssh web 'tail /var/log/x'; echo https://shop.example.org/health 2>/dev/null

                # Container
                : docker exec web cat /etc/hosts
                ```
                """;
        try (Walked walked = new Walked(temp, Map.of(), "environments: {production: {kind: production}}\n", steps)) {
            assertThat(walked.step(0).result())
                    .isInstanceOfSatisfying(
                            StepResult.NotStarted.class,
                            n -> assertThat(n.reason())
                                    .contains("/var/log/shop/error.log", "place: ssh ALIAS", "place: here"));
            assertThat(walked.step(1).result())
                    .isInstanceOfSatisfying(
                            StepResult.NotStarted.class,
                            n -> assertThat(n.reason()).contains("localhost"));
            assertThat(walked.folder.resolve("hit")).doesNotExist();
            assertThat(walked.step(2).status()).as(walked.printed(2)).isEqualTo(Status.DONE);
            assertThat(walked.step(3).status()).as(walked.printed(3)).isEqualTo(Status.DONE);
        }
    }
}
