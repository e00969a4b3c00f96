package plantao.ui.papers;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import plantao.desk.Board;
import plantao.desk.Event;
import plantao.desk.EventContext;
import plantao.desk.SystemBoardFactory;
import plantao.desk.Trust;
import plantao.desk.Watch;
import plantao.journal.Detail;
import plantao.journal.Entry;
import plantao.playbook.Outputs;
import plantao.runbook.Phase;
import plantao.runbook.Risk;
import plantao.runbook.Runbook;
import plantao.runbook.read.RunbookReader;
import plantao.ui.fx.Navigation;
import plantao.ui.fx.Screen;
import plantao.ui.fx.UiContext;
import plantao.values.Place;
import plantao.values.Target;

/// A desk for the tests of the written screens: a bakery's ordering system, events applied by the real desk.
public final class Papers {
    public static final UUID INCIDENT = new UUID(0, 7);
    private static final String RUNBOOK = """
            # Padaria Central: runbook de plantão

            ## 6. Manutenção

            ### 6.1 Manutenção semanal (segunda, 10:00)

            1. Rodar `vacuum analyze`

            ### 6.2 Manutenção mensal (primeira segunda-feira)

            1. Rever os índices

            ## 8. Rotinas

            ### 8.1 Início de Plantão

            - [ ] Verificar status de todos os serviços
            - [ ] Ler últimas 50 linhas de logs: `journalctl -u forno -n 50`
            - [ ] Verificar métricas (latência, taxa de erro) e comparar com a semana anterior, anotando qualquer desvio maior que 20 %
            - [ ] Confirmar backup do dia anterior existe
              - o arquivo tem mais de 500 MB
            - [ ] Ler a passagem do plantão anterior (se houver)

            ### 8.2 Durante o Plantão

            - [ ] Monitorar alertas
            - [ ] Responder tickets críticos (SLA: 2h)

            ### 8.3 Fim de Plantão

            - [ ] Documentar incidentes do turno
            - [ ] Passar o plantão para o próximo

            ### 8.4 Checklist de deploy

            - [ ] Avisar a loja
            - [ ] Rodar migrações: `bin/migrate --check`

            ### 8.5 Revisão mensal de acessos

            - [ ] Rever quem tem acesso
            """;

    private final ObjectProperty<Board> board;
    private final List<Event> sent = new ArrayList<>();
    private final Navigation navigation = new Navigation(Screen.BOARD);
    private Instant now = Instant.parse("2026-11-22T06:52:10Z");
    private long ids = 100;

    private Papers(Runbook runbook, List<Entry> entries) {
        Target target = new Target(
                "production",
                "Production",
                Target.Kind.PRODUCTION,
                Map.of(),
                Map.of(),
                new Place("shell", Path.of("."), true, Map.of(), null));
        Board empty = Board.empty(now, "Marina Costa")
                .withSystems(List.of(SystemBoardFactory.open(runbook, List.of(target), 1, Trust.FULL, now)))
                .withSelected(runbook.system());
        board = new SimpleObjectProperty<>(empty);
        send(new Event.LogOpened(entries));
        sent.clear();
    }

    /// With the bakery's checklists.
    public static Papers with(Detail... details) {
        return of(RUNBOOK, details);
    }

    /// A runbook in which nothing is to be ticked.
    public static Papers plain() {
        return of("# Loja\n\nNada aqui.\n");
    }

    /// With a runbook of the test's own, and nothing in the log.
    public static Papers showing(Runbook runbook) {
        return new Papers(runbook, List.of());
    }

    /// The runbook was read anew.
    public void read(Runbook runbook) {
        send(new Event.Opened(
                SystemBoardFactory.open(runbook, board().current().orElseThrow().targets(), 1, Trust.FULL, now)));
    }

    private static Papers of(String text, Detail... details) {
        Runbook runbook = RunbookReader.read("runbook.md", Map.of("runbook.md", text));
        List<Entry> entries = new ArrayList<>();
        Instant at = Instant.parse("2026-11-22T06:06:12Z");
        for (int i = 0; i < details.length; i++) {
            String subject = details[i] instanceof Detail.AlertFired f ? f.alert() : details[i].kind();
            entries.add(new Entry(
                    new UUID(1, i),
                    at.plusSeconds(95L * i),
                    "Marina Costa",
                    "mesa",
                    runbook.system(),
                    subject,
                    details[i]));
        }
        return new Papers(runbook, entries);
    }

