package plantao.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is to be done after an incident: read out of post-mortems as people write them, and kept until it is done.
class FollowUpTest {
    private static final LocalDate DAY = LocalDate.of(2026, 12, 1);

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Limit the pool @rui 2026-12-01; Limit the pool; rui; 2026-12-01",
                "Limit the pool (Rui Alves, 2026-12-01); Limit the pool; Rui Alves; 2026-12-01",
                "Limit the pool - owner: Rui Alves - due: 2026-12-01; Limit the pool; Rui Alves; 2026-12-01",
                "Limitar o pool | **Responsável:** Ana | **Prazo:** 01/12/2026; Limitar o pool; Ana; 2026-12-01",
                "Limitar o pool até 01/12/2026; Limitar o pool; ''; 2026-12-01",
                "Write to a@b.example (see #12); Write to a@b.example (see #12); ''; ''",
                "Alert above 80 %, 2026-02-31; Alert above 80 %, 2026-02-31; ''; ''",
            })
    void whatIsTypedIsTakenApart(String typed, String text, String owner, String due) {
        FollowUpText read = FollowUpText.of(typed);
        assertThat(read.text()).isEqualTo(text);
        assertThat(read.owner()).isEqualTo(owner);
        assertThat(read.due()).isEqualTo(due.isEmpty() ? null : LocalDate.parse(due));
    }

    @Test
    void listsUnderTheirHeadingCountAndOtherBoxesDoNot() {
        assertThat(FollowUpText.in("""
                        # Incidente: API

                        ## Comunicação
                        - [ ] avisar todos

                        ## 6. Ações futuras (follow-up)

                        - [ ] Limitar o pool (Rui, 2026-12-01)
                        - [x] Avisar a loja
                        - {preencher: ação, responsável, prazo}
                        1. Rever o alerta

                        ### Depois
                        - Ler os logs

                        ## Anexos
                        - um anexo
                        """))
                .containsExactly(
                        new FollowUpText("Limitar o pool", "Rui", DAY, false),
                        new FollowUpText("Avisar a loja", "", null, true),
                        new FollowUpText("Rever o alerta", "", null, false),
                        new FollowUpText("Ler os logs", "", null, false));
    }

    @Test
    void whatThePaperIsCalledIsNoHeadingOfFollowUps() {
        assertThat(FollowUpText.in("""
                        # Incident: Tasks pile up

                        - **Duration:** 10 s

                        ## Timeline
                        - 06:59: Alert fired

                        ## Follow-up
                        - [ ] Limit the queue
                        """)).containsExactly(new FollowUpText("Limit the queue", "", null, false));
        assertThat(FollowUpText.in("# Follow-up\n- Limit the queue\n")).hasSize(1);
    }

    @Test
    void aTableIsReadByItsColumns() {
        assertThat(FollowUpText.in("""
                        ## Action Items

                        | # | Action | Owner | Due date | Status |
                        |---|:------|-------|----------|--------|
                        | 1 | Limit the pool \\| all of it | @rui | 2026-12-01 | Open |
                        | 2 | Tell the shop | Bea | - | Done |
                        | 3 | ... |  |  |  |
                        """))
                .containsExactly(
                        new FollowUpText("Limit the pool | all of it", "rui", DAY, false),
                        new FollowUpText("Tell the shop", "Bea", null, true));
    }

    @Test
    void withoutSuchAHeadingEveryBoxIsOne() {
        assertThat(FollowUpText.in("# Report\n\n- all well\n- [ ] Buy a disk\n"))
                .extracting(FollowUpText::text)
                .containsExactly("Buy a disk");
    }

    @Test
    void withoutSuchAHeadingATableOfWhoDoesWhatUntilWhenIsRead() {
        assertThat(FollowUpText.in("""
                        # Report

                        | Time | Who | What |
                        |---|---|---|
                        | 10:00 | Rui | Restarted it |

                        | What | Who | Date |
                        |---|---|---|
                        | Told the shop | Rui | 2026-12-01 |

                        ## Next

                        | What | Who | Until |
                        |---|---|---|
                        | Limit the pool | Rui | 2026-12-01 |
                        """))
                .as("what was done is none")
                .containsExactly(new FollowUpText("Limit the pool", "Rui", DAY, false));
    }

    @Test
    void aLineThatStaysKeepsWhatBecameOfItWhenTheTextIsSavedAgain() {
        UUID incident = Told.id(1);
        Told told = new Told().say(Told.declared(1, Told.START));
        told.say(new Detail.PostmortemSaved(incident, "## Next steps\n- [ ] Buy a disk\n- [ ] Tell Bea\n"));
        String key = told.journal().followUps("shop").getFirst().key();
        told.by("Rui")
                .say(
                        new Detail.FollowUpDone(key, "Buy a disk", true),
                        new Detail.FollowUpGiven(
                                told.journal().followUps("shop").getLast().key(), "Tell Bea", "Ana", DAY),
                        new Detail.IncidentClosed(
                                incident, "## Next steps\n- [ ] buy a disk.\n- [ ] Tell Bea\n- [ ] Sleep\n"));
        List<FollowUp> all = told.journal().followUps("shop");
        assertThat(all).extracting(FollowUp::text).containsExactly("buy a disk.", "Tell Bea", "Sleep");
        assertThat(all.getFirst().doneBy()).isEqualTo("Rui");
        assertThat(all.get(1).owner()).isEqualTo("Ana");
        assertThat(all.get(1).late(DAY)).isFalse();
        assertThat(all.get(1).late(DAY.plusDays(1))).isTrue();
        assertThat(all.getFirst().late(DAY.plusDays(1))).isFalse();
        told.say(new Detail.FollowUpDone(key, "Buy a disk", false));
        assertThat(told.journal().followUps("shop").getFirst().open()).isTrue();
    }

    @Test
    void whatWasTypedStaysUntilItIsDone() {
        Told told = new Told().say(new Detail.FollowUpAdded(Told.id(9), null, "Buy a disk", "Rui", DAY));
        assertThat(told.journal().followUps("shop")).singleElement().satisfies(f -> {
            assertThat(f.open()).isTrue();
            assertThat(f.due()).isEqualTo(DAY);
        });
        told.say(new Detail.FollowUpDone(Told.id(9).toString(), "Buy a disk", true));
        assertThat(told.journal().followUps("shop")).extracting(FollowUp::open).containsExactly(false);
    }

    @Test
    void whatWasTypedAndStandsInThePaperTooIsOneThingToDo() {
        Journal journal = new Told()
                .say(Told.declared(1, Told.START))
                .say(new Detail.FollowUpAdded(Told.id(9), Told.id(1), "Buy a disk", "Rui", DAY))
                .say(new Detail.PostmortemSaved(
                        Told.id(1), "# It\n\n## Follow-up\n\n- [ ] Buy a disk (Rui, 2026-12-01)\n- [ ] Tell Bea\n"))
                .journal();
        assertThat(journal.followUps("shop")).extracting(FollowUp::text).containsExactly("Buy a disk", "Tell Bea");
    }
}
