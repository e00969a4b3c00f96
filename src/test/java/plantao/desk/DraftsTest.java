package plantao.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import plantao.alert.Health;
import plantao.journal.Detail;
import plantao.journal.Incident;

/// The documents the log writes are those an incident lead wrote by hand for the same day.
class DraftsTest {
    private static final Locale PT = Locale.of("pt", "BR");
    private static final ZoneId SAO_PAULO = ZoneId.of("America/Sao_Paulo");

    private static String golden(String name) throws IOException {
        try (InputStream in = DraftsTest.class.getResourceAsStream("/plantao/export/" + name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void theHandoffIsTheOneWrittenByHand() throws IOException {
        Board board = new OuvifyDay().board();
        assertThat(Drafts.handoff(board, OuvifyDay.SHIFT, PT, SAO_PAULO)).isEqualTo(golden("passagem-ouvify.md"));
    }

    @Test
    void whatHappenedSinceTheBoardsClockMovedIsInTheHandoff() {
        Board board = new OuvifyDay().board();
        Instant last = board.journal().entries().getLast().at();
        assertThat(Drafts.handoff(board.withNow(last.minusMillis(900)), OuvifyDay.SHIFT, PT, SAO_PAULO))
                .isEqualTo(Drafts.handoff(board.withNow(last), OuvifyDay.SHIFT, PT, SAO_PAULO));
    }

    @Test
    void whatIsToBeReadFirstFitsOneScreen() throws IOException {
        String text = Drafts.handoff(new OuvifyDay().board(), OuvifyDay.SHIFT, Locale.ENGLISH, SAO_PAULO);
        String first = text.substring(0, text.indexOf("## Evidence"));
        assertThat(first.lines().count()).isLessThan(40);
        assertThat(first).contains("**Burning:** alert", "**First:**", "**By when:** now; at 13:00 UTC comes");
    }

    @Test
    void thePostmortemIsTheOneWrittenByHandInTheRunbooksTemplate() throws IOException {
        Board board = new OuvifyDay().board();
        assertThat(Drafts.postmortem(board, OuvifyDay.INCIDENT, Locale.ENGLISH, SAO_PAULO))
                .isEqualTo(golden("incidente-ouvify.md"));
    }

    static List<Arguments> days() {
        return List.of(
                Arguments.of("tecnicocursos", Days.videos(), "18:40:00"),
                Arguments.of("engflow", Days.database(), "17:50:00"),
                Arguments.of("sms-gateway", Days.messages(), "10:00:00"),
                Arguments.of("sparkone", Days.release(), "19:50:00"));
    }

    @ParameterizedTest
    @MethodSource("days")
    void theHandoffOfEachSystemIsTheOneWrittenByHand(String system, Day day, String clock) throws IOException {
        String text = Drafts.handoff(day.board(clock), Day.SHIFT, PT, SAO_PAULO);
        assertThat(text).isEqualTo(golden("passagem-" + system + ".md"));
        assertThat(text.substring(0, text.indexOf("## Evidências")).lines().count())
                .isLessThan(40);
    }

    @Test
    void thatNothingBurnsIsNotSaidWithoutWhatIsNotWell() throws IOException {
        Board board = Days.messages().board("10:00:00");
        String name = board.systems().getFirst().services().stream()
                .filter(t -> t.health().state() == Health.State.UP)
                .findFirst()
                .orElseThrow()
                .name();
        Board worse = Days.messages().degraded(List.of(name)).board("10:00:00");
        assertThat(Drafts.handoff(worse, Day.SHIFT, PT, SAO_PAULO))
                .contains("**Nada queima:** 3 serviços no ar, nenhum alerta; com degradação: " + name + ".");
    }

    @Test
    void aNoteStandsAtWhatItIsAboutAndAnAlertThatComesAndGoesIsToldAsThat() {
        Play play = Play.sketch().send(new Event.StartShift("Sketch", "Ana"));
        for (int i = 0; i < 5; i++) {
            for (int bad = 0; bad < 14; bad++) {
                play.after(10).bad("API", "refused");
            }
            play.after(10).good("API").after(10).good("API");
        }
        play.after(10).send(new Event.AddNote("Sketch", "03:01 the deploy began"));
        String text = Drafts.handoff(
                play.board,
                play.board.journal().currentShift("Sketch").orElseThrow().id(),
                Locale.ENGLISH,
                SAO_PAULO);

        assertThat(text).contains("- 03:01: “the deploy began” (").contains(", coming and going, not acknowledged.");
    }

    @Test
    void aPostmortemThatNobodyFinishedIsHandedOverUntilItIs() {
        Play play = Play.sketch().send(new Event.StartShift("Sketch", "Ana"));
        play.after(5).send(new Event.DeclareIncident("Sketch", null, "Orders are lost"));
        UUID incident = play.board.incident().orElseThrow().id();
        play.after(5).send(new Event.ResolveIncident(incident));
        play.after(5).send(new Event.CloseIncident(incident, "# Orders are lost\n\n{fill in: root cause}\n"));
        play.after(5).send(new Event.EndShift("Sketch", "Rui", "handed over"));
        play.after(5).send(new Event.StartShift("Sketch", "Rui"));
        UUID shift = play.board.journal().currentShift("Sketch").orElseThrow().id();

        assertThat(Drafts.handoff(play.board, shift, Locale.ENGLISH, SAO_PAULO))
                .contains("- [ ] Post-mortem of incident 1: 1 field to fill")
                .doesNotContain("· incident 1");
    }

    @Test
    void aDocumentFromPracticeSaysSoBehindItsTitleInItsOwnLanguage() {
        Board real = Days.messages().board("10:00:00");
        Board practice = real.withPractice(PracticeBoard.OFF.withState(PracticeBoard.State.ON));
        assertThat(Drafts.handoff(practice, Day.SHIFT, Locale.ENGLISH, SAO_PAULO))
                .startsWith(
                        "# Handoff: SMS Gateway\n\n> **Practice:** nothing of this happened to the real system.\n\n");
        assertThat(Drafts.postmortem(practice, Day.INCIDENT, Locale.ENGLISH, SAO_PAULO))
                .contains("\n\n> **Treino:** nada disto aconteceu no sistema real.\n\n");
        assertThat(Drafts.handoff(real, Day.SHIFT, Locale.ENGLISH, SAO_PAULO)).doesNotContain("Practice");
        assertThat(Drafts.postmortem(real, Day.INCIDENT, PT, SAO_PAULO)).doesNotContain("Treino");
        Incident incident = real.journal().incident(Day.INCIDENT).orElseThrow();
        assertThat(Drafts.message(practice, incident, null, null, PT).text())
                .startsWith("TREINO: nada disto aconteceu no sistema real.");
        assertThat(Drafts.message(real, incident, null, null, PT).text()).doesNotContain("TREINO");
    }

    @Test
    void whatTheShiftBeforeLeftOpenIsHandedOverAgainAndItsIncidentIsNotToldAsThisShifts() {
        UUID next = new UUID(0, 7);
        Day day = Days.messages();
        Board board = day.at("10:00:00", new Detail.ShiftEnded(Day.SHIFT))
                .at("10:01:00", new Detail.ShiftStarted(next, day.time("17:40:00")))
                .board("10:30:00");
        String text = Drafts.handoff(board, next, PT, SAO_PAULO);
        assertThat(text)
                .contains("- [ ] Playbook “Aplicação Fora do Ar”: parado depois de", "## A seguir, até 2026-11-27 01:")
                .doesNotContain("incidente 1, SEV 1: Aplicação Fora do Ar (");
    }

    @Test
    void aRecordThatIsNotClosedWaitsAndIsSaidFirst() {
        UUID incident = new UUID(0, 8);
        Day day = new Day("sms-gateway", "2026-11-26", "Carla Nunes");
        Board quiet = day.shift("02:00:00", day.time("10:00:00")).board("02:30:00");
        assertThat(Drafts.handoff(quiet, Day.SHIFT, Locale.ENGLISH, SAO_PAULO))
                .contains("**First:** nothing waits.  \n");
        Board board = day.at(
                        "03:00:00",
                        new Detail.IncidentDeclared(
                                incident, 1, "Slow", 2, day.time("02:58:00"), null, null, List.of()))
                .at("03:20:00", new Detail.IncidentResolved(incident))
                .at("03:30:00", new Detail.PostmortemSaved(incident, "# Slow\n\n{preencher: causa}\n"))
                .board("04:00:00");
        assertThat(Drafts.handoff(board, Day.SHIFT, Locale.ENGLISH, SAO_PAULO))
                .contains("**First:** fill in the last field of incident 1’s post-mortem and close it.")
                .doesNotContain("nothing waits");
    }

    @ParameterizedTest
    @MethodSource("days")
    void thePostmortemOfEachSystemIsTheOneWrittenByHand(String system, Day day, String clock) throws IOException {
        assertThat(Drafts.postmortem(day.board(clock), Day.INCIDENT, Locale.ENGLISH, SAO_PAULO))
                .isEqualTo(golden("incidente-" + system + ".md"));
    }
}
