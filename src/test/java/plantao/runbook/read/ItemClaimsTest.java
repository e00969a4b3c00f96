package plantao.runbook.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import plantao.runbook.ItemClaim;

/// Which items of a checklist the board can tick by itself.
class ItemClaimsTest {
    private static @Nullable ItemClaim claim(String item) {
        String text = """
                # Mill

                ## Services

                | Service | URL |
                |---|---|
                | Public API | https://api.mill.test/health |
                | Nightly Backup | |

                ## Metrics

                | Metric | Normal | Warning | Critical |
                |---|---|---|---|
                | Error Rate | < 1% | > 2% | > 5% |
                | Job Queue Size | < 50 | > 100 | > 500 |
                | API Latency P95 | < 300ms | > 500ms | > 2s |
                | API Latency P50 | < 100ms | > 200ms | > 1s |
                | Cache Hit Rate | > 90% | < 80% | < 50% |

                ## Start of shift

                - [ ] ITEM
                """.replace("ITEM", item);
        return RunbookReader.read("runbook.md", Map.of("runbook.md", text))
                .checklists()
                .getFirst()
                .items()
                .getFirst()
                .claim();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Error rate < 0.5% | Error Rate < 0.5 %",
                "Verify that the error rate is below 2% | Error Rate < 2 %",
                "fila < 50 | Job Queue Size < 50",
                "queue below 50 | Job Queue Size < 50",
                "Conferir se a fila está abaixo de 50 | Job Queue Size < 50",
                "API latency p95 under 1.5s | API Latency P95 < 1.5 s",
                "Cache hit rate ≥ 85% | Cache Hit Rate >= 85 %",
                "Error rate normal | Error Rate < 1 %",
            })
    void aMetricWithinALimit(String item, String told) {
        ItemClaim.Within w = (ItemClaim.Within) claim(item);
        assertThat(w).as(item).isNotNull();
        String value = w.value() == Math.rint(w.value()) ? String.valueOf((long) w.value()) : String.valueOf(w.value());
        assertThat(w.metric() + " " + w.op().sign() + " " + value + (w.unit() == null ? "" : " " + w.unit()))
                .isEqualTo(told);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Health checks OK",
                "All services up",
                "Todos os serviços no ar",
                "Health check OK (/api/health returns 200)",
                "/api/health responde 200",
                "Confirmar que os health checks estão passando"
            })
    void everythingAnswers(String item) {
        assertThat(claim(item)).isEqualTo(new ItemClaim.Up(List.of()));
    }

    @Test
    void oneServiceAnswers() {
        assertThat(claim("Public API responding")).isEqualTo(new ItemClaim.Up(List.of("Public API")));
        assertThat(claim("Backup concluído sem erro")).isEqualTo(new ItemClaim.Up(List.of("Nightly Backup")));
    }

    @Test
    void noAlertFires() {
        assertThat(claim("Nenhum alerta crítico")).isEqualTo(new ItemClaim.Quiet(1));
        assertThat(claim("There are no active alerts")).isEqualTo(new ItemClaim.Quiet(null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Read the handoff",
                "Review handover notes from the previous on-call engineer",
                "Ler passagem de plantão anterior",
                "Ler o handoff de quem está saindo, quando houver",
                "Leer el relevo del turno anterior (si hay)"
            })
    void theHandoffWasTakenOver(String item) {
        assertThat(claim(item)).as(item).isEqualTo(new ItemClaim.HandedOver());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Read the error log",
                "Write the handoff",
                "Entregar o handoff a quem assume",
                "Review the handoff with the incident lead",
                "Run the health checks",
                "If the queue is above 100, call the team",
                "Se a fila passar de 100, acionar o time",
                "Queue > 100",
                "Latency < 500ms",
                "Error rate < 3 errors",
                "Incident acknowledged in < 5 min",
                "No customer complaints about alerts",
                "Billing API responding",
                "Compare the error rate with last week and note any change above 20%",
                "Backup verified by hand"
            })
    void whatTheBoardCannotTellIsLeftToSomebody(String item) {
        assertThat(claim(item)).as(item).isNull();
    }
}
