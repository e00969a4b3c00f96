package plantao.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plantao.runbook.Runbook;
import plantao.runbook.due.Hours;
import plantao.runbook.read.RunbookReader;

class LadderTest {
    private static final ZoneId SAO_PAULO = ZoneId.of("America/Sao_Paulo");
    private static final Runbook RUNBOOK = RunbookReader.read("runbook.md", Map.of("runbook.md", """
                    # Loja: runbook

                    ## 9. Contatos de emergência

                    | Função | Nome | Telefone | Horário |
                    | --- | --- | --- | --- |
                    | SRE Lead | Ana Souza | +55 11 91234-5678 | 8-18h |
                    | CTO | Rui Melo | +55 11 99876-5432 | 24/7 |

                    ### 9.3 Escalação

                    **Severidade 1 (Produção Down):**

                    1. Trabalhar com este runbook nos primeiros 15min
                    2. Se o problema continuar, acionar o SRE Lead
                    3. Se durar > 30min, acionar o CTO

                    **Severidade 2 (Degradação):**

                    1. Se durar > 2h, acionar o CTO
                    """));
    /// 12:00 in São Paulo.
    private static final Instant NOON = Instant.parse("2026-11-23T15:00:00Z");

    private static Told told(Instant declared, int severity) {
        return new Told()
                .at(Duration.between(Told.START, declared))
                .say(new Detail.IncidentDeclared(
                        Told.id(7), 1, "Fora do ar", severity, declared, null, null, List.of("Loja")));
    }

    private static Ladder.@Nullable Call next(Instant declared, int severity, Instant now, Detail... more) {
        Incident incident =
                told(declared, severity).say(more).journal().incidents().getFirst();
        return Ladder.of(RUNBOOK, incident).next(now, SAO_PAULO).orElse(null);
    }

    @Test
    void whoStandsInForTheOneOnCallIsStillToBeCalled() {
        Runbook runbook = RunbookReader.read("runbook.md", Map.of("runbook.md", """
                        # Harbour

                        ## Who to call

                        | When | Who | How |
                        |---|---|---|
                        | at once | On-call engineer | page "first" |
                        | after 10 min | Second on-call | page "second" |
                        | after 30 min | Ilse Kramer | +31 20 794 0010 |
                        """));
        Incident incident = told(NOON, 1).journal().incidents().getFirst();
        Ladder.Call next = Ladder.of(runbook, incident).next(NOON, SAO_PAULO).orElseThrow();
        assertThat(next.who()).isEqualTo("Second on-call");
        assertThat(next.left(NOON)).isEqualTo(Duration.ofMinutes(10));
    }

    @Test
    void anIncidentThatTurnsWorseHasTheWorseOnesLadderFromThenOn() {
        Told told = told(NOON, 2)
                .say(new Detail.Note("still slow"))
                .at(Duration.between(Told.START, NOON.plusSeconds(3600)))
                .say(new Detail.IncidentGraded(Told.id(7), 1, 2));
        Incident incident = told.journal().incidents().getFirst();
        assertThat(incident.severity()).isEqualTo(1);
        assertThat(Ladder.of(RUNBOOK, incident).rungs())
                .extracting(Ladder.Step::due)
                .contains(NOON.plusSeconds(3600 + 30 * 60));

        Incident milder = told.at(Duration.between(Told.START, NOON.plusSeconds(7200)))
                .say(new Detail.IncidentGraded(Told.id(7), 2, 1))
                .journal()
                .incidents()
                .getFirst();
        assertThat(Ladder.of(RUNBOOK, milder).rungs())
                .extracting(Ladder.Step::due)
                .as("it was as bad from the beginning")
                .containsExactly(NOON.plusSeconds(7200));
        assertThat(Told.words(milder.timeline()))
                .containsExactly("IncidentDeclared", "still slow", "IncidentGraded", "IncidentGraded");
    }

