package plantao.runbook.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.groups.Tuple;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import plantao.runbook.AlertRule;
import plantao.runbook.Bound;
import plantao.runbook.Checklist;
import plantao.runbook.Command;
import plantao.runbook.Contact;
import plantao.runbook.Escalation;
import plantao.runbook.HealthEndpoint;
import plantao.runbook.Maintenance;
import plantao.runbook.Playbook;
import plantao.runbook.Procedure;
import plantao.runbook.Risk;
import plantao.runbook.Runbook;
import plantao.runbook.Service;
import plantao.runbook.Step;

/// Three teams that write alike in nothing: a startup's bullets, a Windows shop's lines, a Spanish data team's
/// prose. What a careful person finds in them was written down before they were read.
class TeamsTest {
    private final Runbook tally = Texted.resource("tally.md");
    private final Runbook payroll = Texted.resource("payroll.md");
    private final Runbook lago = Texted.resource("lago.md");

    @Test
    void tellsServicesInBulletsFromLinks() {
        assertThat(tally.services())
                .extracting(Service::name, Service::url)
                .containsExactly(
                        tuple("prod app", "https://app.tally.so-example.io"),
                        tuple("API", "https://api.tally.so-example.io/up"),
                        tuple("worker", null),
                        tuple("Postgres", "tally-prod.c1.eu-central-1.rds.amazonaws.com"));
        assertThat(tally.environments())
                .singleElement()
                .satisfies(e -> assertThat(e.name()).isEqualTo("Staging"));
        assertThat(lago.services())
                .extracting(Service::name, Service::provider, Service::url)
                .containsExactly(
                        tuple("Airflow", "AWS MWAA", "https://airflow.lago.mercantia.example"),
                        tuple("Kafka", null, "kafka-1.lago.mercantia.example:9092"),
                        tuple("Spark en EMR", null, null),
                        tuple("Redshift", null, "lago-prod.abc123.eu-west-1.redshift.amazonaws.com:5439"),
                        tuple("API de métricas", null, "https://metricas.mercantia.example/salud"),
                        tuple("Metabase", null, "https://bi.mercantia.example"));
        assertThat(payroll.services())
                .extracting(Service::name)
                .containsExactly("PRDWEB01", "PRDWEB02", "PRDSQL01", "PRDSQL02", "PRDJOB01");
    }

    @Test
    void whatSaysTroubleIsAPlaybookAndWhatSaysDeployIsNone() {
        assertThat(tally.playbooks())
                .extracting(Playbook::title)
                .containsExactly(
                        "User can't log in", "Emails are not going out", "Site is down / 502s", "Disk full on box1");
        assertThat(tally.procedures()).extracting(Procedure::title).containsExactly("Getting in", "Deploys");
        assertThat(payroll.playbooks())
                .extracting(Playbook::title)
                .containsExactly(
                        "Website unavailable",
                        "Blocking in SQL Server",
                        "Transaction log full",
                        "Payroll batch did not finish by 06:00");
        assertThat(payroll.procedures())
                .extracting(Procedure::title, Procedure::kind)
                .containsExactly(tuple("Failover of the Availability Group", "recovery"));
        assertThat(lago.playbooks()).extracting(Playbook::severity).containsExactly("SEV2", "SEV2", "SEV1");
    }

    @Test
    void readsScriptsAndStatementsThatSentencesName() {
        assertThat(commands(tally, "User can't log in"))
                .containsExactly(
                        tuple("scripts/check_auth.sh <email>", Risk.SAFE),
                        tuple("scripts/unlock.sh <email>", Risk.DISRUPTIVE));
        assertThat(commands(lago, "…Redshift no responde"))
                .extracting(t -> t.toList().getLast())
                .containsExactly(Risk.SAFE, Risk.SAFE, Risk.DISRUPTIVE, Risk.DISRUPTIVE);
    }

    @Test
    void knowsWhatCmdletsAndUnknownStatementsDo() {
        assertThat(risks(payroll, "Website unavailable"))
                .containsExactly(Risk.SAFE, Risk.DISRUPTIVE, Risk.DISRUPTIVE, Risk.SAFE);
        assertThat(commands(payroll, "Blocking in SQL Server"))
                .last()
                .isEqualTo(tuple("KILL <spid>\nGO", Risk.DISRUPTIVE));
        assertThat(risks(payroll, "Payroll batch did not finish by 06:00"))
                .containsExactly(Risk.SAFE, Risk.SAFE, Risk.DISRUPTIVE);
        assertThat(payroll.procedures().getFirst().steps())
                .extracting(Step::risk)
                .containsExactly(Risk.SAFE, Risk.DISRUPTIVE, Risk.SAFE);
        Step confirm = Texted.playbook(payroll, "Website unavailable").steps().getLast();
        assertThat(confirm.expected()).containsExactly("200");
    }

    @Test
    void lettersCountSteps() {
        assertThat(Texted.playbook(payroll, "Transaction log full").steps())
                .extracting(Step::title, s -> s.commands().size())
                .containsExactly(
                        tuple("Check why the log can't be truncated", 1),
                        tuple("Take a log backup", 1),
                        tuple("Only if the DBA agrees: shrink", 2));
    }

