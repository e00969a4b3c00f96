package plantao.runbook.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.Test;
import plantao.runbook.AlertRule;
import plantao.runbook.Contact;
import plantao.runbook.Playbook;
import plantao.runbook.Runbook;
import plantao.runbook.text.Bounds;

/// What stands in a parenthesis or in the middle of a sentence.
class ToldInPassingTest {
    @Test
    void severityAndTimerShareAParenthesis() {
        Runbook r = Texted.of("# A\n\n## Incidents\n\n### Queue stuck (SEV1, respond within 15 minutes)\n\n"
                + "1. Look at the queue\n2. Restart the worker\n\n"
                + "### Fila parada (P2 - responder em 30 min)\n\n1. Ver a fila\n2. Reiniciar o worker\n");
        assertThat(r.playbooks())
                .extracting(Playbook::title, Playbook::severity, Playbook::level, Playbook::respondWithinSeconds)
                .containsExactly(tuple("Queue stuck", "SEV1", 1, 900), tuple("Fila parada", "P2", 2, 1800));
    }

    @Test
    void severityAndTimerStandInASentence() {
        Runbook r = Texted.of("# A\n\n## Incidents\n\n### Queue stuck\n\n"
                + "This is a SEV2 incident; acknowledge within 10 minutes.\n\n1. Look at the queue\n2. Restart the worker\n\n"
                + "### Cache cold\n\nNot as bad as the SEV1 of last year.\n\n1. Look at the cache\n2. Warm it\n");
        assertThat(r.playbooks())
                .extracting(Playbook::title, Playbook::severity, Playbook::respondWithinSeconds)
                .containsExactly(tuple("Queue stuck", "SEV2", 600), tuple("Cache cold", null, null));
    }

    @Test
    void anAlertCarriesThemToo() {
        Runbook r = Texted.of("# A\n\n## Alerts\n\n- Error rate above 5% (SEV1, respond within 15 minutes)\n"
                + "- Slow answers (response time > 2s)\n");
        assertThat(r.alerts())
                .extracting(
                        AlertRule::name,
                        AlertRule::severity,
                        AlertRule::value,
                        AlertRule::forSeconds,
                        AlertRule::respondWithinSeconds)
                .containsExactly(
                        tuple("Error rate above 5%", "SEV1", 5.0, null, 900),
                        tuple("Slow answers (response time > 2s)", null, 2.0, null, null));
    }

    @Test
    void numbersMayBeWrittenOut() {
        assertThat(Bounds.compared("fewer than two replicas").value()).isEqualTo(2);
        assertThat(Bounds.compared("Less than three replicas are ready").value())
                .isEqualTo(3);
        assertThat(Bounds.compared("menos de duas réplicas").op().sign()).isEqualTo("<");
        assertThat(Bounds.compared("more than one leader").value()).isEqualTo(1);
        assertThat(Bounds.compared("two of the replicas")).isNull();
    }

    @Test
    void proseNamesWhomToCall() {
        Runbook r = Texted.of("# A\n\n## Payments fail\n\nIf it lasts, call Ana Prado (+55 11 98888-7777) first, "
                + "then contact the acquirer at noc@acquirer.example.\n\n1. Ligue para o plantão: +55 11 4002-8922\n"
                + "2. Call `GET /health` +1 more time\n");
        assertThat(r.contacts())
                .extracting(Contact::role, Contact::phone, Contact::email)
                .containsExactly(
                        tuple("Ana Prado", "+55 11 98888-7777", null),
                        tuple("acquirer", null, "noc@acquirer.example"),
                        tuple("plantão", "+55 11 4002-8922", null));
    }

    @Test
    void accountsToLogInWithAreNobodyToCall() {
        Runbook r = Texted.of(
                "# A\n\n## Contacts\n\n### Demo accounts\n\n| Role | Email | Name |\n|---|---|---|\n"
                        + "| Admin | admin@demo.example | Demo admin |\n\n### People\n\n| Role | Email | Password |\n|---|---|---|\n"
                        + "| Editor | editor@demo.example | hunter2 |\n\n| Role | Email |\n|---|---|\n| Lead | lead@a.example |\n");
        assertThat(r.contacts()).extracting(Contact::role).containsExactly("Lead");
    }
}
