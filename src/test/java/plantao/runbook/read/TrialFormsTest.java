package plantao.runbook.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import plantao.runbook.AlertRule;
import plantao.runbook.Checklist;
import plantao.runbook.Command;
import plantao.runbook.Decision;
import plantao.runbook.Escalation;
import plantao.runbook.Maintenance;
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

    @Test
    void protocolsAndThresholdsAreAlerts() {
        Runbook r = Texted.of("""
                # Invernadero
                ## Protocolo de alertas
                | Alerta | Umbral | Acción |
                |---|---|---|
                | Humedad baja | < 40 % | Encender el riego |
                ## Protocolo de alerta nocturno
                - Si la temperatura baja de 4 °C durante 15 minutos, entonces encender la estufa
                - Si el CO2 supera 1500 ppm → ventilar
                - **Depósito vacío**: si el nivel < 10 %, entonces cerrar las válvulas
                ### Lámpara apagada
                - **Umbral:** luminosidad < 100 lux durante 2 minutos
                - **Severidad:** Crítica
                - **Acción:** encender la de reserva
                ### Bomba sin caudal
                **Umbral:** < 2 l/min durante 3 minutos
                **Tiempo de respuesta:** 15 minutos
                **Acción:**
                1. Revisar el filtro
                2. Ejecutar `bombactl reiniciar`
                """);
        assertThat(r.alerts())
                .extracting(AlertRule::name, AlertRule::severity, AlertRule::value, AlertRule::forSeconds)
                .containsExactly(
                        tuple("Humedad baja", null, 40.0, null),
                        tuple("la temperatura baja de 4 °C durante 15 minutos", null, 4.0, 900),
                        tuple("el CO2 supera 1500 ppm", null, 1500.0, null),
                        tuple("Depósito vacío", null, 10.0, null),
                        tuple("Lámpara apagada", "Crítica", 100.0, 120),
                        tuple("Bomba sin caudal", null, 2.0, 180));
        assertThat(r.playbooks().stream().flatMap(p -> p.steps().stream()))
                .extracting(Step::title)
                .containsExactly("Acción: encender la de reserva", "Revisar el filtro", "Ejecutar bombactl reiniciar");
    }

    @Test
    void anItemSaysHowOftenItComesBack() {
        Runbook r = Texted.of("""
                # Fish hatchery
                ## Morning Checklist
                ```
                [ ] Greet the driver
                □ Look at tank 4 (monthly)
                ☐ Read the log (daily)
                ```
                ## Checklists
                ### Rounds
                - [ ] Clean the filters (weekly)
                - [ ] Daily: read the thermometers
                - [ ] Feed the fry (with care)
                ## Routine tasks
                | Task | Frequency | Owner |
                |---|---|---|
                | Check the pumps | Twice a day | Crew B |
                | Renew the licence | Once a year | Office |
                """);
        assertThat(r.checklists())
                .extracting(Checklist::title, Checklist::cadence, c -> c.items().size())
                .containsExactly(tuple("Morning Checklist", "daily", 3), tuple("Rounds", null, 3));
        assertThat(r.maintenance())
                .extracting(Maintenance::title, Maintenance::cadence)
                .containsExactly(
                        tuple("Look at tank 4", "monthly"),
                        tuple("Clean the filters", "weekly"),
                        tuple("read the thermometers", "daily"),
                        tuple("Check the pumps", "daily"),
                        tuple("Renew the licence", "yearly"));
    }

    @Test
    void treesAreReadByWhatTheirBranchesSay() {
        Runbook r = Texted.of("""
                # Planetarium
                ## Architecture
                ```
                projector
                ├── lamp (x2)
                │   └── cooler
                └── player
                    └── audio
                ```
                ## Escalation
                ```
                On-call keeper
                ├── 15 min: Shift lead
                │   └── 30 min: Head of shows
                └── 1 hour: Director
                ```
                ## Escalamiento
                ```
                Nivel 1: Guardia (0-15 min)
                ├── Nivel 2: Jefe de sala (15-30 min)
                └── Nivel 3: Dirección (> 30 min)
                ```
                ## Playbooks
                ### Dome is dark
                **Diagnosis:**
                ```
                Is the lamp on?
                ├── Yes → check the shutter
                └── No → replace the fuse
                ```
                **Resolution:**
                1. Restart: `systemctl restart dome`
                """);
        assertThat(r.escalation())
                .extracting(
                        Escalation::level,
                        e -> e.steps().stream()
                                .map(s -> s.contact() + " " + s.afterSeconds())
                                .toList())
                .containsExactly(
                        tuple(
                                null,
                                List.of(
                                        "On-call keeper null",
                                        "Shift lead 900",
                                        "Head of shows 1800",
                                        "Director 3600")),
                        tuple("Nivel 1", List.of("Guardia 0")),
                        tuple("Nivel 2", List.of("Jefe de sala 900")),
                        tuple("Nivel 3", List.of("Dirección 1800")));
        assertThat(r.decisions()).hasSize(1);
        assertThat(r.decisions().getFirst().rules())
                .extracting(Decision.Rule::condition, Decision.Rule::action)
                .containsExactly(
                        tuple("Is the lamp on? Yes", "check the shutter"),
                        tuple("Is the lamp on? No", "replace the fuse"));
        assertThat(r.playbooks().stream().flatMap(p -> p.steps().stream()))
                .extracting(Step::title)
                .containsExactly("Restart");
        assertThat(r.procedures()).isEmpty();
    }

    @Test
    void aRestoreBelowABackupIsItsOwn() {
        Runbook r = Texted.of("""
                # Archive
                ## Backup of the photos
                **Full backup:**
                ```bash
                tar czf /b/photos.tgz /srv/photos
                ```

                **Restore:**
                ```bash
                tar xzf /b/photos.tgz -C /srv
                ```
                """);
        assertThat(r.procedures())
                .extracting(Procedure::title, Procedure::kind, p -> p.steps().size())
                .containsExactlyInAnyOrder(tuple("Backup of the photos", "backup", 1), tuple("Restore", "restore", 1));
    }

    @Test
    void whatOthersRunIsNotTheSystem() {
        Runbook r = Texted.of("""
                # Toy shop
                ## Dependencies
                | Service | Purpose | URL |
                |---|---|---|
                | Payer | payments | https://api.payer.test |
                ## Alerts
                | Alert | Condition | Severity |
                |---|---|---|
                | System Down | health check fails for 2 min | critical |
                | Payer down | no answer for 5 min | high |
                ### Critical files created
                - [ ] `src/a/index.ts`
                - [ ] `src/b/index.ts`
                """);
        assertThat(r.alerts())
                .extracting(AlertRule::name, AlertRule::service)
                .containsExactly(tuple("System Down", null), tuple("Payer down", "Payer"));
    }

    @Test
    void aConditionOverAFenceIsTheStepsOwn() {
        Runbook r = Texted.of("""
                # Integración
                ## Incidentes
                ### La cola no baja
                **Síntomas:** el tablero muestra más de 200 mensajes
                1. Mirar el estado: `systemctl status motor`

                **Si sigue igual después de 10 minutos:** reiniciar el motor:

                ```bash
                sudo systemctl restart motor
                ```
                ## A quién subir
                1. Coordinación de Sistemas – a los 15 minutos
                2. Dirección Médica – a los 60 minutos
                """);
        assertThat(r.playbooks().getFirst().steps().getLast())
                .extracting(Step::title, Step::condition)
                .containsExactly("reiniciar el motor", "Si sigue igual después de 10 minutos");
        assertThat(r.escalation().getFirst().steps())
                .extracting(Escalation.Rung::afterSeconds)
                .containsExactly(900, 3600);
    }

    @Test
    void bulletsWithPicturesAreAlertsAndPlaybooks() {
        Runbook r = Texted.of("""
                # 🎮 Shard
                ## 🚨 When the pager goes off
                - 🔴 **QueueStuck** – more than 500 players waiting for 3 min
                - 🟠 **FleetLow** – ready servers < 10% for 5m
                  - go to [Fleet runs dry](#-fleet-runs-dry)
                ## 🔥 Fires
                ### 🏜️ Fleet runs dry
                - 🔎 **Look**
                  - `kubectl get fleet -A`
                - 🛠️ **Fix**
                  - Scale up: `kubectl scale fleet shard-eu --replicas=60`
                """);
        assertThat(r.alerts())
                .extracting(AlertRule::name, AlertRule::level, TrialFormsTest::answer)
                .containsExactly(tuple("QueueStuck", 1, null), tuple("FleetLow", 2, "Fleet runs dry"));
        assertThat(r.playbooks().getFirst().steps()).hasSize(2);
    }

    @Test
    void aManualOfTablesOnly() {
        Runbook r = Texted.of("""
                # Águas
                ## 1. Unidades monitoradas
                | Unidade | Função | Endereço do CLP |
                |---|---|---|
                | ETA Norte | Tratamento | 10.8.1.10 |
                ## 3. Alarmes
                | Alarme | Disparo | Prioridade | Responder em | Procedimento |
                |---|---|---|---|---|
                | CLORO-BAIXO | Cloro < 0,2 mg/L por 10 min | 1 | 5 min | 4.1 |
                ## 4. Procedimentos
                ### 4.1 Cloro baixo
                | Passo | O que fazer | Quem |
                |---|---|---|
                | 1 | Conferir o analisador reserva | Operador |
                | 2 | Aumentar a dosagem em 10 % | Operador |
                ## 5. Plantão
                | Função | Nome | Telefone | Acionar após |
                |---|---|---|---|
                | Operador do CCO | escala | (31) 3444-1000 | imediato |
                | Supervisor | Davi Rocha | (31) 98811-2200 | 15 min |
                ## 6. Rotina
                | Atividade | Periodicidade | Responsável |
                |---|---|---|
                | Testar o gerador | Toda segunda, 10:00 | Manutenção |
                """);
        assertThat(r.services()).extracting(s -> s.name()).containsExactly("ETA Norte");
        assertThat(r.alerts())
                .extracting(
                        AlertRule::condition,
                        AlertRule::value,
                        AlertRule::forSeconds,
                        AlertRule::respondWithinSeconds,
                        TrialFormsTest::answer)
                .containsExactly(tuple("Cloro < 0,2 mg/L por 10 min", 0.2, 600, 300, "Cloro baixo"));
        assertThat(r.contacts()).hasSize(2);
        assertThat(r.escalation().stream().flatMap(e -> e.steps().stream()))
                .extracting(Escalation.Rung::afterSeconds)
                .containsExactly(0, 900);
        assertThat(r.maintenance())
                .extracting(Maintenance::title, Maintenance::cadence)
                .containsExactly(tuple("Testar o gerador", "weekly"));
    }
}
