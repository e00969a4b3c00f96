package plantao.runbook.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import plantao.runbook.AlertRule;
import plantao.runbook.Checklist;
import plantao.runbook.Command;
import plantao.runbook.Contact;
import plantao.runbook.Phase;
import plantao.runbook.Playbook;
import plantao.runbook.Runbook;
import plantao.runbook.Service;
import plantao.runbook.Step;
import plantao.runbook.Vendor;

/// Guides for the person on call: who comes when, which supplier has which page, what an alert's own details say.
class ShiftGuideTest {
    private static Runbook read(String text) {
        return RunbookReader.read("x", Map.of("runbook.md", text), LocalDate.of(2026, 11, 23));
    }

    @Test
    void theDetailsOfAnAlertBelongToTheIncidentTheyStandIn() {
        Runbook r = read("""
                # Incident runbooks

                ## Press stopped runbook

                ### Alert details
                - **Condition**: pressure < 3 for 5+ minutes
                - **Impact**: nothing is printed

                ### Step 1: Assess (2 minutes)

                ```bash
                pressctl status
                ```

                ### Step 2: Execute remediation

                **If the pump is off:**
                ```bash
                pressctl restart pump
                ```

                ## Paper stuck runbook

                ### If the tray is full

                ```bash
                pressctl tray
                ```

                ### Clear in order:

                1. **Tray**
                2. **Roll**
                """);
        assertThat(r.playbooks())
                .extracting(Playbook::title)
                .containsExactly("Press stopped runbook", "Paper stuck runbook");
        AlertRule alert = r.alerts().getFirst();
        assertThat(alert.forSeconds()).isEqualTo(300);
        assertThat(alert.value()).isEqualTo(3);
        assertThat(alert.playbook()).isNotNull();
        assertThat(alert.playbook().title()).isEqualTo("Press stopped runbook");
    }

    @Test
    void aLevelOfSeverityIsNoIncident() {
        assertThat(read("""
                        # Levels

                        ## Severity levels

                        ### **SEV1: Critical** 🔴

                        **Impact:** all users

                        **Examples:**
                        - nothing answers

                        **Immediate actions:**
                        1. Call everybody
                        2. Open a room
                        """).playbooks()).isEmpty();
    }

    @Test
    void aSuppliersPageIsNoServiceOfOurs() {
        Runbook r = read("""
                # Desk

                ## External services
                - **Postino support**: https://postino.example/help (24/7)

                ## Services

                - **API**: https://api.desk.invalid/health
                - **Postino status**: https://status.postino.example
                """);
        assertThat(r.services()).extracting(Service::name).containsExactly("API");
        assertThat(r.vendors())
                .extracting(Vendor::name, Vendor::support, Vendor::statusPage)
                .containsExactly(
                        tuple("Postino", "https://postino.example/help (24/7)", "https://status.postino.example"));
    }

    @Test
    void whoeverComesIsNamedBesideTheCase() {
        Runbook r = read("""
                # Desk

                ## Escalation

                | Situation | Action |
                |---|---|
                | P1 unsolved after 30 min | → Head of operations |
                | Several teams | → Coordination |

                ### When to escalate

                Escalate to **the data team** when:
                - it lasts more than 20 minutes

                ### How to escalate

                1. Page the secondary
                2. If no response in 5 minutes, page the lead
                """);
        assertThat(r.escalation())
                .extracting(
                        e -> e.severity(),
                        e -> e.steps().stream()
                                .map(s -> s.contact() + " " + s.afterSeconds())
                                .toList())
                .containsExactly(
                        tuple("P1", List.of("Head of operations 1800")),
                        tuple(null, List.of("Coordination null")),
                        tuple(null, List.of("the data team 1200")),
                        tuple(null, List.of("secondary null", "lead 300")));
    }

    @Test
    void onCallIsARoleAndNoRequestToCall() {
        assertThat(read("""
                        # Desk

                        ## Emergency contacts
                        - **On-call engineer**: +31 20 794 0010
                        """).contacts()).extracting(Contact::role).containsExactly("On-call engineer");
    }

    @Test
    void beforeAndAfterAShiftAreItsBeginningAndItsEnd() {
        assertThat(read("""
                        # Desk

                        ## Before your shift

                        - [ ] The tunnel works
                        - [ ] The keys are at hand

                        ## After your shift

                        - [ ] Notes are written
                        - [ ] Tickets have an owner
                        """).checklists())
                .extracting(Checklist::title, Checklist::cadence)
                .containsExactly(tuple("Before your shift", "shift-start"), tuple("After your shift", "shift-end"));
    }

