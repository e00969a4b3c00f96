package plantao.runbook.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plantao.runbook.Checklist;
import plantao.runbook.Command;
import plantao.runbook.NotedLine;
import plantao.runbook.Phase;
import plantao.runbook.Playbook;
import plantao.runbook.Runbook;
import plantao.runbook.Step;

/// Cases written as bullets with labels, checklists without boxes, and when in a shift a list is due.
class PlainFormsTest {

    @Test
    void bulletsWithLabelsArePlaybooks() {
        Runbook r = Texted.of("""
                # Sorter

                ## Common issues

                - **Scenario**: parcels stay at the gate
                  **Action**: look at `redis-cli LLEN gate`; restart it: `systemctl restart gate`
                - **Scenario**: labels are blank
                  **Action**: `lpstat -o`

                ## More issues

                - **Problem:** Login loops
                  - **Cause:** clocks differ
                  - **Fix:** sync them
                    ```bash
                    chronyc makestep
                    ```
                - **Problem:** Spooler is full
                  - **Check:** `lpstat -o`
                  - **Fix:** `cancel -a`
                """);
        assertThat(r.playbooks())
                .extracting(Playbook::title)
                .containsExactly("parcels stay at the gate", "labels are blank", "Login loops", "Spooler is full");
        assertThat(r.playbooks().get(0).steps())
                .flatExtracting(Step::commands)
                .extracting(Command::text)
                .containsExactly("redis-cli LLEN gate", "systemctl restart gate");
        assertThat(r.playbooks().get(2).causes()).extracting(NotedLine::text).containsExactly("clocks differ");
        assertThat(r.playbooks().get(2).steps())
                .extracting(
                        Step::title,
                        Step::phase,
                        s -> s.commands().stream().map(Command::text).toList())
                .containsExactly(tuple("sync them", Phase.RESOLUTION, List.of("chronyc makestep")));
        assertThat(r.playbooks().get(3).steps())
                .extracting(Step::phase)
                .containsExactly(Phase.DIAGNOSIS, Phase.RESOLUTION);
        assertThat(r.procedures()).isEmpty();
    }

    @Test
    void aBulletWithoutARemedyMakesNoPlaybooks() {
        Runbook r = Texted.of("""
                # Sorter

                ## Notes

                - **Problem:** none known
                - **Owner:** the desk
                """);
        assertThat(r.playbooks()).isEmpty();
    }

    @Test
    void aChecklistNeedsNoBoxes() {
        Runbook r = Texted.of("""
                # Sorter

                ## Troubleshooting

                ### Belt stops

                1. Look: `systemctl status belt`

                ### Troubleshooting checklist

                - Is the database reachable?
                - Did somebody deploy in the last hour?

                ## Deploy checklist

                1. Run `make build`
                   ```bash
                   make push
                   ```
                2. Tell the desk
                """);
        assertThat(r.checklists()).extracting(Checklist::title).containsExactly("Troubleshooting checklist");
        assertThat(r.playbooks()).extracting(Playbook::title).containsExactly("Belt stops");
        assertThat(r.procedures()).hasSize(1);
    }

    @Test
    void aFormMayHaveSeveralFieldsInALine() {
        Runbook r = Texted.of("""
                # Sorter

                ## Opening form

                ```
                [ ] Lights
                [ ] Belt
                Completed by: ____ Date: ____
                Shift: ______
                ```

                ## Closing

                - [ ] Lights

                **Completed by:** ________ **Date:** ____/____

                Notes: ________
                """);
        assertThat(r.checklists())
                .extracting(Checklist::fields)
                .containsExactly(List.of("Completed by", "Date", "Shift"), List.of("Completed by", "Date", "Notes"));
    }

    @ParameterizedTest
    @CsvSource({
        "Abertura do turno, shift-start",
        "Ao assumir o plantão, shift-start",
        "Before your shift, shift-start",
        "Pre-shift checks, shift-start",
        "At the start of every shift, shift-start",
        "On-call start, shift-start",
        "Recebimento do plantão (08:00), shift-start",
        "Apertura de turno, shift-start",
        "While on call, shift",
        "Checklist de plantão, shift",
        "Durante la guardia, shift",
        "Before the end of the shift, shift-end",
        "Fechamento do turno, shift-end",
        "Entregar o plantão, shift-end",
        "Troca de turno, shift-end",
        "Antes de sair, shift-end",
        "Cierre de turno, shift-end",
        "End of day, daily",
    })
    void theTitleSaysWhenInTheShift(String title, String cadence) {
        Runbook r = Texted.of("# Sorter\n\n## " + title + "\n\n- [ ] Look at the belt\n- [ ] Read the log\n");
        assertThat(r.checklists()).extracting(Checklist::cadence).containsExactly(cadence);
    }

    @ParameterizedTest
    @CsvSource({"Start, shift-start", "Durante, shift", "Fim, shift-end"})
    void aBareTimeBelowTheShiftIsMeantSo(String title, String cadence) {
        Runbook r = Texted.of("# Sorter\n\n## On-call checklist\n\n### " + title + "\n\n- [ ] Look at the belt\n");
        assertThat(r.checklists()).extracting(Checklist::cadence).containsExactly(cadence);
        Runbook alone = Texted.of("# Sorter\n\n## Belt\n\n### " + title + "\n\n- [ ] Look at the belt\n");
        assertThat(alone.checklists()).extracting(Checklist::cadence).containsOnlyNulls();
    }

    @Test
    void aListWithinTheShiftKeepsItsOwnRhythm() {
        Runbook r = Texted.of("""
                # Sorter

                ## Shift checklist

                ```
                DAILY (08:00)
                [ ] Lights
                SHIFT START
                [ ] Read the handoff
                ```

                ## Before escalating to on-call

                - [ ] Write down what you saw
                """);
        assertThat(r.checklists()).extracting(Checklist::cadence).containsExactly("daily", "shift-start", null);
    }
}
