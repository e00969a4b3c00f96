package plantao.runbook.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import plantao.runbook.AlertRule;
import plantao.runbook.Command;
import plantao.runbook.Playbook;
import plantao.runbook.Procedure;
import plantao.runbook.Risk;
import plantao.runbook.Runbook;
import plantao.runbook.Step;

/// What was misread in runbooks of other teams, in small texts of our own.
class TrialFormsTest {
    private static @Nullable String answer(AlertRule a) {
        return a.playbook() == null ? null : a.playbook().title();
    }

    @Test
    void aCellThatIsASectionsTitleLeadsThere() {
        Runbook r = Texted.of("""
                # Orchard sorter
                ## Alerts
                | Alert | Threshold | What to do |
                |---|---|---|
                | Belt stalled | 0 apples/min for 5 min | see Belt is not moving |
                | Camera blind | no frame for 60 s | 3. Lens cleaning |
                | Scale drift | > 5 g | 🔥 Weigh again |
                ## Playbooks
                ### 1. Belt is not moving
                1. Look at the motor light
                2. Run `systemctl status belt`
                ### 3. Lens cleaning
                1. Stop the lamp
                2. Wipe the lens
                ### 🔥 4. Weigh again
                1. Put the kilo on
                2. Run `scalectl zero`
                """);
        assertThat(r.alerts())
                .extracting(AlertRule::name, TrialFormsTest::answer)
                .containsExactly(
                        tuple("Belt stalled", "Belt is not moving"),
                        tuple("Camera blind", "Lens cleaning"),
                        tuple("Scale drift", "Weigh again"));
    }

    @Test
    void aSectionNamedInTheColumnOfProceduresAnswersItsAlert() {
        Runbook r = Texted.of("""
                # Balsa
                ## Alertas
                | Alerta | Severidade | Procedimento |
                |---|---|---|
                | Motor quente | P1 | Baixar a rotação |
                | GPS sem sinal | P3 | `Reiniciar o GPS` |
                ## 1. Baixar a rotação
                ```bash
                motorctl rpm 900
                ```
                ## 🛰️ Reiniciar o GPS
                ```bash
                systemctl restart gpsd
                ```
                ## Tripulação
                Somos quatro.
                """);
        assertThat(r.alerts())
                .extracting(AlertRule::name, AlertRule::severity, TrialFormsTest::answer)
                .containsExactly(
                        tuple("Motor quente", "P1", "Baixar a rotação"),
                        tuple("GPS sem sinal", "P3", "Reiniciar o GPS"));
        assertThat(r.procedures()).isEmpty();
    }

    @Test
    void aSectionOfAnAlertsOwnNameAnswersIt() {
        Runbook r = Texted.of("""
                # Ferris wheel
                ## Alerts
                - **Wheel stopped**: no turn for 2 minutes
                - Wind alarm: wind > 60 km/h
                - **Backup**: none for 2 days
                ## Wheel stopped
                1. Press the green button
                2. `wheelctl start`
                ## 🌬️ Wind alarm (evacuation)
                1. Stop boarding
                2. Let everybody out
                ## Backup
                ```bash
                pg_dump wheel > wheel.sql
                ```
                """);
        assertThat(r.alerts())
                .extracting(AlertRule::name, TrialFormsTest::answer)
                .containsExactly(
                        tuple("Wheel stopped", "Wheel stopped"),
                        tuple("Wind alarm", "Wind alarm (evacuation)"),
                        tuple("Backup", null));
        assertThat(r.procedures()).extracting(Procedure::title).containsExactly("Backup");
    }

    @Test
    void whatALeadInSaysAboveAFenceIsTheStepsTitle() {
        Runbook r = Texted.of("""
                # Padaria
                ## Incidentes
                ### O forno não responde
                **Sintomas:**
                - sem calor

                **Solução:** Reiniciar o controlador:
                ```bash
                systemctl restart forno
                ```

                **Solution:** Look at the fuse first:

                ```bash
                fusectl list
                ```
                **Resolution:** call the baker.
                """);
        assertThat(Texted.playbook(r, "O forno não responde").steps())
                .extracting(Step::title, Step::manual)
                .containsExactly(
                        tuple("Reiniciar o controlador", false),
                        tuple("Look at the fuse first", false),
                        tuple("call the baker.", true));
    }

    @Test
    void whatASeverityMeansIsNoIncident() {
        Runbook r = Texted.of("""
                # Tram depot
                ## Incident response
                ### SEV 1 – Outage
                **What it means:** nothing runs.
                **Response time:** immediate

                ### SEV 2 – Late
                - **Definition:** trams are late
                - **Response time:** 30 minutes
                - **Examples:** snow, strike

                ### 🔴 P3 - Incômodo
                Tempo de resposta: 4 horas
                Exemplos:
                - uma lâmpada

                ### P1: Gate stuck
                **Response time:** 15 minutes
                1. Push it
                2. Pull it

                ## Alert levels
                1. **Level 1 – Critical**: immediate response, e.g. fire
                2. **Level 2 – Warning**: within one hour

                ## Clasificación de alertas
                - **Crítica (P1):** el servicio no responde; respuesta en 10 minutos
                - **Baja (P3):** molestias; día siguiente
                """);
        assertThat(r.playbooks()).extracting(Playbook::title).containsExactly("Gate stuck");
        assertThat(r.alerts()).isEmpty();
        assertThat(r.procedures()).isEmpty();
    }

    @Test
    void aDumpThroughAPipeIsRestored() {
        Runbook r = Texted.of("""
                # Archive
                ## Backup and restore of the photos
                ```bash
                # Take the dump
                docker compose exec -T db pg_dump -U arc archive | gzip > f.sql.gz

                # Restore the dump
                gunzip -c f.sql.gz | docker compose exec -T db psql -U arc archive
                zcat f.sql.gz | docker exec -i db mysql arc
                tar xzf /b/photos.tgz -C /srv

                # Look around
                echo "select count(*) from t" | psql archive
                docker exec -it db psql -U arc archive
                ```
                """);
        assertThat(r.procedures().getFirst().steps().stream().flatMap(s -> s.commands().stream()))
                .extracting(Command::risk, Command::interactive)
                .containsExactly(
                        tuple(Risk.MUTATING, false),
                        tuple(Risk.DESTRUCTIVE, false),
                        tuple(Risk.DESTRUCTIVE, false),
                        tuple(Risk.DESTRUCTIVE, false),
                        tuple(Risk.SAFE, false),
                        tuple(Risk.SAFE, true));
    }
}
