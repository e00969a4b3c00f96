package plantao.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import plantao.journal.Detail;
import plantao.journal.Entry;
import plantao.journal.Incident;
import plantao.journal.Journal;
import plantao.runbook.Origin;
import plantao.runbook.Phase;
import plantao.runbook.Risk;
import plantao.runbook.Template;

/// Templates as teams write them, in three languages.
class MessageTextTest {
    private static final Instant BEGAN = Instant.parse("2026-03-01T02:00:00Z");
    private static final UUID ID = new UUID(0x7000, 1);
    private static final UUID RUN = new UUID(0x7000, 2);
    private static final Locale PT = Locale.of("pt", "BR");

    private final List<Entry> entries = new ArrayList<>();

    MessageTextTest() {
        say(0, new Detail.IncidentDeclared(ID, 7, "Loja fora do ar", 2, BEGAN, null, null, List.of("web", "fila")));
    }

    private void say(int minute, Detail detail) {
        entries.add(new Entry(
                new UUID(0x7000, 100 + entries.size()),
                BEGAN.plus(Duration.ofMinutes(minute)),
                "Ana",
                "desk-1",
                "shop",
                "subject",
                detail));
    }

    private void fixed() {
        say(1, new Detail.RunStarted(RUN, "Fila parada", 40, "hash", "production"));
        say(
                4,
                new Detail.StepRan(
                        RUN,
                        2,
                        "Reiniciar a fila",
                        Phase.MITIGATION,
                        "shopctl restart",
                        Risk.DISRUPTIVE,
                        "exited",
                        0,
                        null,
                        900,
                        "",
                        false));
        say(5, new Detail.CauseMarked(RUN, "Disco cheio", "confirmed"));
        say(5, new Detail.IncidentStatus(ID, "fixing"));
    }

    private MessageText filled(String text, Locale locale) {
        Incident incident = Journal.of(entries).incidents().getFirst();
        Template template = new Template("t", "message", null, List.of(), List.of(), text, new Origin("runbook.md", 1));
        return MessageText.of(
                incident, template, "Rui", BEGAN.plus(Duration.ofMinutes(12)), Duration.ofMinutes(30), locale);
    }

    @Test
    void whatTheLogKnowsIsFilledInAndTheRestStaysMarked() {
        fixed();
        String text = filled("""
                        🚨 INCIDENTE - SEVERITY [1/2/3]

                        Sistema: Minha Loja
                        Problema: [Brief description]
                        Impacto: [User impact description]
                        Previsão: [Estimated resolution time]

                        Já feito:
                        - [Action 1]
                        - [Action 2]

                        Responsável: @[responsible-person]
                        Status: INVESTIGATING / FIXING / RESOLVED
                        """, PT).text();
        assertThat(text).isEqualTo("""
                        🚨 INCIDENTE - SEVERITY 2

                        Sistema: Minha Loja
                        Problema: Loja fora do ar: Disco cheio (confirmada)
                        Impacto: {preencher: user impact description}
                        Previsão: {preencher: estimated resolution time}

                        Já feito:
                        - 02:04 UTC: Reiniciar a fila

                        Responsável: @Ana
                        Status: FIXING
                        """);
    }

    @Test
    void placeholdersAreReadByWhatStandsBeforeThem() {
        MessageText message = filled("""
                Subject: [SEVERITY] Security Incident - [INCIDENT ID]

                Status: Active Investigation
                Severity: [P1/P2/P3/P4]
                Time Detected: [TIMESTAMP]
                Incident Type: [TYPE]

                Summary:
                [Brief description of incident]

                Current Status:
                [Containment/Investigation/Eradication/Recovery]

                Impact:
                - Systems: [Affected systems]
                - Users: [Number affected]
                - Data: [Data types potentially affected]

                Actions Taken:
                1. [Action 1]
                2. [Action 2]

                Next Steps:
                [Planned actions]

                Next Update: [Time]

                Contact: [Incident Commander contact]
                """, Locale.ENGLISH);
        assertThat(message.subject()).isEqualTo("SEV 2 Security Incident - 7");
        assertThat(message.text())
                .contains(
                        "Severity: P2\n",
                        "Time Detected: 02:00 UTC\n",
                        "Incident Type: {fill in: type}\n",
                        "Summary:\nLoja fora do ar\n",
                        "Current Status:\nInvestigation\n",
                        "- Systems: web, fila\n",
                        "- Users: {fill in: number affected}\n",
                        "- Data: {fill in: data types potentially affected}\n",
                        "Actions Taken:\n1. {fill in: action 1}\n\n",
                        "Next Steps:\n{fill in: planned actions}\n",
                        "Next Update: 02:42 UTC\n");
    }

