package plantao.runbook.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import plantao.runbook.AlertRule;
import plantao.runbook.Bound;
import plantao.runbook.Contact;
import plantao.runbook.Escalation;
import plantao.runbook.Maintenance;
import plantao.runbook.Metric;
import plantao.runbook.Phase;
import plantao.runbook.Playbook;
import plantao.runbook.ProbeSpec;
import plantao.runbook.Procedure;
import plantao.runbook.Runbook;
import plantao.runbook.Step;
import plantao.runbook.Template;

/// What is told by its content, under headings and columns with names of the team's own.
class HarbourRunbookTest {

    @Test
    void columnsOfBoundsAreNormalWarningAndCriticalInThatOrder() {
        assertThat(metrics("""
                | Signal | Healthy | Look at it | Wake someone | How to read it |
                |---|---|---|---|---|
                | p95 | under 300 ms | 300–800 ms | over 800 ms (5m) | Prometheus |
                | Backlog | below 50 | 50-200 | more than 200 | `redis-cli LLEN x` |
                | Free disk | at least 20% | 10-20% | less than 10% | `df` |
                """))
                .containsExactly(
                        tuple("p95", "< 300.0", "> 300.0", "> 800.0"),
                        tuple("Backlog", "< 50.0", "> 50.0", "> 200.0"),
                        tuple("Free disk", ">= 20.0", "< 20.0", "< 10.0"));
        assertThat(metrics("""
                | Signal | Fine | Not fine |
                |---|---|---|
                | Backlog | < 50 | > 200 |
                | Lag | < 5 s | > 30 s |
                """))
                .containsExactly(tuple("Backlog", "< 50.0", "> 200.0", null), tuple("Lag", "< 5.0", "> 30.0", null));
    }

    @Test
    void aMinimumBesideALimitWarnsOfNothingAndADateIsNoBound() {
        assertThat(metrics("""
                | Metric | Minimum target | Ideal | Critical | Changed |
                |---|---|---|---|---|
                | Delivered | > 80% | > 95% | < 70% | 2026-10-02 |
                | Refused | < 5% | < 2% | > 10% | 2026-10-03 |
                """))
                .containsExactly(
                        tuple("Delivered", "> 95.0", null, "< 70.0"), tuple("Refused", "< 2.0", null, "> 10.0"));
    }

    private static List<org.assertj.core.groups.Tuple> metrics(String table) {
        return Texted.of("# Quay\n\n## Numbers that matter\n\n" + table).metrics().stream()
                .map((Metric m) -> tuple(m.name(), bound(m.normal()), bound(m.warning()), bound(m.critical())))
                .toList();
    }

    private static @Nullable String bound(@Nullable Bound b) {
        return b == null ? null : b.op().sign() + " " + b.value();
    }

    @Test
    void whoIsCalledWhenIsALadderUnderContactsToo() {
        Runbook r = Texted.of("""
                # Quay

                ## Who to call

                | When | Who | How |
                |---|---|---|
                | at once | On-call engineer | page "primary" |
                | after 10 min | Second on-call | page "secondary" |
                | after 30 min | Ilse Kramer | +31 6 5550 1234 |
                | data loss suspected | Jonas Weber | +31 6 5550 4321, Mon–Fri 08:00–18:00 CET |
                """);
        assertThat(r.escalation())
                .flatExtracting(Escalation::steps)
                .extracting(Escalation.Rung::afterSeconds, Escalation.Rung::contact)
                .containsExactly(
                        tuple(0, "On-call engineer"),
                        tuple(600, "Second on-call"),
                        tuple(1800, "Ilse Kramer"),
                        tuple(null, "Jonas Weber"));
        assertThat(r.contacts())
                .extracting(Contact::phone, Contact::hours)
                .containsExactly(
                        tuple(null, null),
                        tuple(null, null),
                        tuple("+31 6 5550 1234", null),
                        tuple("+31 6 5550 4321", "Mon–Fri 08:00–18:00 CET"));
    }

    @Test
    void aCaseSaysItselfWhenToEscalate() {
        Runbook r = Texted.of("""
                # Quay

                ## Incidents

                ### Manifests pile up

                **Severity:** SEV2 · **Escalate after:** 20 min

                **Fix**

                1. `quayctl restart worker`

                **Done when** the queue is empty:

                ```bash
                redis-cli LLEN manifests
                ```

                ### Pump stopped

                **Escalate:** to the hydraulics lead after 20 min

                1. `pumpctl start`

                **If it still stands after 10 minutes:** call the yard master.

                ### Gate open

                **If it is still open after 10 minutes:** call the yard master.

                1. `gatectl close`
                """);
        assertThat(r.playbooks())
                .flatExtracting(Playbook::escalation)
                .flatExtracting(Escalation::steps)
                .extracting(Escalation.Rung::afterSeconds, Escalation.Rung::contact)
                .containsExactly(tuple(1200, null), tuple(1200, "hydraulics lead"), tuple(600, "yard master"));
        assertThat(r.escalation()).as("no ladder for the others").isEmpty();
        assertThat(r.playbooks().getFirst().steps())
                .extracting(Step::phase)
                .containsExactly(Phase.RESOLUTION, Phase.VERIFICATION);
    }

