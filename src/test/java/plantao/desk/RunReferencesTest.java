package plantao.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plantao.runbook.Playbook;
import plantao.runbook.Runbook;
import plantao.runbook.read.RunbookReader;

/// Where a step's words point to.
class RunReferencesTest {
    private static final String TEXT = """
            # Quay

            ## 5. Incidents

            ### 5.1 API is down

            1. %s
            2. `quayctl restart api`

            ### 5.3 Database gone

            1. `quayctl start db`

            ## 6. Procedures

            ### 6.2 Roll back

            ```bash
            quayctl release 1
            ```
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "roll back, see 6.2 | Roll back",
                "If `database` is failed → go to 5.3 | Database gone",
                "if it dies again, roll back (6.2) | Roll back",
                "Ver seção 6.2 | Roll back",
                "Follow *Roll back* | Roll back",
                "Then see [Database gone](#53-database-gone). | Database gone",
                "If the database is it → Database gone | Database gone",
                "See 5.3 and section 6.2 | Database gone, Roll back",
                "See Roll back (6.2) | Roll back",
            })
    void aStepPointsToWhatItNames(String step, String goals) {
        assertThat(titles(step)).isEqualTo(List.of(goals.split(", ")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Wait until the load is below 6.2",
                "The load went from 1.1 → 5.3 s",
                "See the API is down page",
                "Roll back the change by hand",
            })
    void figuresAndPlainWordsPointNowhere(String step) {
        assertThat(titles(step)).isEmpty();
    }

    private static List<String> titles(String step) {
        Runbook r = RunbookReader.read("x", Map.of("x.md", TEXT.formatted(step)));
        Playbook p = r.playbooks().getFirst();
        return RunReferences.in(r, p.steps().getFirst(), p.origin()).stream()
                .flatMap(x -> x.goals().stream())
                .map(RunReferences.Goal::title)
                .toList();
    }
}
