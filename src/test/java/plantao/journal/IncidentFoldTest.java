package plantao.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import plantao.runbook.Checklist;
import plantao.runbook.Phase;
import plantao.runbook.Runbook;
import plantao.runbook.read.RunbookReader;

class IncidentFoldTest {
    private static final Instant BEGAN = Told.START.plusSeconds(60);

    private static Told declared() {
        return new Told()
                .note("long before")
                .at(Duration.ofSeconds(60))
                .note("first sign")
                .on("bank")
                .note("elsewhere")
                .on("shop")
                .at(Duration.ofSeconds(90))
                .say(Told.declared(1, BEGAN));
    }

    @Test
    void theTimelineBeginsWithTheTroubleAndNotWithTheDeclaration() {
        Incident incident = declared().note("looking").journal().incidents().getFirst();

        assertThat(Told.words(incident.timeline())).containsExactly("first sign", "IncidentDeclared", "looking");
        assertThat(incident.commander()).isEqualTo("Ana");
        assertThat(incident.declared()).isEqualTo(Told.START.plusSeconds(90));
    }

    @Test
    void theAlertThatFiredTheMomentTheTroubleBeganIsPartOfTheTimeline() {
        Incident incident = new Told()
                .at(Duration.ofSeconds(60).plusNanos(1_000))
                .say(new Detail.AlertFired("down", "Down", 1, "", null, BEGAN, 1))
                .say(Told.declared(1, BEGAN.plusNanos(1_987)))
                .journal()
                .incidents()
                .getFirst();

        assertThat(Told.words(incident.timeline())).containsExactly("AlertFired", "IncidentDeclared");
    }

    @Test
    void whatFallsWhileItLastsIsAffectedToo() {
        Incident incident = declared()
                .say(
                        new Detail.ServiceDown("db", "refused", BEGAN),
                        new Detail.ServiceDown("web", "503", BEGAN),
                        new Detail.IncidentResolved(Told.id(1)),
                        new Detail.ServiceDown("mail", "refused", BEGAN))
                .journal()
                .incidents()
                .getFirst();

        assertThat(incident.services()).containsExactly("web");
        assertThat(incident.affected()).containsExactly("web", "db");
    }

    @Test
    void anEntryThatCameLateIsStillPartOfTheTimeline() {
        Incident incident = new Told()
                .at(Duration.ofSeconds(200))
                .note("by a clock that runs ahead")
                .at(Duration.ofSeconds(10))
                .note("too early")
                .at(Duration.ofSeconds(70))
                .note("in time")
                .say(Told.declared(1, BEGAN))
                .journal()
                .incidents()
                .getFirst();

        assertThat(Told.words(incident.timeline()))
                .containsExactly("by a clock that runs ahead", "in time", "IncidentDeclared");
    }

    @Test
    void documentsAboutAnIncidentAreNotPartOfItsTimeline() {
        Incident incident = declared()
                .say(
                        new Detail.PostmortemSaved(Told.id(1), "# draft"),
                        new Detail.Exported("postmortem", "a.md"),
                        new Detail.HandoffWritten(Told.id(8), Told.id(9), null, "# handoff"))
                .journal()
                .incidents()
                .getFirst();

        assertThat(Told.words(incident.timeline())).containsExactly("first sign", "IncidentDeclared");
        assertThat(incident.postmortem()).isEqualTo("# draft");
    }

    @Test
    void itIsOpenUntilItIsClosed() {
        Told told = declared();
        assertThat(told.journal().openIncident("shop")).isPresent();
        assertThat(told.journal().openIncident("bank")).isEmpty();

        told.at(Duration.ofSeconds(420)).say(new Detail.IncidentResolved(Told.id(1)));
        Incident resolved = told.journal().openIncident("shop").orElseThrow();
        assertThat(resolved.lasted(Told.START.plusSeconds(9000))).isEqualTo(Duration.ofMinutes(6));

        told.at(Duration.ofSeconds(900))
                .say(new Detail.IncidentClosed(Told.id(1), "# final"))
                .note("after");
        Incident closed = told.journal().incident(Told.id(1)).orElseThrow();
        assertThat(told.journal().openIncident("shop")).isEmpty();
        assertThat(closed.resolved()).isEqualTo(Told.START.plusSeconds(420));
        assertThat(closed.closed()).isEqualTo(Told.START.plusSeconds(900));
        assertThat(closed.postmortem()).isEqualTo("# final");
        assertThat(Told.words(closed.timeline()))
                .containsExactly("first sign", "IncidentDeclared", "IncidentResolved", "IncidentClosed");
    }

    @Test
    void theFirstResolutionAndTheFirstClosingCount() {
        Incident incident = declared()
                .at(Duration.ofSeconds(100))
                .say(new Detail.IncidentResolved(Told.id(1)), new Detail.IncidentResolved(Told.id(1)))
                .say(new Detail.IncidentClosed(Told.id(1), "# one"), new Detail.IncidentClosed(Told.id(1), "# two"))
                .journal()
                .incidents()
                .getFirst();

        assertThat(incident.resolved()).isEqualTo(Told.START.plusSeconds(100));
        assertThat(incident.closed()).isEqualTo(Told.START.plusSeconds(102));
        assertThat(incident.postmortem()).isEqualTo("# two");
    }

    @Test
    void closingAnUnresolvedIncidentResolvesIt() {
        Incident incident = declared()
                .at(Duration.ofSeconds(120))
                .say(new Detail.IncidentClosed(Told.id(1), "# final"))
                .journal()
                .incidents()
                .getFirst();

        assertThat(incident.resolved()).isEqualTo(incident.closed()).isEqualTo(Told.START.plusSeconds(120));
    }