    @Test
    void whatComesBackIsFoundUnderAnyHeading() {
        assertThat(Texted.of("""
                        # Quay

                        ## Things nobody remembers

                        - Every Monday 09:00 Europe/Amsterdam: dump the bookings
                        - First Tuesday of the month 22:00–23:00: minor upgrades (no pages)
                        - Every quarter: rotate the password
                        """).maintenance())
                .extracting(Maintenance::title, Maintenance::cadence, Maintenance::window)
                .containsExactly(
                        tuple("dump the bookings", "weekly", false),
                        tuple("minor upgrades (no pages)", "monthly", true),
                        tuple("rotate the password", "quarterly", false));
    }

    @Test
    void messagesAndReviewsNeedNoFence() {
        List<Template> found = Texted.of("""
                # Quay

                ## What to say

                **To the pilots (SEV1):**

                > Bookings are unavailable since {time}.
                > Next update at {next_update}.

                ### When it is over

                Bookings work again since {time}.

                ### Other places

                - **Status page:** Cause: {cause}
                - Be polite

                ## After a SEV1: review

                - What happened, in one paragraph
                - Timeline
                - What went well / what did not
                - Actions, each with an owner

                ## Post-Incident Actions

                1. Document root cause in the report
                2. Update monitoring
                3. Review the timeline
                """).templates();
        assertThat(found)
                .extracting(Template::title, Template::kind)
                .containsExactly(
                        tuple("To the pilots (SEV1)", "message"),
                        tuple("When it is over", "message"),
                        tuple("Status page", "message"),
                        tuple("After a SEV1: review", "postmortem"));
        assertThat(found.getFirst().text()).contains("Bookings are unavailable", "Next update");
        assertThat(found.getLast().sections()).hasSize(4).contains("Timeline");
    }

    @Test
    void anAlertsSeverityStandsBehindItsNameAndItsPlaybookAtTheEnd() {
        Runbook r = Texted.of("""
                # Quay

                ## Alerts

                - **ApiDown** (page) — `/healthz` fails 3 times in a row. → [API is down](#api-is-down)
                - **Backlog** (ticket) – more than 200 waiting for 1 minute. See *Manifests pile up*.

                ## Incidents

                ### API is down

                1. `quayctl start api`

                ### Manifests pile up

                1. `quayctl start worker`
                """);
        assertThat(r.alerts())
                .extracting(
                        AlertRule::severity,
                        AlertRule::condition,
                        a -> Objects.requireNonNull(a.playbook()).title())
                .containsExactly(
                        tuple("page", "/healthz fails 3 times in a row", "API is down"),
                        tuple("ticket", "more than 200 waiting for 1 minute", "Manifests pile up"));
    }

    @Test
    void theHealthCheckOfARowIsProbedAndAnAlertSaysHowManyFailuresCount() {
        Runbook r = Texted.of("""
                # Quay

                ## What we run

                | Component | Purpose | Where | Health |
                |---|---|---|---|
                | **quay-api** | Booking API | http://127.0.0.1:7101 | `GET /healthz` → 200 |
                | **quay-web** | Portal | http://127.0.0.1:7102 | `/up`, `/ready` |
                | **quay-pay** | Payments | http://127.0.0.1:7103 | - |

                ## Alerts

                - **ApiDown** (page) — `/healthz` of quay-api fails three times in a row.
                """);
        assertThat(r.settings().probes())
                .extracting(p -> p.settings().get("url"), ProbeSpec::failures)
                .containsExactly(
                        tuple("http://127.0.0.1:7101/healthz", 3),
                        tuple("http://127.0.0.1:7102/up", 2),
                        tuple("http://127.0.0.1:7103", 2));
    }

    @Test
    void aDumpIsABackup() {
        assertThat(Texted.of("""
                        # Quay

                        ## Procedures

                        ### Dump the bookings

                        ```bash
                        pg_dump quay > x.sql
                        ```
                        """).procedures()).extracting(Procedure::kind).containsExactly("backup");
    }
}
