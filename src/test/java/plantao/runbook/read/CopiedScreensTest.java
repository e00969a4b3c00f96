package plantao.runbook.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;
import plantao.runbook.Command;
import plantao.runbook.Contact;
import plantao.runbook.Metric;
import plantao.runbook.Runbook;
import plantao.runbook.Step;

/// What teams copy from their screens: sessions with what was answered, tables that a program drew, limits in
/// sentences.
class CopiedScreensTest {
    @Test
    void whatIsTypedInAPodIsInputOfTheCommandThatOpenedIt() {
        Command open = only("""
                ```bash
                kubectl exec -it api-0 -- bash
                root@api-0:/# df -h
                Filesystem      Size  Used Avail Use% Mounted on
                /dev/sda1        50G   49G  1.0G  98% /
                root@api-0:/# du -sh /var/log
                20G /var/log
                ```
                """);
        assertThat(open.text()).isEqualTo("kubectl exec -it api-0 -- bash");
        assertThat(open.inputs()).containsExactly("df -h", "du -sh /var/log");
        assertThat(only("""
                                ```
                                $ kubectl exec -it api-0 -- sh
                                / # nslookup db
                                Server: 10.0.0.10
                                ```
                                """).inputs()).containsExactly("nslookup db");
    }

    @Test
    void theTableBelowACommandIsItsOutput() {
        Step step = steps("""
                ```bash
                kubectl get pods -n prod
                NAME     READY   STATUS    RESTARTS   AGE
                api-0    1/1     Running   0          3h
                ```
                """).getFirst();
        assertThat(step.commands()).extracting(Command::text).containsExactly("kubectl get pods -n prod");
        assertThat(step.expected()).hasSize(2);
    }

    @Test
    void sentencesSayWhatIsWantedAndAlertWhenItIsNot() {
        Runbook r = Texted.of("""
                # X

                ## Monitoring

                Error rate should be below 1%. CPU must not exceed 80%.

                ## Alerts

                - p95 should stay under 300 ms
                - Queue must not exceed 500
                """);
        assertThat(r.metrics())
                .extracting(
                        Metric::name, m -> m.normal() == null ? 0 : m.normal().value())
                .containsExactly(
                        tuple("Error rate", 1.0), tuple("CPU", 80.0), tuple("P95", 300.0), tuple("Queue", 500.0));
        assertThat(r.alerts())
                .extracting(a -> a.metric(), a -> String.valueOf(a.op()), a -> a.value())
                .containsExactly(tuple("P95", "ABOVE", 300.0), tuple("Queue", "ABOVE", 500.0));
    }

    @Test
    void timersStandBesidePeople() {
        Runbook r = Texted.of("""
                # X

                ## Contacts

                - **Ana**: +55 11 98888-7777
                - **Bruno** (after 20 min): +55 11 97777-6666
                - **Carla**: +55 11 96666-5555 (after 1 hour)
                """);
        assertThat(r.contacts()).extracting(Contact::role).containsExactly("Ana", "Bruno", "Carla");
        assertThat(r.escalation())
                .flatExtracting(e -> e.steps())
                .extracting(s -> s.contact(), s -> s.afterSeconds())
                .containsExactly(tuple("Bruno", 1200), tuple("Carla", 3600));
    }

    @Test
    void aPathIsAskedOfTheOnlyServiceWithAnAddress() {
        Runbook r = Texted.of("""
                # X

                ## Services

                | Service | URL |
                |---|---|
                | API | https://api.things.example |
                | Worker | - |

                ## Health checks

                - `/health` – API
                - `/ready` – queue, every 30s
                """);
        HealthUrls urls = new HealthUrls(List.of(), List.of(), r.services());
        assertThat(r.healthEndpoints())
                .extracting(urls::of)
                .containsExactly("https://api.things.example/health", "https://api.things.example/ready");
    }

    @Test
    void boxesSideBySideAreNoTable() {
        Runbook r = Texted.of("""
                # X

                ## Services

                ```
                +-------+     +-------+
                |  API  | --> |  DB   |
                +-------+     +-------+
                ```
                """);
        assertThat(r.services()).isEmpty();
    }

    private static Command only(String fence) {
        return steps(fence).stream()
                .flatMap(s -> s.commands().stream())
                .reduce((a, b) -> {
                    throw new AssertionError("Two commands: " + a.text() + ", " + b.text());
                })
                .orElseThrow();
    }

    private static List<Step> steps(String fence) {
        return Texted.of("# X\n\n## Incidents\n\n### Pods crash (SEV2)\n\n" + fence)
                .playbooks()
                .getFirst()
                .steps();
    }
}