    @Test
    void twoOpenIncidentsOfASystemBothRecordAndTheLaterOneIsShown() {
        Journal journal = declared()
                .say(Told.declared(2, Told.START.plusSeconds(89)))
                .note("both")
                .say(new Detail.IncidentClosed(Told.id(2), "# two"))
                .note("the first only")
                .journal();

        assertThat(journal.openIncident("shop")).map(Incident::number).contains(1);
        assertThat(Told.words(journal.incident(Told.id(1)).orElseThrow().timeline()))
                .containsExactly("first sign", "IncidentDeclared", "both", "the first only");
        assertThat(Told.words(journal.incident(Told.id(2)).orElseThrow().timeline()))
                .containsExactly("IncidentDeclared", "both", "IncidentClosed");
    }

    @Test
    void whatIsDoneOnceItIsOverIsNotDoneAboutIt() {
        Incident incident = declared()
                .say(new Detail.RunStarted(Told.id(20), "4.1 Down", 1, "", "production"))
                .say(new Detail.IncidentResolved(Told.id(1)))
                .say(new Detail.RunStarted(Told.id(21), "Deploy", 9, "", "production", "deploy"))
                .say(new Detail.StepDone(Told.id(21), 0, "Publish", Phase.OTHER))
                .say(new Detail.StepDone(Told.id(20), 3, "Look once more", Phase.OTHER))
                .say(new Detail.AlertFired("other", "Other", 3, "", null, Told.START, 1))
                .say(new Detail.AlertFired("down", "Down", 1, "", null, Told.START, 1))
                .note("customers say it works")
                .journal()
                .incident(Told.id(1))
                .orElseThrow();

        assertThat(Told.words(incident.timeline()))
                .containsExactly(
                        "first sign",
                        "IncidentDeclared",
                        "RunStarted",
                        "IncidentResolved",
                        "StepDone",
                        "AlertFired",
                        "customers say it works");
    }

    @Test
    void whatIsSaidOfOneIncidentIsNotOnTheTimelineOfAnother() {
        Journal journal = declared()
                .say(new Detail.IncidentDeclared(
                        Told.id(2), 2, "Slow", 3, Told.START.plusSeconds(90), null, "4.2 Slow", List.of()))
                .say(new Detail.Escalated(Told.id(2), "Lead", ""))
                .say(new Detail.RunStarted(Told.id(20), "4.2 Slow", 1, "", "production"))
                .say(new Detail.CauseMarked(Told.id(20), "A report", "confirmed"))
                .say(new Detail.IncidentGraded(Told.id(1), 2, 1))
                .journal();

        assertThat(Told.words(journal.incident(Told.id(1)).orElseThrow().timeline()))
                .containsExactly("first sign", "IncidentDeclared", "IncidentGraded");
        assertThat(Told.words(journal.incident(Told.id(2)).orElseThrow().timeline()))
                .containsExactly("IncidentDeclared", "Escalated", "RunStarted", "CauseMarked");
    }

    @Test
    void whatIsSaidOfAnUnknownIncidentChangesNone() {
        Journal journal = declared()
                .say(
                        new Detail.PostmortemSaved(Told.id(7), "# x"),
                        new Detail.IncidentResolved(Told.id(7)),
                        new Detail.IncidentClosed(Told.id(7), "# x"))
                .journal();

        Incident incident = journal.openIncident("shop").orElseThrow();
        assertThat(incident.resolved()).isNull();
        assertThat(incident.postmortem()).isNull();
        assertThat(journal.incidents()).hasSize(1);
    }

    @Test
    void aNoteAboutSomethingEarlierStandsWhereItHappened() {
        Incident incident = declared()
                .at(Duration.ofSeconds(300))
                .note("now")
                .say(new Detail.Note("the deploy began", Told.START.plusSeconds(70)))
                .note("after")
                .journal()
                .incidents()
                .getFirst();

        assertThat(Told.words(incident.timeline()))
                .containsExactly("first sign", "the deploy began", "IncidentDeclared", "now", "after");
        assertThat(incident.timeline().get(1).at()).isEqualTo(Told.START.plusSeconds(70));
    }

    @Test
    void twoRulesForTheSameServiceOnTwoConsolesAreOneEpisode() {
        Told told = declared();
        Entry other = new Entry(
                new UUID(0x7100, 1),
                Told.START.plusSeconds(95),
                "Rui",
                "desk-2",
                "shop",
                "subject",
                new Detail.IncidentDeclared(
                        Told.id(2), 1, "Errors", 2, BEGAN.plusSeconds(5), "errors", null, List.of("db", "web")));
        Entry another = new Entry(
                new UUID(0x7100, 2),
                Told.START.plusSeconds(96),
                "Rui",
                "desk-2",
                "shop",
                "subject",
                new Detail.IncidentDeclared(
                        Told.id(3), 2, "Mail", 2, BEGAN.plusSeconds(5), "mail", null, List.of("mail")));
        Journal journal = told.journal().merged(List.of(other, another));

        assertThat(journal.incidents()).hasSize(2);
        assertThat(journal.incident(Told.id(2)))
                .isPresent()
                .isEqualTo(journal.incident(Told.id(1)))
                .isNotEqualTo(journal.incident(Told.id(3)));
    }

    @Test
    void theRunbooksListForIncidentsIsFoundByItsHeading() {
        Runbook runbook = RunbookReader.read("runbook.md", Map.of("runbook.md", """
                # Loja

                ## Checklists

                ### Checklist de incidente
                - [ ] Abrir a sala de crise
                - [ ] Avisar o suporte

                ### Checklist de deploy
                - [ ] Rodar migrações

                ### Checklist pós-incidente
                - [ ] Escrever o post-mortem
                """));

        assertThat(IncidentLists.of(runbook)).extracting(Checklist::title).containsExactly("Checklist de incidente");
    }
}
