package plantao.runbook.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import plantao.runbook.Bound;
import plantao.runbook.Escalation;
import plantao.runbook.Metric;
import plantao.runbook.NotedLine;
import plantao.runbook.Playbook;
import plantao.runbook.Runbook;
import plantao.runbook.Step;

/// A dam's telemetry in Portuguese and an airline's kiosks in Spanish: other columns, words and layouts than
/// software teams use.
class UnusualWordsTest {
    private final Runbook dam = Texted.resource("usina.md");
    private final Runbook kiosks = Texted.resource("quioscos.md");

    @Test
    void readsTheHeadOfADocument() {
        assertThat(joined(dam.version(), dam.updated(), dam.owner(), dam.language()))
                .isEqualTo("3.2|2026-03-14|Célula de Automação|pt");
        assertThat(joined(kiosks.version(), kiosks.updated(), kiosks.owner(), kiosks.language()))
                .isEqualTo("2026.1|2026-02-02|Equipo Tierra Digital|es");
        assertThat(Stream.of(dam, kiosks).map(r -> joined(r.rtoSeconds(), r.rpoSeconds())))
                .containsExactly("7200|900", "2700|null");
    }

    @Test
    void readsServicesWhoseNameStandsInTheSecondColumn() {
        assertThat(dam.services().stream().map(s -> joined(s.name(), s.provider(), s.sla())))
                .containsExactly(
                        "coletor-utr|sala técnica, gabinete 4|99,95 %",
                        "historiador|VM hist-01|99,5 %", "elo-ons|VM elo-01|99,99 %", "sinótico|VM sin-01|null");
        assertThat(dam.environments().stream().map(e -> joined(e.name(), e.urls())))
                .containsExactlyInAnyOrder(
                        "Produção|[https://sinotico.tresquedas.example]", "Bancada|[http://10.20.9.5:8080]");
        assertThat(dam.healthEndpoints().stream()
                        .map(h -> joined(h.path(), h.intervalSeconds(), h.timeoutSeconds(), h.failures())))
                .containsExactly("/vivo|20|4|3", "/vivo/profundo|120|10|1");
    }

    @Test
    void readsLimitsInWordsRangesAndNestedLists() {
        assertThat(Stream.of(dam, kiosks)
                        .flatMap(r -> r.metrics().stream())
                        .filter(Metric::stated)
                        .map(m -> joined(
                                m.name(),
                                m.percentile(),
                                m.group(),
                                of(m.normal()),
                                of(m.warning()),
                                of(m.critical()))))
                .containsExactly(
                        "Quadros perdidos|null|coletor|<=1%|>=1%|>5%",
                        "Ocupação do disco|null|historiador|<80%|>=80%|>=92%",
                        "Memória residente|null|historiador|<4.5GB|>4.5GB|>6GB",
                        "Atraso de publicação|99|elo|<=4s|>4s|>8s",
                        "Pontos por minuto|null|elo|>1500/min|<1200/min|<900/min",
                        "Relógio (desvio)|null|null|<=50ms|>=200ms|>=1s",
                        "Fila de envio|null|null|<500count|-|-",
                        "Tiempo de emisión de tarjeta de embarque|null|null|<12s|>12s|>20s",
                        "Quioscos fuera de línea|null|null|<=0|>=3|>=8",
                        "Lecturas de pasaporte fallidas|null|null|-|>4%|>9.5%");
    }

    @Test
    void readsAlertsUnderColoursAndInTables() {
        assertThat(Stream.of(dam, kiosks)
                        .flatMap(r -> r.alerts().stream())
                        .map(a -> joined(
                                a.name(),
                                a.severity(),
                                a.level(),
                                a.forSeconds(),
                                a.respondWithinSeconds(),
                                a.playbook() == null ? null : a.playbook().title())))
                .containsExactly(
                        "Elo mudo|Vermelhos|1|180|300|null",
                        "Coletor parado|Vermelhos|1|null|300|Coletor parado",
                        "Disco do historiador ≥ 92 %|Vermelhos|1|600|300|null",
                        "Quadros perdidos entre 1 % e 5 % durante 15 min|Amarelos|3|900|3600|Quadros perdidos",
                        "Atraso de publicação (p99) acima de 4 s durante 5 minutos|Amarelos|3|300|3600|Atraso na publicação",
                        "Desvio do relógio acima de 200 ms|Amarelos|3|null|3600|null",
                        "Pasarela caída|Crítica|1|120|300|Pasarela caída",
                        "Media terminal parada|Crítica|1|60|300|Pasarela caída",
                        "Emisión lenta|Alta|2|600|900|Emisión lenta",
                        "Papel bajo|Media|3|null|3600|Papel bajo");
    }