    @Test
    void commentsTypedIntoAnOpenSessionAreNoCommands() {
        List<Step> steps = read("""
                # Desk

                ## Incidents

                ### Records are lost

                **Symptoms:** fewer rows

                **Immediate actions:**

                1. **Assess the damage**:
                   ```bash
                   psql -U desk -d desk

                   -- Count the rows
                   SELECT COUNT(*) FROM visits;
                   ```
                """).playbooks().getFirst().steps();
        assertThat(steps).hasSize(1);
        assertThat(steps.getFirst().commands())
                .extracting(Command::text, Command::inputs)
                .containsExactly(tuple("psql -U desk -d desk", List.of("SELECT COUNT(*) FROM visits;")));
    }

    @Test
    void whatHasALookAndAMendIsAnIncidentWhateverItsTitleSharesWithAPart() {
        Playbook p = read("""
                # Desk

                ## Performance

                ### Slow response times (p95 > 5 s)

                **Investigation steps**:

                ```bash
                deskctl top
                ```

                **Optimization actions**:

                ```bash
                deskctl scale --to 3
                ```
                """).playbooks().getFirst();
        assertThat(p.title()).isEqualTo("Slow response times (p95 > 5 s)");
        assertThat(p.steps()).extracting(Step::phase).containsExactly(Phase.DIAGNOSIS, Phase.MITIGATION);
    }

    @Test
    void aPortAloneIsAskedWhereTheOtherRowsAre() {
        assertThat(read("""
                        # Desk

                        ## Ports

                        | Service | Port | Health check |
                        |---|---|---|
                        | Front | 3000 | `curl http://localhost:3000/api/health` |
                        | Orders | **5001** (entry) | `GET /health` |
                        | Store | 5432 | `pg_isready` |
                        """).services())
                .extracting(Service::name, Service::url)
                .containsExactly(
                        tuple("Front", "localhost:3000"),
                        tuple("Orders", "localhost:5001"),
                        tuple("Store", "localhost:5432"));
    }

    @Test
    void anAlertCalledByItsColourIsNamedByWhatItIsOf() {
        Runbook r = read("""
                # Playbook

                ## 2. Web server — playbook

                ### Yellow alert

                Possible reasons:

                - Latency > 1000 ms
                - Error rate > 2%

                Actions:

                - Look at the line:
                ```text
                ping -c 1 line.invalid
                ```
                - Read the log.

                ### Red alert

                Reasons:

                - Latency > 2000 ms

                Actions:

                - Restart it
                """);
        assertThat(r.playbooks())
                .extracting(Playbook::title, Playbook::severity, Playbook::level)
                .containsExactly(
                        tuple("Web server — Yellow alert", "Yellow", 3), tuple("Web server — Red alert", "Red", 1));
        assertThat(r.playbooks().getFirst().steps())
                .extracting(Step::title, s -> s.commands().size())
                .containsExactly(tuple("Look at the line", 1), tuple("Read the log.", 0));
        assertThat(r.alerts())
                .extracting(
                        AlertRule::condition,
                        AlertRule::level,
                        a -> a.playbook().title())
                .containsExactly(
                        tuple("Latency > 1000 ms", 3, "Web server — Yellow alert"),
                        tuple("Error rate > 2%", 3, "Web server — Yellow alert"),
                        tuple("Latency > 2000 ms", 1, "Web server — Red alert"));
    }

    @Test
    void triggersThatAreNamedLikeRulesAreRules() {
        assertThat(read("""
                        # Desk

                        ## Triggers
                        - **ErrorRateHigh**: share of 5xx > 2% for 5 minutes
                        - **EngagementDrop**: visits fall by > 20%

                        ## Procedure
                        1. Look
                        2. Mend
                        """).alerts())
                .extracting(AlertRule::name, AlertRule::forSeconds)
                .containsExactly(tuple("ErrorRateHigh", 300), tuple("EngagementDrop", null));
    }