    @Test
    void markdownAndAlternativesInBrackets() {
        fixed();
        String text = filled("""
                        INCIDENT UPDATE: [Título]

                        **Severity:** [P0 - Critical | P1 - High | P2 - Medium]
                        Status: [Investigating | Identified | Monitoring | Resolved]
                        Duration: [tempo desde início]
                        Started: [timestamp]

                        Impact:
                        - [Descrever o que está afetado]
                        - [Quantos usuários impactados]
                        - [Funcionalidades degradadas/offline]

                        Actions in progress:
                        - [O que está sendo feito agora]

                        ETA: [estimativa de resolução - sempre conservadora]
                        Next update: [timestamp - máx 15 min]
                        Post-mortem: [link ou "será publicado em 24h"]
                        - [ ] avisado, veja [a página](https://example.org)
                        Incident Commander: [Nome]
                        """, Locale.ENGLISH).text();
        assertThat(text).isEqualTo("""
                        INCIDENT UPDATE: Loja fora do ar

                        **Severity:** P1 - High
                        Status: Identified
                        Duration: 12 min
                        Started: 02:00 UTC

                        Impact:
                        - web, fila
                        - {fill in: quantos usuários impactados}
                        - {fill in: funcionalidades degradadas/offline}

                        Actions in progress:
                        - Fila parada

                        ETA: {fill in: estimativa de resolução - sempre conservadora}
                        Next update: 02:42 UTC
                        Post-mortem: {fill in: link ou "será publicado em 24h"}
                        - [ ] avisado, veja [a página](https://example.org)
                        Incident Commander: Ana
                        """);
    }

    @Test
    void whatTheTemplateAlreadySaysIsNotSaidTwice() {
        String text = filled("""
                        [{severity}] {title}
                        SEV-{severity} since {start time} UTC
                        """, Locale.ENGLISH).text();
        String[] lines = text.split("\n");
        assertThat(lines[0]).isEqualTo("[SEV 2] Loja fora do ar");
        assertThat(lines[1]).matches("SEV-2 since .*\\d UTC");
    }

    @Test
    void spanishAndOtherBrackets() {
        String text = filled("""
                        Asunto: Aviso: {servicios afectados}
                        Estimado {nombre del cliente}:
                        {funcionalidad} está fallando desde las <hora de inicio>.
                        Estado: investigando | corrigiendo | resuelto
                        Gravedad: baja / media / alta / crítica
                        Próxima actualización: HH:MM
                        Causa: ___
                        """, Locale.ENGLISH).text();
        assertThat(text).isEqualTo("""
                        Estimado {fill in: nombre del cliente}:
                        web, fila está fallando desde las 02:00 UTC.
                        Estado: investigando
                        Gravedad: alta
                        Próxima actualización: 02:42 UTC
                        Causa: {fill in: causa}
                        """);
    }

    @Test
    void withoutATemplateThereIsAPlainMessage() {
        fixed();
        say(20, new Detail.IncidentResolved(ID));
        Incident incident = Journal.of(entries).incidents().getFirst();
        MessageText message =
                MessageText.of(incident, null, "Rui", BEGAN.plus(Duration.ofHours(1)), Duration.ofMinutes(30), PT);
        assertThat(message.subject()).isEqualTo("[SEV 2] Loja fora do ar: resolvido");
        assertThat(message.text())
                .startsWith("SEV 2 Loja fora do ar\n\nSituação: resolvido\nAfetados: web, fila\n")
                .contains("Desde: 02:00 UTC (20 min)", "- 02:04 UTC: Reiniciar a fila")
                .contains("Próxima atualização: nenhuma, terminou");
    }

    @Test
    void aBlankOfAPaperFormIsOneBlankAndWhoDetectedItIsNoTime() {
        fixed();
        assertThat(filled("Date: ____/____/____\nStart: ____:____\nDetected by: ______\n", PT)
                        .text())
                .isEqualTo("Date: 2026-03-01 02:12 UTC\nStart: 02:00 UTC\nDetected by: {preencher: detected by}\n");
    }
}
