package plantao;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plantao.desk.Event;
import plantao.desk.Previews;
import plantao.desk.ValueOffers;
import plantao.journal.Detail;
import plantao.playbook.StepState;
import plantao.values.ResolvedCommand;

/// Values that come from earlier steps, from `console.yaml` and from the time before.
final class GivenValuesTest {
    @TempDir
    Path temp;

    @Test
    void anEarlierStepsOutputFillsALaterStep() throws Exception {
        String settings = """
                captures:
                  deploy_id: {from: printf, pattern: 'id=(\\S+)'}
                  api_key: {from: cat .env, pattern: 'KEY=(.*)'}
                """;
        String steps = """
                **Diagnosis:**

                ```bash
                # List
                printf 'id=dep-7\\nlive\\n'

                # Show
                echo "now {deploy_id}"

                # Look at the settings
                echo 'KEY=s3cr3t-of-ours' > .env; cat .env

                # Use it
                printf '%s' "{api_key}" | wc -c; echo "it is {api_key}"

                # Ask
                echo "for {region}"
                ```
                """;
        try (Walked walked = new Walked(temp, Map.of(), settings, steps)) {
            walked.step(0);
            walked.until("it is captured", () -> Previews.of(walked.run(), 1).ready());
            assertThat(Previews.of(walked.run(), 1).shown()).isEqualTo("echo \"now dep-7\"");
            walked.step(1);
            assertThat(walked.printed(1)).isEqualTo("now dep-7");

            StepState listed = walked.step(2);
            assertThat(listed.excerpt()).isEqualTo("••••••••");
            walked.until("it is captured", () -> Previews.of(walked.run(), 3).ready());
            assertThat(Previews.of(walked.run(), 3).shown())
                    .doesNotContain("s3cr3t")
                    .contains("••••");
            walked.step(3);
            assertThat(walked.printed(3)).contains("14", "it is ••••").doesNotContain("s3cr3t");

            assertThat(ValueOffers.of(
                            walked.console.board(),
                            walked.system(),
                            walked.run(),
                            "region",
                            i -> i == 0 ? List.of("Region: eu-1") : List.of()))
                    .first()
                    .extracting(ValueOffers.Offer::value)
                    .isEqualTo("eu-1");
            walked.console.send(new Event.GiveValue(walked.run().id(), "region", "sa-1"));
            walked.until("it is given", () -> Previews.of(walked.run(), 4).ready());
            assertThat(Previews.of(walked.run(), 4).values())
                    .extracting(ResolvedCommand.Value::value)
                    .containsExactly("sa-1");
            assertThat(walked.console.board().journal().entries())
                    .extracting(e -> e.detail())
                    .filteredOn(Detail.ValueGiven.class::isInstance)
                    .extracting(d -> ((Detail.ValueGiven) d).value())
                    .containsExactly("dep-7", "", "sa-1");
        }
    }
}
