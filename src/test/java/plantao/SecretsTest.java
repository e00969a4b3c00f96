package plantao;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plantao.desk.Board;
import plantao.desk.Drafts;
import plantao.desk.Event;
import plantao.desk.Previews;
import plantao.journal.Detail;
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
        List<String> told = new CopyOnWriteArrayList<>();
        List<String> copied = new ArrayList<>();
        Console.Setup setup;
        try (AutoCloseable _ = diagnostics(told);
                Walked walked = new Walked(temp, Map.of("OUR_TOKEN", OWN), settings, steps)) {
            setup = walked.setup;
            walked.console.send(new Event.StartShift("Shop", "Ana"));
            walked.console.send(new Event.DeclareIncident("Shop", null, "Catalogue " + OWN));
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
            // Something breaks, with a secret in its words, and is told of.
            AtomicBoolean once = new AtomicBoolean(true);
            walked.console.listen(_ -> {
                if (once.getAndSet(false)) {
                    throw new IllegalStateException("cannot draw " + OWN + " " + spelled(ASKED));
                }
            });
            walked.console.send(new Event.AddNote("Shop", spelled(OWN).toString()));
            walked.until(
                    "all is saved",
                    () -> notes(walked) == 2 && walked.console.board().unsaved().isEmpty());
            copied.addAll(copies(walked));
            exported(walked);
        }
        Path backup = new LogBook(setup)
                .backup(false, temp.resolve("kept/backup.jsonl.gz"))
                .getKey();
        try (var in = new GZIPInputStream(Files.newInputStream(backup))) {
            Files.write(temp.resolve("kept/backup.jsonl"), in.readAllBytes());
        }
        Files.write(temp.resolve("kept/diagnostics.txt"), told);
        Files.write(temp.resolve("kept/copied.txt"), copied);
        assertThat(Files.readString(temp.resolve("kept/backup.jsonl"))).contains("they are ••••");
        assertThat(told).as("what is told where something breaks").anyMatch(t -> t.contains("IllegalStateException"));
        assertThat(copied).anyMatch(c -> c.contains("plainly marked"));

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

    /// What the copy buttons of the run's screen give: commands as they are shown, and what they printed.
    private static List<String> copies(Walked walked) {
        List<String> all = new ArrayList<>();
        for (int step = 0; step < walked.run().steps().size(); step++) {
            all.add(Previews.of(walked.run(), step).shown());
            // What a step that prints secrets shows is copied as it is shown: that is what it is for.
            if (Previews.kept(walked.system(), walked.run().steps().get(step))) {
                all.add(walked.printed(step));
            }
        }
        return all;
    }

    /// Writes the handoff and the post-mortem, as Markdown and as HTML to print.
    private static long notes(Walked walked) {
        return walked.console.board().journal().entries().stream()
                .filter(e -> e.detail() instanceof Detail.Note)
                .count();
    }

    private static void exported(Walked walked) throws Exception {
        Board board = walked.console.board();
        var shift = board.journal().shifts().getFirst().id();
        var incident = board.incident().orElseThrow().id();
        String handoff = Drafts.handoff(board, shift, Locale.ENGLISH, ZoneOffset.UTC);
        String postmortem = Drafts.postmortem(board, incident, Locale.ENGLISH, ZoneOffset.UTC);
        assertThat(handoff).contains("they are ••••");
        assertThat(postmortem).contains("••••");
        walked.console.send(new Event.SavePostmortem(incident, postmortem + "\ntyped " + ASKED + " " + spelled(TYPED)));
        for (String name : List.of("handoff.md", "handoff.html")) {
            walked.console.send(new Event.ExportFile("Shop", "handoff", name, handoff + "\ntyped " + OWN));
        }
        walked.console.send(new Event.ExportFile("Shop", "postmortem", "p.md", postmortem + "\n" + spelled(ASKED)));
        walked.until("three documents are written", () -> documents(walked) == 3);
        walked.until("all is saved", () -> walked.console.board().unsaved().isEmpty());
    }

    private static long documents(Walked walked) {
        try (var all = Files.walk(walked.kept)) {
            return all.filter(f ->
                            f.getParent().endsWith("documents") && f.toString().matches(".*\\.(md|html)"))
                    .count();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /// Listens to what the program and its libraries say where something breaks.
    private static AutoCloseable diagnostics(List<String> told) {
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord said) {
                told.add(new SimpleFormatter().format(said));
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger root = Logger.getLogger("");
        root.addHandler(handler);
        return () -> root.removeHandler(handler);
    }

    /// A secret in all the ways that it may be written.
    private static String spelled(String secret) {
        return forms(secret).subList(0, 5) + " " + base64("user:" + secret) + " " + base64("u:" + secret);
    }

    private static List<String> forms(String secret) {
        String encoded = java.net.URLEncoder.encode(secret, StandardCharsets.UTF_8);
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        return List.of(
                secret,
                base64(secret),
                encoded,
                encoded.replace("+", "%20").toLowerCase(Locale.ROOT),
                Base64.getUrlEncoder().withoutPadding().encodeToString(bytes),
                base64("user:" + secret).substring(8, 24),
                base64("u:" + secret).substring(4, 20));
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
