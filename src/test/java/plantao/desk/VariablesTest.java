package plantao.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plantao.runbook.Runbook;
import plantao.runbook.read.LoadedRunbook;
import plantao.runbook.read.RunbookFolder;
import plantao.values.Target;

class VariablesTest {
    @TempDir
    Path folder;

    @Test
    void tellsWhatIsThereWhatIsSecretAndWhatIsMissing() throws Exception {
        Files.writeString(folder.resolve("runbook.md"), """
                # Shop

                ## Incidents

                ### Orders hang

                **Diagnosis**

                ```bash
                shopctl orders --region $REGION --token $API_TOKEN --queue $QUEUE
                curl -H "X-Key: $VAULT_KEY" https://shop.example.org/orders
                ```
                """);
        Files.writeString(folder.resolve("console.yaml"), """
                variables:
                  REGION: eu-west-1
                  API_TOKEN: hunter2
                  QUEUE: {env: SHOP_QUEUE, about: "the wiki, page Queues"}
                  VAULT_KEY: {command: pass show shop/key}
                """);

        List<Variables.Line> lines = Variables.of(system(Map.of()));

        assertThat(lines)
                .extracting(Variables.Line::name, Variables.Line::state, Variables.Line::value, Variables.Line::from)
                .containsExactly(
                        tuple("QUEUE", Variables.State.MISSING, "", "SHOP_QUEUE"),
                        tuple("API_TOKEN", Variables.State.SECRET, "", "console.yaml"),
                        tuple("REGION", Variables.State.KNOWN, "eu-west-1", "console.yaml"),
                        tuple("VAULT_KEY", Variables.State.ASKED, "", "pass show shop/key"));
        assertThat(lines.getFirst().needed()).containsExactly("Orders hang");
        assertThat(lines.toString()).doesNotContain("hunter2");
        assertThat(Variables.of(system(Map.of("SHOP_QUEUE", "q7"))))
                .extracting(Variables.Line::state)
                .doesNotContain(Variables.State.MISSING);
    }

    private SystemBoard system(Map<String, String> environment) {
        Runbook runbook = ((LoadedRunbook.Read) RunbookFolder.load(folder).getFirst()).runbook();
        List<Target> targets = Targets.of(runbook, folder, environment);
        return new SystemBoard(
                runbook, targets.getFirst(), targets, List.of(), List.of(), List.of(), List.of(), 1, Trust.FULL);
    }
}
