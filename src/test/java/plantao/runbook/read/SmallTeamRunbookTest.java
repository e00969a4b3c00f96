package plantao.runbook.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import plantao.runbook.Phase;
import plantao.runbook.Playbook;
import plantao.runbook.ProbeSpec;
import plantao.runbook.Runbook;
import plantao.runbook.Service;
import plantao.runbook.Step;

/// Runbooks as small teams write them: ports without hosts, health checks as a list of `curl`, troubles as bullets.
class SmallTeamRunbookTest {
    private static Runbook read(String text) {
        return RunbookReader.read("runbook.md", Map.of("runbook.md", text));
    }

    private static List<String> asked(Runbook r) {
        return r.settings().probes().stream()
                .filter(p -> p.of() == ProbeSpec.Subject.SERVICE)
                .map(p -> p.subject() + " " + p.kind() + " "
                        + p.settings().getOrDefault("url", p.settings().get("port")))
                .toList();
    }

    private static List<String> phases(Playbook p) {
        return p.steps().stream().map(s -> s.phase() + " " + s.title()).toList();
    }

    private static final String PORTS = """
            # Granja

            ## Serviços

            | Serviço | Porta | Health Endpoint | Logs |
            |---|---|---|---|
            | `ninho-api` | 3100 | `GET /health`, `GET /ready` | `docker compose logs -f ninho-api` |
            | `chocadeira` | — | N/A (sem HTTP) | `docker compose logs -f chocadeira` |
            | `postgres` | 5432 | N/A | `docker compose logs -f postgres` |

            ## Incidentes

            ### API não responde

            **Diagnóstico:**
            ```bash
            curl %s/health
            ```
            """;

    @Test
    void aPortIsAskedOnTheHostThatTheCommandsName() {
        assertThat(asked(read(PORTS.formatted("http://localhost:3100"))))
                .containsExactly("ninho-api http http://localhost:3100/health", "postgres tcp 5432");
        assertThat(asked(read(PORTS.formatted("http://localhost:9999"))))
                .as("nobody asks these ports")
                .noneMatch(p -> p.startsWith("postgres"));
    }

    @Test
    void endpointsToWatchThatAreHealthEndpoints() {
        Runbook r = read("""
                # Granja

                ## Monitoramento

                | Endpoint | Descrição | Esperado |
                |---|---|---|
                | `GET /health` | Estado | 200 |
                | `GET /admin/rejeitados` | Fila morta | `[]` |
                | `GET /readiness` | Dependências | 200 (db: ok) |
                """);
        assertThat(r.healthEndpoints()).extracting(e -> e.path()).containsExactly("/health", "/readiness");
    }

    @Test
    void healthChecksWithNamesAreServices() {
        Runbook r = read("""
                # Loja

                ## Services

                - **Portal**: http://localhost:3000

                ## Health checks

                ```bash
                curl localhost:8000/health     # gateway
                curl localhost:8001/health     # orders (and what is sent)
                curl localhost:3000/health     # portal
                ```
                """);
        assertThat(r.services()).extracting(Service::name).containsExactly("Portal", "gateway", "orders");
        assertThat(r.services().getLast().responsibility()).isEqualTo("and what is sent");
        assertThat(asked(r)).contains("orders http http://localhost:8001/health");
    }

    @Test
    void troublesAsBullets() {
        Runbook r = read("""
                # Loja

                ## Problemas comuns

                - Porta 8080 ocupada:
                  - `lsof -i :8080`
                  - `kill <PID>`
                - **Fila parada**: reiniciar o worker com `systemctl restart fila`
                - **Login não funciona**
                  - Conferir o serviço de sessão
                  - Reiniciar: `systemctl restart sessoes`
                """);
        assertThat(r.playbooks())
                .extracting(Playbook::title)
                .containsExactly("Porta 8080 ocupada", "Fila parada", "Login não funciona");
        assertThat(phases(r.playbooks().getLast()))
                .containsExactly("DIAGNOSIS Conferir o serviço de sessão", "RESOLUTION Reiniciar");
        assertThat(r.procedures()).isEmpty();
    }

    @Test
    void troublesAsConditions() {
        Runbook r = read("""
                # Loja

                ## Troubleshooting

                If no mail is sent:
                - Check the queue: `systemctl status postfix`.
                - Restart: `systemctl restart postfix`.

                If pages are slow:
                ```bash
                uptime
                ```
                """);
        assertThat(r.playbooks())
                .extracting(Playbook::title)
                .containsExactly("If no mail is sent", "If pages are slow");
        assertThat(phases(r.playbooks().getFirst())).containsExactly("DIAGNOSIS Check the queue", "RESOLUTION Restart");
    }

    @Test
    void bulletsThatAreStepsOfOneTroubleStayTogether() {
        Runbook r = read("""
                # Loja

                ## Troubleshooting

                - Check the queue: `systemctl status postfix`
                - Restart postfix: `systemctl restart postfix`
                """);
        assertThat(r.playbooks()).isEmpty();
        assertThat(r.procedures()).hasSize(1);
    }

    @Test
    void aTroubleBelowTheResponseToIncidents() {
        Runbook r = read("""
                # Loja

                ## 3. Resposta a incidente (P0/P1)

                1. **Detectar** — alerta ou suporte.
                2. **Declarar** — abrir o canal.

                ### 3.1 Vazamento de dados (LGPD)

                - Notificar o DPO **imediatamente**.
                - Em até **72 horas**, comunicar aos titulares.
                """);
        assertThat(r.playbooks()).extracting(Playbook::title).containsExactly("Vazamento de dados (LGPD)");
    }

