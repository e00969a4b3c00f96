package plantao.runbook.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.assertj.core.groups.Tuple;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import plantao.runbook.AlertRule;
import plantao.runbook.Bound;
import plantao.runbook.Command;
import plantao.runbook.Contact;
import plantao.runbook.Dashboard;
import plantao.runbook.Escalation;
import plantao.runbook.HealthEndpoint;
import plantao.runbook.NotedLine;
import plantao.runbook.Phase;
import plantao.runbook.Playbook;
import plantao.runbook.Risk;
import plantao.runbook.Runbook;
import plantao.runbook.Service;
import plantao.runbook.Step;
import plantao.runbook.Template;

/// Two runbooks of domains and habits that no other has: columns in another order, words of their own, underlined
/// numbered headings.
class InventedRunbooksTest {
    private final Runbook imaging = Texted.resource("imaging.md");
    private final Runbook terminals = Texted.resource("terminals.md");

    @Test
    void findsServicesInTheSecondColumn() {
        assertThat(imaging.services())
                .extracting(Service::name, Service::provider)
                .containsExactly(
                        tuple("Router", "vm-img-01"),
                        tuple("Archive Store", "vm-img-02"),
                        tuple("Index Database", "managed"));
    }

    @Test
    void readsLimitsFromTheWorstToTheBest() {
        assertThat(limits(imaging))
                .containsExactly(
                        tuple("Archive disk use", null, "< 80.0 %", ">= 80.0 %", "> 92.0 %"),
                        tuple("Studies waiting in the router", null, "< 600.0", ">= 600.0", ">= 1500.0"),
                        tuple("Router memory", null, "<= 1.0 GB", "> 1.0 GB", "> 2.0 GB"),
                        tuple("Picture opening time", 95, "< 3.0 s", "> 3.0 s", "> 8.0 s"));
    }

    private static List<Tuple> limits(Runbook r) {
        return r.metrics().stream()
                .map(m -> tuple(m.name(), m.percentile(), shown(m.normal()), shown(m.warning()), shown(m.critical())))
                .toList();
    }

    private static String shown(@Nullable Bound b) {
        return b == null ? "-" : b.op().sign() + " " + b.value() + (b.unit() == null ? "" : " " + b.unit());
    }

    @Test
    void leadsEveryAlertToItsPlaybook() {
        assertThat(imaging.alerts())
                .extracting(
                        AlertRule::name,
                        AlertRule::value,
                        AlertRule::forSeconds,
                        a -> a.playbook() == null ? null : a.playbook().title())
                .containsExactlyInAnyOrder(
                        tuple("RouterBacklog", 1500.0, 900, "Router does not accept studies"),
                        tuple("PicturesOpenSlowly", 8.0, 300, "Pictures open slowly"),
                        tuple("Archive disk nearly full", 92.0, 1800, "Archive disk nearly full"),
                        tuple("Scanner cannot send", 3.0, null, "Router does not accept studies"));
    }

    @Test
    void tellsCausesStepsAndChecksApartWhateverTheyAreCalled() {
        Playbook p = Texted.playbook(imaging, "Router does not accept studies");
        assertThat(p.severity()).isEqualTo("P1");
        assertThat(p.causes())
                .extracting(NotedLine::text)
                .containsExactly("The spool disk is full", "The certificate of the DICOM port ran out");
        assertThat(p.steps())
                .extracting(Step::phase, Step::title, Step::condition, Step::risk)
                .containsExactly(
                        tuple(Phase.DIAGNOSIS, "Look", null, Risk.SAFE),
                        tuple(
                                Phase.RESOLUTION,
                                "Free the spool. Only files older than two days, they are in the archive already",
                                null,
                                Risk.DESTRUCTIVE),
                        tuple(Phase.RESOLUTION, "Start it again", null, Risk.DISRUPTIVE),
                        tuple(
                                Phase.RESOLUTION,
                                "If it still fails, switch the scanners to the second router",
                                "If it still fails",
                                Risk.SAFE),
                        tuple(Phase.RESOLUTION, "Tell the wards by phone.", null, Risk.SAFE),
                        tuple(Phase.VERIFICATION, "Check that it worked", null, Risk.SAFE));
        assertThat(p.steps().getFirst().commands())
                .extracting(Command::text)
                .containsExactly("ssh ops@vm-img-01", "systemctl status dicom-router", "df -h /spool");
        assertThat(p.escalation().getFirst().steps().getFirst().afterSeconds()).isEqualTo(1800);
    }

    @Test
    void knowsHowToReachEverybodyAndWhatWasPromised() {
        assertThat(imaging.contacts())
                .extracting(Contact::role, Contact::email, Contact::phone, Contact::channel)
                .containsExactly(
                        tuple("Dr. Ana Prado", null, "+55 11 4002-8922", null),
                        tuple("Imaging vendor", "support@pacsvendor.example", null, null),
                        tuple("Storage team", null, null, "#storage-oncall"));
        assertThat(imaging.rtoSeconds()).isEqualTo(14400);
        assertThat(imaging.rpoSeconds()).isEqualTo(900);
        assertThat(imaging.checklists()).extracting(c -> c.cadence()).containsExactly("shift-end");
    }