    /// What happens in an incident from its first bad reading to its end.
    public static Detail[] outage() {
        Instant since = Instant.parse("2026-11-22T06:06:12Z");
        UUID run = new UUID(0, 8);
        return new Detail[] {
            new Detail.ServiceDown("Forno API", "GET /saude → 502", since),
            new Detail.AlertFired("api-down", "API fora do ar", 1, "sem resposta por 2 min", "0", since, 210),
            new Detail.IncidentDeclared(
                    INCIDENT,
                    7,
                    "API não responde (502/503/504)",
                    1,
                    since,
                    "api-down",
                    "4.1 API não responde",
                    List.of("Forno API", "Loja")),
            new Detail.AlertAcknowledged("api-down", "API fora do ar", 61_000),
            new Detail.RunStarted(run, "4.1 API não responde", 300, "abc", "Production"),
            new Detail.SymptomMarked(run, "Erros 502 no balanceador", true),
            new Detail.StepRan(
                    run,
                    3,
                    "Listar entregas",
                    Phase.DIAGNOSIS,
                    "systemctl list-units 'forno-*' --all --no-pager",
                    Risk.SAFE,
                    "exited",
                    0,
                    null,
                    1800,
                    "ok",
                    false),
            new Detail.Note(
                    "A entrega 41a9c2e das 05:58 abre uma conexão por requisição. O pool está cheio, 98 de 100."),
            new Detail.CauseMarked(run, "Pool de conexões esgotado", "confirmed"),
            new Detail.StepRan(
                    run,
                    5,
                    "Voltar a versão",
                    Phase.MITIGATION,
                    "forno deploy rollback --to b07de51 --wait",
                    Risk.DISRUPTIVE,
                    "exited",
                    1,
                    null,
                    41_600,
                    "2 connections refused",
                    false),
            new Detail.StepDone(run, 6, "Avisar a loja", Phase.MITIGATION),
            new Detail.StepSkipped(run, 7, "Limpar o cache", Phase.RESOLUTION, "o cache já expirou"),
            new Detail.Foreign("PagerRang", "{\"who\":\"SRE\"}"),
            new Detail.ServiceUp("Forno API", "200", 1_500_000),
            new Detail.AlertCleared("api-down", "API fora do ar", 1_510_000),
        };
    }

    /// Does it as the real desk would.
    public void send(Event event) {
        sent.add(event);
        now = now.plusSeconds(1);
        board.set(Watch.next(board.get(), event, new EventContext(now, "mesa", () -> new UUID(2, ids++), t -> t))
                .board());
    }

    public List<Event> sent() {
        return sent;
    }

    public Board board() {
        return board.get();
    }

    public String system() {
        return board.get().selected();
    }

    public Navigation navigation() {
        return navigation;
    }

    public UiContext desktop(Locale locale) {
        UiContext.Preview preview = (_, _) -> {
            throw new AssertionError("no command is shown on these screens");
        };
        return new UiContext(
                board,
                this::send,
                new Outputs(),
                new Drafted(),
                preview,
                navigation,
                locale,
                ZoneId.of("America/Sao_Paulo"));
    }

    /// Documents that say what they are of.
    private static final class Drafted implements UiContext.Drafts {
        @Override
        public String handoff(Board board, UUID shift, Locale locale, ZoneId zone) {
            return """
                    # Passagem de plantão

                    ## Em uma frase
                    Um SEV 1 de 25 min (**Forno API**), resolvido pela volta à versão `b07de51`; a entrega defeituosa não pode subir de novo.

                    ## O que aconteceu
                    - **06:06–06:31** Forno API fora do ar, Loja degradada por causa dela
                    - **3 alertas**, todos reconhecidos

                    ## Em aberto
                    - [ ] Bloquear 41a9c2e até o time responder
                    - [x] Post-mortem escrito

                    | Serviço | Estado |
                    |---|---|
                    | Forno API | no ar |
                    | Loja | no ar |
                    """;
        }

        @Override
        public String postmortem(Board board, UUID incident, Locale locale, ZoneId zone) {
            return """
                    # Incidente: API não responde (502)

                    **Data:** 2026-11-22
                    **Severidade:** S1

                    ## 1. Resumo
                    {preencher: o que aconteceu, em duas frases}

                    ## 2. Impacto
                    - **Duração:** 25 min
                    - **Usuários afetados:** {preencher: …}

                    ## 3. Linha do tempo
                    - 06:06: Forno API fora do ar
                    - 06:31: Serviço no ar

                    > Sem culpados.

                    ```
                    forno deploy rollback --to b07de51
                    ```
                    """;
        }

        @Override
        public String fileName(Board board, String what, UUID subject) {
            return what + "-" + subject + ".md";
        }
    }
}