    @Test
    void readsAlertsFromBulletsSentencesAndBlocks() {
        assertThat(alerts(tally))
                .containsExactly(
                        tuple("API /up not 200 for 2 min (UptimeRobot)", null, null, 120, "Site is down / 502s"),
                        tuple("p99 stays above 800 ms for 10 minutes", null, 800.0, 600, null),
                        tuple("mail queue > 1000", null, 1000.0, null, "Emails are not going out"),
                        tuple("RDS free storage below 5 GB", null, 5.0, null, null),
                        tuple("cert expires in less than 14 days", null, 14.0, null, null));
        assertThat(alerts(payroll))
                .containsExactly(
                        tuple("Payroll Portal – website unavailable", "1", null, 120, "Website unavailable"),
                        tuple("Payroll Portal – SQL blocking", "2", 20.0, 300, "Blocking in SQL Server"),
                        tuple("Payroll Portal – log drive space", "3", 10.0, null, "Transaction log full"));
        assertThat(payroll.alerts()).extracting(AlertRule::respondWithinSeconds).containsExactly(900, 1800, 14400);
        assertThat(alerts(lago))
                .containsExactly(
                        tuple(
                                "la latencia p95 de la API de métricas supera los 800 ms durante 10 minutos",
                                null,
                                800.0,
                                600,
                                null),
                        tuple("dag_failed", "warning", null, null, "…un DAG de Airflow falla"),
                        tuple("Lag alto", "crítica", 50_000.0, 900, "…el lag de Kafka crece"),
                        tuple("Frescura gold", "crítica", 6.0, null, "…un DAG de Airflow falla"),
                        tuple("Redshift caído", null, null, null, "…Redshift no responde"));
    }

    @Test
    void readsBoundsThatAreToldInWords() {
        assertThat(bounds(payroll))
                .containsExactly(
                        tuple("CPU on web nodes", "< 70.0 %", "> 80.0 %", "> 95.0 %"),
                        tuple("ASP.NET request queue", "< 50.0", "> 200.0", "> 1000.0"),
                        tuple("AG redo queue", "< 50.0 MB", "-", "> 500.0 MB"));
        assertThat(bounds(lago))
                .containsExactly(
                        tuple("Frescura de las tablas gold", "< 2.0 h", ">= 3.0 h", "> 6.0 h"),
                        tuple("Retraso de consumidores de Kafka (lag)", "< 10000.0 count", "> 50000.0", "> 200000.0"));
        assertThat(payroll.healthEndpoints())
                .extracting(HealthEndpoint::path, HealthEndpoint::intervalSeconds, HealthEndpoint::failures)
                .containsExactly(tuple("https://payroll.northwind-hr.example/health.aspx", 60, 2));
    }

    @Test
    void readsWhomToCallWhen() {
        assertThat(tally.contacts())
                .extracting(Contact::role, Contact::phone, Contact::email)
                .containsExactly(
                        tuple("Priya (backend, first)", "+44 7700 900123", null),
                        tuple("Tom (infra)", "+44 7700 900456", null),
                        tuple("Wes (CEO, only if customers' money is affected)", null, "wes@tally.so-example.io"));
        assertThat(payroll.contacts())
                .extracting(Contact::role, Contact::name)
                .contains(tuple("DBA on call", null), tuple("Duty Manager", "Karen Osei"));
        assertThat(rungs(payroll)).containsExactly(null, 900, 1800, 3600);
        assertThat(rungs(lago)).containsExactly(0, 1800, 3600);
        assertThat(Texted.playbook(tally, "Site is down / 502s").escalation())
                .flatExtracting(Escalation::steps)
                .extracting(Escalation.Rung::contact, Escalation.Rung::afterSeconds)
                .containsExactly(tuple("Tom", 1200));
        assertThat(Stream.of(tally, payroll, lago).map(r -> tuple(r.rtoSeconds(), r.rpoSeconds())))
                .containsExactly(tuple(7200, 86_400), tuple(1800, 300), tuple(14_400, 3600));
    }

    @Test
    void readsWhatComesBack() {
        assertThat(tally.checklists())
                .extracting(Checklist::title, Checklist::cadence)
                .containsExactly(tuple("Every Monday", "weekly"));
        assertThat(payroll.checklists()).extracting(Checklist::cadence).containsExactly("monthly");
        assertThat(lago.maintenance())
                .extracting(Maintenance::cadence)
                .containsExactly("daily", "daily", "weekly", "weekly", "monthly");
    }

    private static List<Tuple> commands(Runbook r, String playbook) {
        return Texted.playbook(r, playbook).steps().stream()
                .flatMap(s -> s.commands().stream())
                .map(c -> tuple(c.text(), c.risk()))
                .toList();
    }

    private static List<Risk> risks(Runbook r, String playbook) {
        return Texted.playbook(r, playbook).steps().stream()
                .flatMap(s -> s.commands().stream())
                .map(Command::risk)
                .toList();
    }

    private static List<Tuple> alerts(Runbook r) {
        return r.alerts().stream()
                .map(a -> tuple(
                        a.name(),
                        a.severity(),
                        a.value(),
                        a.forSeconds(),
                        a.playbook() == null ? null : a.playbook().title()))
                .toList();
    }

    private static List<Tuple> bounds(Runbook r) {
        return r.metrics().stream()
                .filter(m -> m.normal() != null)
                .map(m -> tuple(m.name(), shown(m.normal()), shown(m.warning()), shown(m.critical())))
                .toList();
    }

    private static String shown(@Nullable Bound b) {
        return b == null ? "-" : b.op().sign() + " " + b.value() + (b.unit() == null ? "" : " " + b.unit());
    }

    private static List<@Nullable Integer> rungs(Runbook r) {
        return r.escalation().stream()
                .filter(e ->
                        r.playbooks().stream().noneMatch(p -> p.escalation().contains(e)))
                .flatMap(e -> e.steps().stream())
                .map(Escalation.Rung::afterSeconds)
                .toList();
    }
}