    @Test
    void whoIsResponsibleHasTheName() {
        var contact = read("""
                # Loja

                ## Contatos e papéis

                | Papel | Responsável | Contato |
                |---|---|---|
                | Dona do produto | Lia Prado | lia@loja.test |
                """).contacts().getFirst();
        assertThat(contact.role()).isEqualTo("Dona do produto");
        assertThat(contact.name()).isEqualTo("Lia Prado");
        assertThat(contact.email()).isEqualTo("lia@loja.test");
    }

    @Test
    void whatStandsBehindTheFirstThingDoneIsNoDiagnosis() {
        Playbook p = read("""
                # Loja

                ## Incidente: API fora do ar

                1. Confirmar o impacto.
                2. Ver os eventos:

                ```bash
                kubectl get events
                ```

                3. Voltar a versão:

                ```bash
                kubectl rollout undo deployment/api
                ```

                4. Após a volta, verificar o painel.
                5. Comunicar os clientes.
                """).playbooks().getFirst();
        assertThat(p.steps())
                .extracting(Step::phase)
                .containsExactly(
                        Phase.DIAGNOSIS, Phase.DIAGNOSIS, Phase.RESOLUTION, Phase.VERIFICATION, Phase.RESOLUTION);
    }

    @Test
    void troublesWithNumbersOverBulletsThatAreNotIndented() {
        Runbook r = read("""
                # Loja

                ## Falhas comuns
                1. `NoSuchTable: pedidos`
                - rodar a migração.

                2. Contas divergentes
                - sincronizar de novo.
                """);
        assertThat(r.playbooks())
                .extracting(Playbook::title)
                .containsExactly("NoSuchTable: pedidos", "Contas divergentes");
        assertThat(r.procedures()).isEmpty();
    }

    @Test
    void arrowsAreReadOnce() {
        Runbook r = read("""
                # Loja

                ## Problemas comuns

                - **Fila parada** → `systemctl restart fila`
                - **Cache frio** → aquecer
                """);
        assertThat(r.playbooks()).extracting(Playbook::title).containsExactly("Fila parada", "Cache frio");
    }

    @Test
    void aHeadingThatCallsItselfAnAlertIsOne() {
        Runbook r = read("""
                # Emergency

                ## 🔴 Alert: HighErrorRate (5xx > 5%)

                **What it means**: one request in twenty fails.

                **Steps**:
                1. **Open the dashboard** → errors
                2. Check the log: `docker compose logs web`
                3. **Common causes**:
                   - **Database gone** → look: `systemctl status postgresql`
                   - **New code** → go back: `docker compose up -d --build`
                4. **If CPU is pegged**: `docker compose restart web`
                """);
        assertThat(r.alerts()).singleElement().satisfies(a -> {
            assertThat(a.name()).isEqualTo("HighErrorRate");
            assertThat(a.value()).isEqualTo(5.0);
            assertThat(a.level()).isEqualTo(1);
            assertThat(a.playbook()).isNotNull();
        });
        List<Step> steps = r.playbooks().getFirst().steps();
        assertThat(steps)
                .extracting(Step::phase)
                .containsExactly(
                        Phase.DIAGNOSIS, Phase.DIAGNOSIS, Phase.RESOLUTION, Phase.RESOLUTION, Phase.RESOLUTION);
        assertThat(steps.get(2).condition()).isEqualTo("Database gone");
    }

    @Test
    void whatASchedulerCallsIsNoHealthEndpoint() {
        Runbook r = read("""
                # Loja

                ## Endpoints

                | Endpoint | Frequência | O que faz |
                |---|---|---|
                | `POST /jobs/fechar` | a cada 1 min | Fecha pedidos |

                ### Healthcheck

                - `GET /api/health` — vivo
                - `GET /api/health/pagamentos` — pronto para cobrar
                """);
        assertThat(r.healthEndpoints())
                .extracting(e -> e.path())
                .containsExactly("/api/health", "/api/health/pagamentos");
    }

    @Test
    void aTableOfServicesMayTellHowMuchEachMattersAndHowItIsAsked() {
        Runbook r = read("""
                # Maré

                ## What runs

                | Component | What it does | How to check | Criticality | Owner |
                |---|---|---|---|---|
                | Ingest | takes observations | http://127.0.0.1:7801/health | critical | platform |
                | Settler | settles them | `redis-cli EXISTS settler:alive` | high | platform |
                | Queue | holds them | `127.0.0.1:7879` | critical | infra |

                ## Restart

                | Component | How to check |
                |---|---|
                | Tool | `tool status` |
                """);

        assertThat(r.services()).extracting(Service::name).containsExactly("Ingest", "Settler", "Queue");
        assertThat(asked(r)).containsExactly("Ingest http http://127.0.0.1:7801/health", "Queue tcp 7879");
        assertThat(read("""
                        # Loja

                        ## Serviços

                        | Serviço | Health check | Criticidade |
                        |---|---|---|
                        | API | `http://127.0.0.1:9101/health` | Crítico |
                        | Correio | heartbeat no Redis | Alto |
                        """).services()).extracting(Service::name).containsExactly("API", "Correio");
    }

    @Test
    void aUnitInAColumnOfItsOwnIsThatOfItsRow() {
        Runbook r = read("""
                # Loja

                ## Métricas

                | Métrica | Normal | Atenção | Crítico | Unidade |
                |---|---|---|---|---|
                | Latência da API | < 300 | 300–1000 | > 1 s | ms |
                | Disco | < 70 | 70–85 | > 85 | % |
                """);

        assertThat(r.metrics())
                .extracting(m -> m.normal().unit() + " " + m.warning().unit() + " "
                        + m.critical().unit())
                .containsExactly("ms ms s", "% % %");
    }
}
