package plantao.runbook.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import plantao.runbook.Bound;
import plantao.runbook.Checklist;
import plantao.runbook.Command;
import plantao.runbook.Contact;
import plantao.runbook.Dashboard;
import plantao.runbook.Maintenance;
import plantao.runbook.Playbook;
import plantao.runbook.Risk;
import plantao.runbook.Runbook;
import plantao.runbook.Service;
import plantao.runbook.Template;
import plantao.runbook.Vendor;

/// A payment gateway's prose and tables, a hospital's shift manual on paper, a cluster with its alert rules, a
/// charity's website and a network operations centre. What is there was written down before they were read.
class FieldTeamsTest {
    private final Runbook payments = Texted.resource("adquirencia.md");
    private final Runbook ward = Texted.resource("enfermaria.md");
    private final Runbook ledger = Texted.resource("ledger.md");
    private final Runbook shelter = Texted.resource("shelter.md");
    private final Runbook noc = Texted.resource("noc.md");

    @Test
    void readsWhatRunsWhere() {
        assertThat(names(payments)).hasSize(6).contains("carteiro-api", "MySQL 8 (réplica)", "Kafka (3 brokers)");
        assertThat(ward.services())
                .extracting(Service::url)
                .containsExactly(
                        "https://pep.santadulce.example",
                        "https://farmacia.santadulce.example/login",
                        null,
                        "http://hl7.santadulce.example:9081/status",
                        "http://painel.santadulce.example");
        assertThat(names(shelter)).containsExactly("Website", "Admin", "Webcam page");
        assertThat(names(noc))
                .containsExactly("BNG-1", "BNG-2", "SBC-1", "SBC-2", "RAD-VIP", "DNS-VIP", "NMS", "Ticketing");
        assertThat(payments.vendors())
                .extracting(Vendor::name, Vendor::statusPage)
                .containsExactly(
                        tuple("PagSul", "https://status.pagsul.example"),
                        tuple("RedeMar", "https://status.redemar.example"));
        assertThat(Stream.of(payments, ledger).flatMap(r -> r.dashboards().stream()))
                .extracting(Dashboard::name)
                .containsExactly("Visão geral", "Kafka", "MySQL", "API", "Poster", "CRDB");
    }

    @Test
    void readsLimitsOfEveryShape() {
        assertThat(Stream.of(ward, noc)
                        .flatMap(r -> r.metrics().stream())
                        .map(m -> joined(m.name(), of(m.normal()), of(m.warning()), of(m.critical()))))
                .containsExactly(
                        "Fila do integrador|<=50.0count|>=200.0|>=1000.0",
                        "Tempo de abertura do PEP|<=3.0s|>8.0s|>20.0s",
                        "Espaço livre no tablespace PEP_DADOS|>=15.0%|null|<5.0%",
                        "Mensagens rejeitadas por hora|<=10.0|null|>100.0",
                        "Optical Rx power (dBm)|>-18.0|<-20.0|<-26.0",
                        "BNG session count|<28000.0|>30000.0|>32000.0",
                        "RADIUS auth success|>98.0%|<97.0%|<90.0%",
                        "Call setup success (ASR)|>60.0%|<55.0%|<30.0%",
                        "SBC CPU|<50.0%|>65.0%|>90.0%",
                        "DNS latency p95|<20.0ms|>50.0ms|>500.0ms");
        assertThat(shelter.metrics().stream().map(m -> joined(m.name(), of(m.normal()))))
                .containsExactly("Home page|<3.0s");
    }

