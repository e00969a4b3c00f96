package plantao.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plantao.practice.blueprint.Blueprint;
import plantao.practice.blueprint.BlueprintReader;
import plantao.practice.blueprint.Scenario;
import plantao.runbook.AlertRule;
import plantao.runbook.Metric;
import plantao.runbook.Playbook;
import plantao.runbook.Problem;
import plantao.runbook.Runbook;
import plantao.runbook.read.LoadedRunbook;
import plantao.runbook.read.RunbookFolder;

/// The bundled runbooks and their practice stacks fit together.
class BundledPracticeTest {
    @ParameterizedTest
    @ValueSource(strings = {"engflow", "ouvify", "sms-gateway", "sparkone", "tecnicocursos"})
    void everyScenarioIsAboutAnAlertAndAPlaybookOfTheRunbook(String name) throws Exception {
        Path folder = Path.of("runbooks").resolve(name);
        LoadedRunbook loaded = RunbookFolder.load(folder).getFirst();
        assertThat(loaded).isInstanceOf(LoadedRunbook.Read.class);
        Runbook runbook = ((LoadedRunbook.Read) loaded).runbook();
        assertThat(runbook.problems())
                .noneMatch(p -> p.severity() == Problem.Severity.ERROR)
                .noneMatch(p -> p.origin().file().endsWith("console.yaml"));
        assertThat(runbook.settings().practice()).isEqualTo("practice");
        Blueprint blueprint = new BlueprintReader().read(folder.resolve("practice"));
        assertThat(blueprint.scenarios()).isNotEmpty();
        for (Scenario scenario : blueprint.scenarios()) {
            // What no alert watches is declared by hand, from its playbook.
            assertThat(scenario.alert() != null || scenario.playbook() != null)
                    .as(scenario.toString())
                    .isTrue();
            if (scenario.alert() != null) {
                // a metric's own bounds raise alerts too, under its name
                assertThat(Stream.concat(
                                runbook.alerts().stream().map(AlertRule::name),
                                runbook.metrics().stream().map(Metric::name)))
                        .anyMatch(known -> scenario.alert().startsWith(known));
            }
            if (scenario.playbook() != null) {
                assertThat(runbook.playbooks()).extracting(Playbook::title).contains(scenario.playbook());
            }
        }
    }
}
