package plantao.runbook.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.Test;
import plantao.runbook.AlertRule;
import plantao.runbook.Command;
import plantao.runbook.Comparison;
import plantao.runbook.Playbook;
import plantao.runbook.Runbook;

/// What a playbook tells of its own alert, and what an alert tells of its own answer.
class OwnTriggersTest {

    @Test
    void aPlaybooksTriggerIsAnAlert() {
        Runbook r = Texted.of("""
                # Mill

                ## Metrics

                | Metric | Normal | Critical |
                |---|---|---|
                | Sack queue | < 10 | > 40 |

                ## Incidents

                ### Sacks pile up

                **Trigger:** sack queue > 40 for 10 minutes

                1. Look at the hoist.
                """);
        assertThat(r.alerts())
                .extracting(AlertRule::name, AlertRule::metric, AlertRule::value, AlertRule::forSeconds)
                .containsExactly(tuple("Sacks pile up", "Sack queue", 40.0, 600));
        assertThat(r.alerts().getFirst().playbook()).isNotNull();
    }

    @Test
    void anIndexedAlertTakesTheConditionThatItsPlaybookGives() {
        Runbook r = Texted.of("""
                # Mill

                ## Alerts

                | Alert | Severity | Runbook |
                |---|---|---|
                | HoistStuck | critical | [Hoist stuck](#the-hoist-is-stuck) |

                ## Incidents

                ### The hoist is stuck

                - **Trigger**: lifts < 2 for 5m

                1. Free the rope.
                """);
        assertThat(r.alerts())
                .extracting(AlertRule::name, AlertRule::condition, AlertRule::op, AlertRule::value)
                .containsExactly(tuple("HoistStuck", "lifts < 2 for 5m", Comparison.BELOW, 2.0));
    }

    @Test
    void aListedAlertAndItsPlaybooksTriggerWithTheSameLimitAreOne() {
        Runbook r = Texted.of("""
                # Mill

                ## Alerts

                - **Too few lifts**: lifts < 2 for 5m → see 2.1

                ## 2. Incidents

                ### 2.1 The hoist is stuck

                **Trigger:** lifts < 2

                1. Free the rope.
                """);
        assertThat(r.alerts()).extracting(AlertRule::name).containsExactly("Too few lifts");
    }

    @Test
    void commandsBesideAnAlertAnswerItWhereNothingElseDoes() {
        Runbook r = Texted.of("""
                # Mill

                ## Alerts

                | Alert | Condition | Severity | What to do |
                |---|---|---|---|
                | HoistDown | /health fails 3 times | critical | Start it with `systemctl restart hoist`; look at `journalctl -u hoist` |
                | SacksLate | sacks > 40 | warning | Ask the miller |
                | RopeThin | rope < 2 mm | critical | Stop: `systemctl stop hoist` |

                ## Incidents

                ### RopeThin

                1. Change the rope: `hoistctl rope change`
                """);
        assertThat(r.alerts())
                .extracting(
                        AlertRule::name,
                        a -> a.playbook() == null ? null : a.playbook().origin().line())
                .containsExactly(tuple("HoistDown", 7), tuple("SacksLate", null), tuple("RopeThin", 13));
        Playbook own = r.playbooks().stream()
                .filter(p -> p.title().equals("HoistDown"))
                .findFirst()
                .orElseThrow();
        assertThat(own.level()).isEqualTo(1);
        assertThat(own.steps())
                .flatExtracting(s -> s.commands())
                .extracting(Command::text)
                .containsExactly("systemctl restart hoist", "journalctl -u hoist");
        assertThat(r.playbooks()).extracting(Playbook::title).doesNotContain("SacksLate");
    }

    @Test
    void bulletsBelowAnAlertAreItsAnswer() {
        Runbook r = Texted.of("""
                # Mill

                ## Alerts

                - **Hoist down** (critical): no lift for 5 minutes
                  - Start it: `systemctl restart hoist`
                  - Tell the miller
                - **Rope thin**: rope < 2 mm → `systemctl stop hoist`
                """);
        assertThat(r.playbooks())
                .extracting(Playbook::title, p -> p.steps().size())
                .containsExactly(tuple("Hoist down", 2), tuple("Rope thin", 1));
        assertThat(r.alerts()).allSatisfy(a -> assertThat(a.playbook()).isNotNull());
    }
}