    @Test
    void aLevelThatOnlySaysWhatItIsForIsOneRung() {
        Runbook levels = RunbookReader.read("runbook.md", Map.of("runbook.md", """
                        # Loja

                        ## Escalação

                        ### Nível 1 - Suporte

                        - Conectividade
                        - Reiniciar serviços

                        ### Nível 2 - Infraestrutura

                        - Rede fora do ar
                        - Capacidade
                        """));
        Incident incident = told(NOON, 1).journal().incidents().getFirst();
        assertThat(Ladder.of(levels, incident).rungs())
                .extracting(Ladder.Step::text)
                .containsExactly(
                        "Nível 1 · Suporte: Conectividade; Reiniciar serviços",
                        "Nível 2 · Infraestrutura: Rede fora do ar; Capacidade");
    }

    @Test
    void theFirstNobodyHasCalledComesNextWithTheTimeLeft() {
        Ladder.Call call = next(NOON, 1, NOON.plusSeconds(240));
        assertThat(call.who()).isEqualTo("SRE Lead");
        assertThat(call.left(NOON.plusSeconds(240))).isEqualTo(Duration.ofMinutes(11));
        assertThat(Objects.requireNonNull(call.contact()).phone()).isEqualTo("+55 11 91234-5678");
        assertThat(next(NOON, 2, NOON).who()).isEqualTo("CTO");
    }

    @Test
    void itStaysOverdueUntilSomebodyCalls() {
        Instant later = NOON.plusSeconds(1860);
        Ladder.Call late = next(NOON, 1, later);
        assertThat(late.who()).isEqualTo("SRE Lead");
        assertThat(late.left(later)).isEqualTo(Duration.ofMinutes(-16));
        Ladder.Call after =
                next(NOON, 1, later, escalated("SRE Lead", late.step().text()));
        assertThat(after.who()).isEqualTo("CTO");
        assertThat(next(NOON, 1, later, escalated("SRE Lead", late.step().text()), escalated("CTO", "")))
                .as("nobody is left to call")
                .isNull();
    }

    @Test
    void whoIsOutsideTheirHoursIsPassedOver() {
        Instant night = Instant.parse("2026-11-23T06:00:00Z");
        Ladder.Call call = next(night, 1, night);
        assertThat(call.who()).isEqualTo("CTO");
        assertThat(call.away()).isEqualTo("SRE Lead");
        assertThat(call.step().due()).isEqualTo(night.plusSeconds(900));
        Told told = told(night, 1).say(escalated("CTO", call.step().text()));
        Ladder ladder = Ladder.of(RUNBOOK, told.journal().incidents().getFirst());
        assertThat(ladder.next(night, SAO_PAULO))
                .as("who was called in the other's place")
                .isEmpty();
    }

    private static Detail.Escalated escalated(String to, String rung) {
        return new Detail.Escalated(Told.id(7), to, rung);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "24/7                      | 2026-11-22T03:00:00Z | true",
                "8-18h                     | 2026-11-23T12:00:00Z | true",
                "8-18h                     | 2026-11-23T22:00:00Z | false",
                "Mon-Fri 09:00-18:00 UTC   | 2026-11-22T12:00:00Z | false",
                "Seg a Sex, 9h às 18h      | 2026-11-23T12:30:00Z | true",
                "22:00-06:00 UTC           | 2026-11-23T02:00:00Z | true",
                "22:00-06:00 UTC           | 2026-11-23T12:00:00Z | false",
                "horário comercial         | 2026-11-22T15:00:00Z | false",
                "Business hours            | 2026-11-23T15:00:00Z | true",
            })
    void hours(String text, Instant at, boolean open) {
        assertThat(Objects.requireNonNull(Hours.of(text)).open(at, SAO_PAULO)).isEqualTo(open);
    }

    @ParameterizedTest
    @CsvSource({"on request", "''", "TBD"})
    void whatNamesNoHoursSaysNothing(String text) {
        assertThat(Hours.of(text)).isNull();
    }
}