    @Test
    void alertsFindTheirMetricAndWhatAnswersThem() {
        assertThat(alerts(payments))
                .containsExactly(
                        "api_fora|P1|null|300|null|API fora do ar ou lenta",
                        "lag_captura_alto|P1|600|600|Lag do grupo captura|Lag do Kafka subindo",
                        "aprovacao_baixa|P1|300|300|Taxa de aprovação|Aprovação caiu",
                        "replica_atrasada|P2|300|1800|Atraso da réplica|Réplica atrasada / MySQL sem conexões",
                        "disco_db01|P2|null|3600|Disco em db01|Disco cheio no db01",
                        "cert_borda|P3|null|null|cert_borda|Trocar o certificado da borda");
        assertThat(alerts(ledger))
                .containsExactly(
                        "LedgerApiErrorBudgetBurn|critical|300|null|null|LedgerApiErrorBudgetBurn",
                        "LedgerPostingLag|critical|600|null|Posting lag|LedgerPostingLag",
                        "CockroachUnderReplicated|warning|900|null|null|Under-replicated ranges",
                        "LedgerUnbalanced|critical|0|null|null|The books do not balance",
                        "ArgoAppOutOfSync|info|3600|null|null|null");
        assertThat(ledger.alerts().getFirst().condition())
                .endsWith("/ sum(rate(http_requests_total{job=\"ledger-api\"}[5m])) > 0.02");
        assertThat(alerts(noc))
                .containsExactly(
                        "FP-01 Fibre cut / ring open|SEV 2|null|null|Optical Rx power (dBm)|FP-01 Fibre cut / ring open",
                        "FP-02 BNG session drop|null|300|null|null|FP-02 BNG session drop",
                        "FP-03 RADIUS authentication failure|null|180|null|RADIUS auth success|FP-03 RADIUS authentication failure",
                        "FP-04 Voice: ASR low / no calls|null|300|null|Call setup success (ASR)|FP-04 Voice: ASR low / no calls");
    }

    @Test
    void readsIncidentsUnderTheirTeamsOwnHeadings() {
        assertThat(Stream.of(ward, shelter)
                        .flatMap(r -> r.playbooks().stream())
                        .map(p -> joined(
                                p.title(), p.respondWithinSeconds(), p.steps().size())))
                .containsExactly(
                        "Ocorrência 1 – PEP não abre|300|7",
                        "Ocorrência 2 – Fila HL7 parada|600|5",
                        "Ocorrência 3 – Painel da Emergência congelado|3600|3",
                        "Error establishing a database connection|null|5",
                        "White screen / \"There has been a critical error on this website\"|null|4",
                        "Donations don't go through|null|1",
                        "The site has been hacked (pills, casino links, strange admins)|null|4");
        assertThat(Texted.playbook(payments, "API fora do ar ou lenta").causes())
                .hasSize(3);
        assertThat(Texted.playbook(payments, "Réplica atrasada / MySQL sem conexões")
                        .steps())
                .extracting(s -> s.origin().line())
                .isSorted();
    }

    @Test
    void whatAConsolePrintedIsNoCommand() {
        assertThat(commands(Texted.playbook(payments, "Réplica atrasada / MySQL sem conexões")))
                .containsExactly(
                        "SHOW REPLICA STATUS\\G|SAFE",
                        "SHOW PROCESSLIST;|SAFE",
                        "KILL QUERY <id>;|DISRUPTIVE",
                        "SET GLOBAL max_connections = 800;|DISRUPTIVE");
        assertThat(commands(Texted.playbook(noc, "FP-01 Fibre cut / ring open")))
                .containsExactly("show optics rx-power|SAFE", "show alarms active|SAFE");
        assertThat(Texted.playbook(noc, "FP-01 Fibre cut / ring open")
                        .steps()
                        .getFirst()
                        .expected())
                .containsExactly("Port   Rx(dBm)  State", "1/1    -40.0    LOS", "1/2    -17.2    OK");
    }

    @Test
    void whatIsRunElsewhereIsJudgedAsHere() {
        assertThat(risk(payments, "ssh db02 sudo /opt/backup/restaurar.sh ultimo"))
                .isEqualTo(Risk.DESTRUCTIVE);
        assertThat(risk(payments, "ssh app01 sudo /opt/carteiro/bin/voltar-versao.sh"))
                .isEqualTo(Risk.DISRUPTIVE);
        assertThat(risk(noc, "ssh noc@10.20.0.11 \"request chassis fpc slot <SLOT> restart\""))
                .isEqualTo(Risk.DISRUPTIVE);
        assertThat(risk(noc, "ssh admin@10.20.4.22 \"ha switchover force\"")).isEqualTo(Risk.DISRUPTIVE);
        assertThat(risk(noc, "ssh noc@10.20.0.11 \"show chassis fpc\"")).isEqualTo(Risk.SAFE);
        assertThat(
                        risk(
                                ledger,
                                "kubectl -n ledger-prod exec deploy/ledger-api -- ledgerctl entries park <ENTRY_ID> --reason \"<TICKET>\""))
                .isEqualTo(Risk.MUTATING);
        assertThat(all(payments).filter(c -> c.text().endsWith("mysql"))).noneMatch(c -> c.interactive());
    }

