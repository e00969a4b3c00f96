package plantao.runbook.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Map;
import org.junit.jupiter.api.Test;
import plantao.runbook.AlertRule;
import plantao.runbook.Contact;
import plantao.runbook.Escalation;
import plantao.runbook.Phase;
import plantao.runbook.Playbook;
import plantao.runbook.ProbeSpec;
import plantao.runbook.Risk;
import plantao.runbook.Runbook;
import plantao.runbook.Service;
import plantao.runbook.Step;

/// A runbook whose author used none of the usual headings: its tables and blocks still tell what they are.
class OwnWordsTest {
    private static final Runbook READ = RunbookReader.read("lighthouse", Map.of("runbook.md", """
            # Lighthouse

            ## The pieces

            | Component | Sort | Reach it at | Port |
            |---|---|---|---|
            | lamp-api | HTTP | http://127.0.0.1:7401/healthz | 7401 |
            | horn-runner | worker; writes to the log | tcp://127.0.0.1:7402 | 7402 |
            | log-db | PostgreSQL | 127.0.0.1:7403 | 7403 |

            ## Alert rules

            | Alert | Fires when | For | Sev |
            |---|---|---|---|
            | LampApiDown | `lamp-api` does not answer /healthz | 30s | SEV-1 |
            | LogDown | log-db not reachable | 20 s | SEV-1 |

            ## Incidents

            ### A. Dark lamp

            **Peek at this**

            ```bash
            keeperctl list
            ```

            **Usual causes**: the bulb.

            **Fix**

            1. Give it power: `keeperctl start lamp --at %HOUR%`
            2. `keeperctl restart lamp`

            ## Who to call

            | Level | After | Who | How |
            |---|---|---|---|
            | 1 | at once | Keeper | +351 555 0101 |
            | 2 | 15 min | Ines Duarte | ines@light.example |
            """));

    @Test
    void aColumnOfAddressesIsOneWhateverItsHeaderSays() {
        assertThat(READ.services())
                .extracting(Service::name, Service::url)
                .containsExactly(
                        tuple("lamp-api", "http://127.0.0.1:7401/healthz"),
                        tuple("horn-runner", "tcp://127.0.0.1:7402"),
                        tuple("log-db", "127.0.0.1:7403"));
        assertThat(READ.settings().probes())
                .extracting(ProbeSpec::subject, ProbeSpec::kind)
                .containsExactly(tuple("lamp-api", "http"), tuple("horn-runner", "tcp"), tuple("log-db", "tcp"));
    }

    @Test
    void namesWithHyphensAreWords() {
        assertThat(READ.alerts())
                .extracting(AlertRule::service, AlertRule::forSeconds)
                .containsExactly(tuple("lamp-api", 30), tuple("log-db", 20));
    }

    @Test
    void theTeamsOwnProgramBeginsACommandInTheText() {
        Playbook dark = READ.playbooks().getFirst();

        assertThat(dark.steps())
                .extracting(Step::phase)
                .containsExactly(Phase.DIAGNOSIS, Phase.RESOLUTION, Phase.RESOLUTION);
        assertThat(dark.steps()).extracting(Step::option).containsOnlyNulls();
        assertThat(dark.steps().get(1).commands()).singleElement().satisfies(c -> {
            assertThat(c.risk()).isEqualTo(Risk.DISRUPTIVE);
            assertThat(c.placeholders()).containsExactly("%HOUR%");
        });
        assertThat(dark.steps().get(2).manual()).isFalse();
    }

    @Test
    void aTableOfLevelsTellsWhomToCallAndWhen() {
        assertThat(READ.contacts())
                .extracting(Contact::role, Contact::phone, Contact::email)
                .containsExactly(
                        tuple("Keeper", "+351 555 0101", null), tuple("Ines Duarte", null, "ines@light.example"));
        assertThat(READ.escalation())
                .flatExtracting(Escalation::steps)
                .extracting("afterSeconds")
                .containsExactly(0, 900);
    }
}
