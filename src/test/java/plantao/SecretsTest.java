package plantao;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plantao.desk.Event;
import plantao.playbook.StepState;

/// Canaries: secrets that a playbook works with, looked for afterwards in every file that the console has left.
final class SecretsTest {
    private static final String OWN = "canary-env-4f9a!c/7";
    private static final String ASKED = "canary-asked-81b2?x=1";
    private static final String PRINTED = "canary-printed-77d0";
    private static final String TYPED = "canary-typed-55c3%q";
    private static final List<String> ALL = List.of(OWN, ASKED, PRINTED, TYPED);

    @TempDir
    Path temp;

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void nothingThatIsKeptHoldsASecret() throws Exception {
        Path store = Files.writeString(
                Files.createDirectories(temp.resolve("bin")).resolve("store"),
                "#!/bin/sh\n[ \"$1 $2\" = 'show ops/db' ] && echo '" + ASKED + "'\n");
        assertThat(store.toFile().setExecutable(true)).isTrue();
        String settings = """
                variables:
                  API_TOKEN: {env: OUR_TOKEN, secret: true}
                  DB_PASSWORD: {command: %s show ops/db}
                """.formatted(store);
        String steps = """
                **Diagnosis:**

                ```bash
                # Look at the token
                printf '%s|' "$API_TOKEN" | tee copy; base64 -w0 <<< "user:$API_TOKEN"; jq -rn --arg v "$API_TOKEN" '$v|@uri' 2>/dev/null || echo

                # Look at the password
                [ -n "$DB_PASSWORD" ] && echo "plainly marked: $DB_PASSWORD"; tr '\\0' ' ' </proc/$$/cmdline

                # Look at the settings
                cat .env

                # Give the key
                printf '%s' "<api_key>" | wc -c
                ```
                """;
        try (Walked walked = new Walked(temp, Map.of("OUR_TOKEN", OWN), settings, steps)) {
            Files.writeString(walked.folder.resolve(".env"), "KEY=" + PRINTED + "\n");
            walked.console.send(new Event.GiveValue(walked.run().id(), "api_key", TYPED));

            assertThat(walked.step(0).status()).isEqualTo(StepState.Status.DONE);
            assertThat(Files.readString(walked.folder.resolve("copy"))).isEqualTo(OWN + "|");
            assertThat(walked.printed(0)).contains("••••").doesNotContain(OWN);
            assertThat(walked.step(1).status()).as(walked.printed(1)).isEqualTo(StepState.Status.DONE);
            assertThat(walked.printed(1)).contains("plainly marked: ••••").doesNotContain(ASKED);
            StepState listed = walked.step(2);
            assertThat(walked.printed(2)).as("shown").contains(PRINTED);
            assertThat(listed.excerpt()).isEqualTo("••••••••");
            assertThat(walked.step(3).status()).isEqualTo(StepState.Status.DONE);
            assertThat(walked.printed(3)).contains(String.valueOf(TYPED.length()));
            walked.console.send(new Event.AddNote("Shop", "they are " + OWN + " " + ASKED + " " + TYPED));
            walked.until("all is saved", () -> walked.console.board().unsaved().isEmpty());
        }

        List<Path> files;
        try (var all = Files.walk(temp.resolve("kept"))) {
            files = all.filter(Files::isRegularFile).toList();
        }
        List<String> found = new ArrayList<>();
        boolean marker = false;
        for (Path file : files) {
            String text = Files.readString(file, StandardCharsets.ISO_8859_1);
            marker |= text.contains("plainly marked");
            for (String secret : ALL) {
                for (String form : forms(secret)) {
                    if (text.contains(form)) {
                        found.add(file + ": " + form);
                    }
                }
            }
        }
        assertThat(marker).as("the search finds what is kept").isTrue();
        assertThat(found).isEmpty();
        assertThat(files).anyMatch(f -> f.toString().endsWith(".log")); // spools were among them
    }

    private static List<String> forms(String secret) {
        String encoded = java.net.URLEncoder.encode(secret, StandardCharsets.UTF_8);
        return List.of(secret, base64(secret), encoded, base64("user:" + secret).substring(8, 24));
    }

    @Test
    void aStoreThatStaysShutSaysSoAndNothingRuns() throws IOException {
        String settings = "variables:\n  DB_PASSWORD: {command: \"echo locked >&2; exit 3\"}\n";
        try (Walked walked = new Walked(temp, Map.of(), settings, "```bash\necho \"$DB_PASSWORD\" > out\n```\n")) {
            StepState state = walked.step(0);

            assertThat(state.result()).asString().contains("DB_PASSWORD", "ended with 3: locked");
            assertThat(walked.folder.resolve("out")).doesNotExist();
        }
    }
}