    @Test
    void readsWhomToCallAndWhen() {
        assertThat(Stream.of(ward, noc).flatMap(r -> r.contacts().stream()))
                .extracting(Contact::role, Contact::phone)
                .extracting(t -> joined(t.toArray()))
                .containsExactly(
                        "Supervisão de Enfermagem|ramal 4001",
                        "Redes|(71) 98700-1122",
                        "DBA de sobreaviso|(71) 98700-3344",
                        "LabSoft|0800 700 8080",
                        "Coordenador de TI (Jairo Pinho)|(71) 98700-5566",
                        "Diretoria clínica|ramal 4000",
                        "Shift lead|ext 7001",
                        "Field dispatch|+1 555 0142",
                        "Transmission eng.|+1 555 0177",
                        "Voice eng.|+1 555 0188",
                        "Provisioning|ext 7200",
                        "PSAP|+1 555 0911",
                        "NetCore TAC|+1 800 555 0155",
                        "VoxGate TAC|+1 800 555 0166");
        assertThat(rungs(payments)).containsExactly(0, 900, 1800, 3600);
        assertThat(rungs(ward)).containsExactly(0, 300, 900, 2400);
        assertThat(rungs(ledger)).containsExactly(1800);
        assertThat(rungs(shelter)).containsExactly(1200, 14_400);
        assertThat(rungs(noc)).containsExactly(0, 900, 1800, 3600, 7200);
        assertThat(Texted.playbook(payments, "API fora do ar ou lenta").escalation().stream()
                        .flatMap(e -> e.steps().stream())
                        .map(s -> joined(s.contact(), s.afterSeconds())))
                .containsExactly("líder técnico|900");
    }

    @Test
    void readsBoxesThatWereTyped() {
        assertThat(Stream.of(ward, shelter, noc)
                        .flatMap(r -> r.checklists().stream())
                        .map((Checklist c) ->
                                joined(c.title(), c.cadence(), c.items().size())))
                .containsExactly(
                        "CHECKLIST DE ASSUNÇÃO DO PLANTÃO|shift-start|7",
                        "PASSAGEM DE PLANTÃO|shift-end|4",
                        "Monthly chores|monthly|5",
                        "Taking over (0700 / 1500 / 2300)|shift-start|5",
                        "During the shift|shift|3",
                        "Handing over|shift-end|3");
        assertThat(ward.maintenance())
                .extracting(Maintenance::cadence)
                .contains("daily", "weekly", "monthly", "quarterly");
        assertThat(ward.owner()).isNull();
        assertThat(Stream.of(payments, ledger, noc).flatMap(r -> r.templates().stream()))
                .extracting(Template::placeholders)
                .containsExactly(
                        List.of("[HORA]", "[ADQUIRENTE]", "[MINUTOS]"),
                        List.of("{{start_time}}", "{{next_update}}"),
                        List.of("<TICKET>", "<TIME>", "<AREA>", "<SERVICES>", "<ETR>"));
    }

    private static Stream<String> names(Runbook r) {
        return r.services().stream().map(Service::name);
    }

    private static Stream<String> alerts(Runbook r) {
        return r.alerts().stream()
                .map(a -> joined(
                        a.name(),
                        a.severity(),
                        a.forSeconds(),
                        a.respondWithinSeconds(),
                        a.metric(),
                        a.playbook() == null ? null : a.playbook().title()));
    }

    private static Stream<Command> all(Runbook r) {
        return Stream.concat(
                        r.playbooks().stream().flatMap(p -> p.steps().stream()),
                        r.procedures().stream().flatMap(p -> p.steps().stream()))
                .flatMap(s -> s.commands().stream());
    }

    private static Risk risk(Runbook r, String command) {
        return all(r).filter(c -> c.text().equals(command))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No command " + command))
                .risk();
    }

    private static Stream<String> commands(Playbook p) {
        return p.steps().stream().flatMap(s -> s.commands().stream()).map(c -> joined(c.text(), c.risk()));
    }

    private static List<@Nullable Integer> rungs(Runbook r) {
        return r.escalation().stream()
                .filter(e ->
                        r.playbooks().stream().noneMatch(p -> p.escalation().contains(e)))
                .flatMap(e -> e.steps().stream())
                .map(s -> s.afterSeconds())
                .toList();
    }

    private static String of(@Nullable Bound b) {
        return b == null ? "null" : b.op().sign() + b.value() + (b.unit() == null ? "" : b.unit());
    }

    private static String joined(@Nullable Object... parts) {
        return Arrays.stream(parts).map(String::valueOf).collect(Collectors.joining("|"));
    }
}