    @Test
    void peopleAreNamedWithTheirPostOrByTheirHandle() {
        assertThat(read("""
                        # Desk

                        ## Contacts

                        ### Owners
                        - **Primary**: Inês Lima (platform lead) – pager `core`
                        - **Backup**: Rui Prado (data engineer).

                        ### Team
                        - Lead: @desk-lead
                        - DBA: @dba-team
                        """).contacts())
                .extracting(Contact::role, Contact::name, Contact::channel)
                .containsExactly(
                        tuple("Primary", "Inês Lima", "pager core"),
                        tuple("Backup", "Rui Prado", null),
                        tuple("Lead", null, "@desk-lead"),
                        tuple("DBA", null, "@dba-team"));
    }

    @Test
    void thePhasesOfAnyIncidentAreOnePlaybook() {
        Runbook r = read("""
                # Incidents

                ## Response procedure

                ### 1. Identification

                **Signs**:
                - an alert

                **Immediate actions**:
                1. Read the log

                ### 2. Containment

                1. Take it out of the pool

                ### 3. Diagnosis

                ```bash
                deskctl status
                ```

                ### 4. Resolution

                1. Roll back

                ## Specific procedures

                ### Loss of data

                1. Isolate it
                2. Restore the copy
                """);
        assertThat(r.playbooks()).extracting(Playbook::title).containsExactly("Response procedure", "Loss of data");
        assertThat(r.playbooks().getFirst().steps())
                .extracting(Step::title)
                .containsExactly("Read the log", "Take it out of the pool", "Diagnosis", "Roll back");
    }

    @Test
    void aRunbookThatListsNoServiceHasThoseWhoseHealthItAsks() {
        Runbook r = read("""
                # Agent

                ## Deploy

                ```bash
                # 1. Start
                agentctl up
                # 2. Look
                curl -f http://localhost:8000/health || echo no
                curl -s http://localhost:8000/metrics
                curl https://api.your-domain.com/health
                curl http://cache:6379/health
                ```

                ## Alerts

                | Alert | Condition | Severity |
                |---|---|---|
                | ServiceDown | the service does not answer for 2 min | critical |
                """);
        assertThat(r.services())
                .extracting(Service::name, Service::url)
                .containsExactly(tuple("localhost:8000", "http://localhost:8000/health"));
        assertThat(r.settings().probes()).hasSize(1);
        assertThat(r.alerts().getFirst().service()).isEqualTo("localhost:8000");
    }

    @Test
    void limitsStandBehindTheirNamesWithoutAColon() {
        assertThat(read("""
                        # Agent

                        ## Metrics to monitor

                        1. **Promises**:
                           - Response time < 500ms
                           - Uptime > 99.9%
                           - Throughput as usual

                        2. **Machine**:
                           - CPU < 80%
                           - Backlog > 500
                        """).metrics())
                .extracting(
                        m -> m.name(),
                        m -> m.normal() == null ? null : m.normal().raw(),
                        m -> m.warning() == null ? null : m.warning().raw())
                .containsExactly(
                        tuple("Response time", "< 500ms", null),
                        tuple("Uptime", "> 99.9%", null),
                        tuple("CPU", "< 80%", null),
                        tuple("Backlog", null, "> 500"));
    }

    @Test
    void aScheduleMayStandInALineOfItsOwn() {
        assertThat(read("""
                        # Agent

                        ## Maintenance

                        ### Weekly maintenance

                        **Schedule**: Sundays at 02:00

                        ```bash
                        agentctl clean
                        ```
                        """).maintenance()).extracting(m -> m.when()).containsExactly("Sundays at 02:00");
    }

    @Test
    void theOrderInWhichPeopleAreCalledSaysHowToReachThem() {
        Runbook r = read("""
                # Agent

                ## Emergency contacts

                **Escalation**:
                1. Operator: `+31 20 794 0010`
                2. Administrator: `+31 20 794 0011`
                """);
        assertThat(r.contacts())
                .extracting(Contact::role, Contact::phone)
                .containsExactly(tuple("Operator", "+31 20 794 0010"), tuple("Administrator", "+31 20 794 0011"));
        assertThat(r.escalation().getFirst().steps())
                .extracting(s -> s.contact())
                .containsExactly("Operator", "Administrator");
    }

    @Test
    void whatComesBackEveryDayIsNoIncident() {
        Runbook r = read("""
                # Agent

                ## Security procedures

                ### Daily security checks

                ```bash
                agentctl audit
                ```
                """);
        assertThat(r.playbooks()).isEmpty();
        assertThat(r.maintenance()).extracting(m -> m.cadence()).containsExactly("daily");
    }
}