    @Test
    void readsAPlaybookWithPromptsAndAFoldOut() {
        Playbook p = Texted.playbook(dam, "Coletor parado");
        assertThat(joined(
                        p.severity(), p.symptoms().stream().map(NotedLine::text).toList()))
                .isEqualTo("P1|[sinótico cinza, contador de quadros parado, journalctl mostra EBADFRAME]");
        assertThat(p.causes().stream().map(NotedLine::text))
                .containsExactly("cabo da UTR solto", "processo travado após troca de firmware", "porta 502 bloqueada");
        assertThat(p.banner()).startsWith("Nunca reinicie o coletor");
        assertThat(steps(p.steps()))
                .containsExactly(
                        "DIAGNOSIS|Olhar primeiro|null|systemctl status coletor-utr; nc -zv 10.20.0.11 502; journalctl -u coletor-utr -n 40 --no-pager",
                        "RESOLUTION|Reiniciar o processo|null|sudo systemctl restart coletor-utr",
                        "RESOLUTION|Se voltar a cair em menos de 10 min, voltar o firmware anterior|Se voltar a cair em menos de 10 min|sudo /opt/coletor/bin/firmware --usar anterior; sudo systemctl restart coletor-utr",
                        "RESOLUTION|Se nada resolver, passar a UTR para o modo local pelo telefone|Se nada resolver|",
                        "VERIFICATION|contador volta a subir em até 2 min|null|",
                        "OTHER|Abrir o gabinete 4|Quando for o cabo|",
                        "OTHER|Apertar o conector X7|Quando for o cabo|");
        assertThat(p.steps().getFirst().expected()).hasSize(3);
        assertThat(Texted.playbook(dam, "Quadros perdidos").steps().stream().map(Step::condition))
                .containsExactly("rede do pátio", "UTR 3 (antiga)");
    }

    @Test
    void readsLeadInsThatAreNotBold() {
        Playbook p = Texted.playbook(kiosks, "Pasarela caída");
        assertThat(p.causes()).hasSize(3);
        assertThat(p.steps().stream()
                        .map(s -> joined(
                                s.phase(),
                                s.window() == null ? null : s.window().toSeconds())))
                .containsExactly(
                        "DIAGNOSIS|null",
                        "DIAGNOSIS|null",
                        "MITIGATION|300",
                        "MITIGATION|300",
                        "RESOLUTION|1200",
                        "VERIFICATION|null",
                        "ROLLBACK|null");
        assertThat(kiosks.logPatterns().stream().map(l -> l.pattern()))
                .containsExactly("DCS-504", "SessionPoolExhausted");
        assertThat(Texted.playbook(kiosks, "Emisión lenta").steps().getFirst().option())
                .isEqualTo("Opción 1 — por consola");
        assertThat(Texted.playbook(kiosks, "Papel bajo").severity()).isEqualTo("SEV3");
    }

    @Test
    void readsEscalationInProseAndByColumns() {
        assertThat(Stream.of(dam, kiosks)
                        .flatMap(r -> r.escalation().stream())
                        .flatMap(e -> e.steps().stream())
                        .map(UnusualWordsTest::rung))
                .containsExactly(
                        "0|null",
                        "600|sobreaviso",
                        "1800|Ana Teles",
                        "3600|operador nacional",
                        "0|Guardia Tierra Digital",
                        "900|Jefa de plataforma (Inés Roca)",
                        "1800|Proveedor DCS",
                        "3600|Director de operaciones");
    }

    @Test
    void readsRoutinesBoxesDecisionsAndMessages() {
        assertThat(kiosks.maintenance().stream().map(m -> joined(m.title(), m.when())))
                .containsExactly(
                        "Reinicio de quioscos|Diario 04:00",
                        "Copia de la configuración|Semanal domingo 03:30",
                        "Rotación de claves|Primer martes de mes 02:00");
        assertThat(kiosks.checklists().getFirst().items().stream().map(i -> i.text()))
                .containsExactly("Ventana aprobada", "Imagen firmada", "Dos quioscos piloto por terminal");
        assertThat(kiosks.decisions().getFirst().rules()).hasSize(2);
        assertThat(kiosks.templates().getFirst().placeholders()).containsExactly("{TERMINAL}", "{MOSTRADORES}");
    }

    @Test
    void knowsWhatItsOwnProgramsDo() {
        assertThat(Stream.of(dam, kiosks)
                        .flatMap(r -> Stream.concat(
                                r.playbooks().stream().flatMap(p -> p.steps().stream()),
                                r.procedures().stream().flatMap(p -> p.steps().stream())))
                        .flatMap(s -> s.commands().stream())
                        .filter(c -> c.text().matches("(?:elo-cli|hist-cli|flotactl desplegar|dcsctl).*"))
                        .map(c -> joined(c.text().replaceAll("\\s+--.*", ""), c.risk())))
                .containsExactlyInAnyOrder(
                        "elo-cli destino pausar <DESTINO>|DISRUPTIVE",
                        "elo-cli fila limpar|DESTRUCTIVE",
                        "hist-cli expurgo|DESTRUCTIVE",
                        "dcsctl sesiones|SAFE",
                        "dcsctl sesiones|DISRUPTIVE",
                        "flotactl desplegar|DISRUPTIVE",
                        "flotactl desplegar|DISRUPTIVE",
                        "flotactl desplegar|DISRUPTIVE");
    }

    private static List<String> steps(List<Step> steps) {
        return steps.stream()
                .map(s -> joined(
                        s.phase(),
                        s.title(),
                        s.condition(),
                        s.commands().stream().map(c -> c.text()).collect(Collectors.joining("; "))))
                .toList();
    }

    private static String rung(Escalation.Rung r) {
        return joined(r.afterSeconds(), r.contact());
    }

    private static String of(@Nullable Bound b) {
        if (b == null) {
            return "-";
        }
        String value = b.value() == Math.rint(b.value()) ? Long.toString((long) b.value()) : Double.toString(b.value());
        return b.op().sign() + value + (b.unit() == null ? "" : b.unit());
    }

    private static String joined(@Nullable Object... parts) {
        return Arrays.stream(parts).map(String::valueOf).collect(Collectors.joining("|"));
    }
}