    @Test
    void takesUnderlinedNumbersForHeadings() {
        assertThat(terminals.version()).isEqualTo("3.2");
        assertThat(terminals.services())
                .extracting(Service::name)
                .containsExactly("Gateway", "Key Server", "Update Server");
        Playbook p = Texted.playbook(terminals, "Mass decline");
        assertThat(p.respondWithinSeconds()).isEqualTo(600);
        assertThat(p.steps())
                .extracting(Step::phase, Step::risk)
                .containsExactly(
                        tuple(Phase.DIAGNOSIS, Risk.SAFE),
                        tuple(Phase.DIAGNOSIS, Risk.SAFE),
                        tuple(Phase.RESOLUTION, Risk.DISRUPTIVE),
                        tuple(Phase.RESOLUTION, Risk.DISRUPTIVE),
                        tuple(Phase.RESOLUTION, Risk.DISRUPTIVE));
    }

    @Test
    void findsWhatStandsInNoSectionOfItsOwn() {
        assertThat(terminals.dashboards())
                .extracting(Dashboard::name, Dashboard::url)
                .containsExactly(tuple("Dashboard", "https://grafana.pay.example/d/fleet"));
        assertThat(terminals.healthEndpoints())
                .extracting(
                        HealthEndpoint::path,
                        HealthEndpoint::intervalSeconds,
                        HealthEndpoint::timeoutSeconds,
                        HealthEndpoint::failures)
                .containsExactly(tuple("/health", 20, 3, 3));
        assertThat(terminals.contacts())
                .extracting(Contact::role, Contact::name, Contact::email, Contact::phone, Contact::hours)
                .containsExactly(
                        tuple("First line", "Payments duty desk", null, "+49 69 5550 100", "24/7"),
                        tuple("Second line", "Lena Hoffmann", "lena.hoffmann@pay.example", null, "Mo-Fr 8-18h"),
                        tuple("Acquirer hotline", null, null, "+44 20 7946 0123", null));
        assertThat(terminals.decisions()).isEmpty();
        assertThat(terminals.escalation())
                .extracting(
                        Escalation::severity,
                        e -> e.steps().getFirst().contact(),
                        e -> e.steps().getFirst().afterSeconds())
                .containsExactly(tuple("SEV1", "Lena Hoffmann", 1200), tuple("SEV2", "Duty desk lead", 7200));
        assertThat(terminals.templates())
                .extracting(Template::title, Template::kind, Template::placeholders)
                .containsExactly(tuple("Message to shops", "message", List.of("{time}", "{next_update}")));
    }

    @Test
    void readsLimitsListedBelowTheirMetric() {
        assertThat(limits(terminals))
                .containsExactly(
                        tuple("Declined transactions", null, "< 2.0 %", "> 2.0 %", "> 5.0 %"),
                        tuple("Terminals offline", null, "< 40.0", ">= 40.0", ">= 200.0"),
                        tuple("Transaction time", 99, "<= 900.0 ms", "> 900.0 ms", "> 2.5 s"));
    }

    @Test
    void answersByRowsOfATable() {
        assertThat(Texted.playbook(terminals, "Mass decline").severity()).isEqualTo("SEV1");
        Playbook clock = Texted.playbook(terminals, "E91 on one terminal");
        assertThat(clock.causes()).extracting(NotedLine::text).containsExactly("Wrong clock");
        assertThat(clock.steps().getLast().commands())
                .extracting(Command::text)
                .containsExactly("payctl time sync <serial>");
        assertThat(Texted.playbook(terminals, "Receipt printer silent").steps())
                .extracting(Step::title)
                .containsExactly("Ask the shop to open and close the door");
    }

    @Test
    void judgesARehearsalByWhatItIsPipedInto() {
        Runbook r = Texted.of("# A\n\n## Deploy\n\n```bash\n"
                + "kubectl create secret generic s --dry-run=client -o yaml | kubectl apply -f -\n```\n");
        assertThat(r.procedures().getFirst().steps().getFirst().risk()).isEqualTo(Risk.DISRUPTIVE);
    }

    @Test
    void keepsQueriesAmongShellCommandsWhole() {
        Runbook r = Texted.of("# A\n\n## Deploy\n\n```bash\nsystemctl stop app\n\n# Skip what is open\n"
                + "UPDATE events\nSET done = true\nWHERE done = false;\n```\n");
        Step second = r.procedures().getFirst().steps().get(1);
        assertThat(second.title()).isEqualTo("Skip what is open");
        assertThat(second.commands())
                .extracting(Command::text, Command::language)
                .containsExactly(tuple("UPDATE events\nSET done = true\nWHERE done = false;", "sql"));
    }

    @Test
    void takesEachMetricQueryForItself() {
        Runbook r = Texted.of("# A\n\n## Deploy\n\n```promql\n# Failures\nrate(failures_total[5m])\n\n# Share\n"
                + "sum(rate(failures_total[5m]))\n  / sum(rate(all_total[5m]))\n```\n");
        assertThat(r.procedures().getFirst().steps())
                .extracting(Step::title, s -> s.commands().getFirst().text())
                .containsExactly(
                        tuple("Failures", "rate(failures_total[5m])"),
                        tuple("Share", "sum(rate(failures_total[5m]))\n  / sum(rate(all_total[5m]))"));
    }
}
