package plantao.runbook.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import plantao.runbook.Bound;
import plantao.runbook.Command;
import plantao.runbook.Playbook;
import plantao.runbook.Runbook;

/// A hospital's integration engine with pictured numbers, a payment platform in two languages with fold-outs,
/// joined columns and definition lists, and a game's backend with a page for each alert.
class NewcomersTest {
    private final Runbook hospital = Texted.resource("hospital.md");
    private final Runbook payments = Texted.resource("pagos.md");
    private final Runbook arena = RunbookReader.read(
            "arena",
            Stream.of("README.md", "match-queue-stuck.md", "gateway-connection-storm.md", "leaderboard-stale.md")
                    .collect(Collectors.toMap(n -> n, n -> Texted.text("arena/" + n))));

    @Test
    void readsServicesWithWhatIsPromisedOfThem() {
        assertThat(hospital.services().getFirst())
                .satisfies(s -> assertThat(joined(s.url(), s.responsibility(), s.sla()))
                        .isEqualTo("https://hl7.hsl.example/api/status|recebe ADT e ORM|99,95%"));
        assertThat(payments.services().stream().map(s -> joined(s.name(), s.provider())))
                .containsExactly("API de cobros|propio", "Conciliador|propio", "Pasarela PIX|Banco Austral");
    }

    @Test
    void readsLimitsThatShareAColumnOrASentence() {
        assertThat(Stream.of(hospital, payments)
                        .flatMap(r -> r.metrics().stream())
                        .map(m -> joined(m.name(), of(m.normal()), of(m.warning()), of(m.critical()))))
                .containsExactly(
                        "Fila de saída|<200.0count|>1000.0count|>5000.0null",
                        "Latência de entrega|<=3.0s|>10.0s|>30.0s",
                        "Mensagens rejeitadas|null|>2.0%|>5.0%",
                        "Idade da mensagem mais antiga|null|>15.0min|>1.0h",
                        "Tasa de rechazo|<3.0%|>5.0%|>12.0%",
                        "Latencia p99 de cobro|<800.0ms|>2.0s|>5.0s",
                        "Pagos sin conciliar|<=0.0null|>50.0null|>500.0null");
    }

    @Test
    void readsAlertsFromTheHeadOfTheirPages() {
        assertThat(arena.alerts().stream()
                        .map(a -> joined(a.name(), a.severity(), a.level(), a.value(), a.forSeconds())))
                .containsExactlyInAnyOrder(
                        "MatchQueueStuck|page|1|90.0|180",
                        "GatewayConnectionStorm|critical|1|20000.0|null",
                        "LeaderboardStale|Warning|3|null|null",
                        "LeaderboardStale|Critical|1|null|null");
        assertThat(arena.alerts()).allSatisfy(a -> assertThat(a.playbook()).isNotNull());
    }

    @Test
    void readsIncidentsWhereverTheyFold() {
        assertThat(Stream.of(hospital, payments)
                        .flatMap(r -> r.playbooks().stream())
                        .map(p -> joined(
                                p.title(),
                                p.severity(),
                                p.respondWithinSeconds(),
                                p.steps().size())))
                .containsExactly(
                        "Barramento parado|SEV1|600|5",
                        "Fila de saída crescendo|SEV2|null|3",
                        "Laudo não chega ao prontuário|null|null|3",
                        "PIX no confirma pagos|P1|null|3",
                        "Conciliación atrasada|P2|null|3");
    }

    @Test
    void knowsWhatProgramsNobodyKnowsMayDo() {
        assertThat(commands(Texted.playbook(hospital, "Fila de saída crescendo")))
                .containsExactly(
                        "mqctl consumidores listar|SAFE",
                        "mqctl canal retomar LAB_OUT|DISRUPTIVE",
                        "mqctl dlq esvaziar LAB_OUT|DESTRUCTIVE");
        assertThat(commands(Texted.playbook(hospital, "Laudo não chega ao prontuário")))
                .containsExactly(
                        "laudoctl buscar --acesso <ACESSO>|SAFE", "laudoctl reenviar --acesso <ACESSO>|MUTATING");
        assertThat(commands(Texted.playbook(arena, "MatchQueueStuck")))
                .contains("arenactl shards add --region <region> --count 2|MUTATING")
                .contains("arenactl tickets requeue --older-than 90s|MUTATING");
        assertThat(hospital.problems()).noneMatch(p -> p.code().equals("destructive-without-warning"));
        assertThat(Texted.playbook(arena, "GatewayConnectionStorm").steps())
                .noneMatch(s -> s.title().startsWith("TODO"));
    }

    @Test
    void readsWhatComesBack() {
        assertThat(Stream.of(hospital, payments)
                        .flatMap(r -> r.maintenance().stream())
                        .map(m -> joined(m.title(), m.cadence(), m.when())))
                .contains(
                        "Rotina|daily|Todo dia às 07h00 (passagem de plantão)",
                        "conferir certificados que vencem em 30 dias|weekly|Toda segunda-feira, 08:00",
                        "janela de manutenção do Oracle|monthly|Primeiro domingo do mês, 02:00–04:00",
                        "revisar rechazos de la semana|weekly|Lunes 09:00",
                        "rotar credenciales del banco|monthly|Dia 1 de cada mes");
    }

    @Test
    void readsWhomToCallAndWhen() {
        assertThat(Stream.of(hospital, payments, arena)
                        .flatMap(r -> r.contacts().stream())
                        .map(c -> joined(c.role(), c.name(), c.email(), c.phone(), c.channel())))
                .containsExactly(
                        "Coordenação|Beatriz Nakamura|null|(11) 3003-4410|null",
                        "DBA Oráculo|plantão|null|+55 11 98888-1200|null",
                        "RadSoft|suporte|suporte@radsoft.example|null|null",
                        "Nivel 1|null|guardia@pagolat.example|null|null",
                        "Nivel 2|Joana Prates|null|+55 21 97777-3131|null",
                        "Nivel 3|Director de Tecnología|null|null|#crisis",
                        "On-call|lead Imani Okafor|imani@arena.example|+1 415 555 0142|#arena-oncall");
        assertThat(Stream.of(hospital, arena)
                        .flatMap(r -> r.escalation().stream())
                        .flatMap(e -> e.steps().stream())
                        .map(s -> s.afterSeconds()))
                .containsExactly(null, 1200, 3600, 900, 1800);
        assertThat(hospital.templates())
                .singleElement()
                .satisfies(t -> assertThat(t.placeholders()).containsExactly("[HORA]", "{setores}", "{minutos}"));
    }

    @Test
    void aScreenToLookAtIsNobodyToCall() {
        Runbook r = Texted.of(
                "# X\n\n## Emergency contacts\n\n- **Database issues**: Acme Dashboard\n- **Paging**: PagerDuty\n");
        assertThat(r.contacts().stream().map(c -> joined(c.role(), c.name(), c.channel())))
                .containsExactly("Paging|null|PagerDuty");
    }

    private static Stream<String> commands(Playbook p) {
        return p.steps().stream().flatMap(s -> s.commands().stream()).map((Command c) -> joined(c.text(), c.risk()));
    }

    private static String of(@Nullable Bound b) {
        return b == null ? "null" : b.op().sign() + b.value() + b.unit();
    }

    private static String joined(@Nullable Object... parts) {
        return Arrays.stream(parts).map(String::valueOf).collect(Collectors.joining("|"));
    }
}
