package plantao;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import plantao.cli.PlantaoCommand;
import plantao.practice.blueprint.BlueprintException;
import plantao.practice.blueprint.BlueprintReader;
import plantao.probe.BuiltProbe;
import plantao.probe.Checks;
import plantao.runbook.Settings;
import plantao.runbook.VariableSpec;
import plantao.runbook.config.SettingsReader;
import plantao.values.Place;
import plantao.values.Target;
import plantao.values.Variable;

/// What README.md shows is what the program takes.
class ReadmeTest {
    private static final Pattern YAML = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);
    private static final Pattern NAME = Pattern.compile("\\$([A-Z_]+)");
    private static final Pattern KNOWN = Pattern.compile("Known here: (.*)\\.");

    private static final Pattern PRACTICE_KEYS = Pattern.compile("known here: \\[(.*)\\]");

    private static String readme() throws IOException {
        return Files.readString(Path.of("README.md"));
    }

    /// The examples of console.yaml; the one of practice.yaml is another file's.
    private static String examples() throws IOException {
        return String.join("\n", yaml().filter(y -> !practice(y)).toList());
    }

    private static Stream<String> yaml() throws IOException {
        return YAML.matcher(readme()).results().map(m -> m.group(1));
    }

    private static boolean practice(String yaml) {
        return yaml.contains("\nscenarios:");
    }

    @Test
    void itsPracticeYamlIsReadAndHoldsEveryKey(@TempDir Path folder) throws Exception {
        String written = yaml().filter(ReadmeTest::practice).findFirst().orElseThrow();
        Path file = folder.resolve("practice.yaml");
        Files.writeString(folder.resolve("schema.sql"), "select 1");
        Files.createDirectory(folder.resolve("work"));
        Files.writeString(file, written);
        assertThat(new BlueprintReader().read(folder).scenarios()).hasSize(1);
        Files.writeString(file, "no-such-key: 1\n" + written);
        assertThatThrownBy(() -> new BlueprintReader().read(folder))
                .isInstanceOf(BlueprintException.class)
                .hasMessageContaining("known here: [")
                .satisfies(e -> assertThat(written.lines().map(l -> l.replaceFirst(":.*", "")))
                        .containsAll(PRACTICE_KEYS
                                .matcher(String.valueOf(e.getMessage()))
                                .results()
                                .flatMap(m -> Stream.of(m.group(1).split(", ")))
                                .toList()));
    }

    @Test
    void itsConsoleYamlIsReadWithoutAProblem() throws IOException {
        assertThat(SettingsReader.read(examples(), "console.yaml").problems()).isEmpty();
    }

    @Test
    void itsConsoleYamlHoldsEveryKey() throws IOException {
        String complaint = SettingsReader.read("no-such-key: 1", "console.yaml")
                .problems()
                .getFirst()
                .message();
        List<String> keys = KNOWN.matcher(complaint)
                .results()
                .flatMap(m -> Stream.of(m.group(1).split(", ")))
                .toList();
        assertThat(keys).contains("services", "timeouts");
        assertThat(examples().lines().map(l -> l.replaceFirst(":.*", ""))).containsAll(keys);
    }

    @Test
    void everyProbeInItCanBeMade() throws IOException {
        String examples = examples();
        Settings settings = SettingsReader.read(examples, "console.yaml").settings();
        Map<String, Variable> values = new HashMap<>();
        NAME.matcher(examples).results().map(m -> m.group(1)).forEach(n -> values.put(n, value(n)));
        Target target = new Target(
                "t", "T", Target.Kind.LOCAL, Map.of(), values, new Place("here", Path.of("."), false, Map.of(), null));
        assertThat(settings.variables()).extracting(VariableSpec::name).contains("DATABASE_URL");
        assertThat(Checks.all(settings.probes(), target))
                .isNotEmpty()
                .allSatisfy(made -> assertThat(made).isInstanceOf(BuiltProbe.Ready.class));
    }

    private static Variable value(String name) {
        String value = name.startsWith("REDIS")
                ? "redis://cache.example.org:6379/0"
                : name.endsWith("_URL") ? "postgresql://ana:x@db.example.org:5432/shop" : "x";
        return new Variable(name, value, true, "test");
    }

    @Test
    void itNamesEveryVerb() throws IOException {
        CommandLine line = PlantaoCommand.of(Main.rooms(Map.of()), false);
        assertThat(line.getSubcommands().keySet())
                .isNotEmpty()
                .allSatisfy(verb -> assertThat(readme()).containsPattern("\\| `" + verb + "[ `]"));
    }

    @Test
    void itNamesEveryMeasurement() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/test/java/plantao/bench"))) {
            List<String> names = files.map(f -> f.getFileName().toString())
                    .filter(n -> n.endsWith("Bench.java"))
                    .map(n -> n.replace("Bench.java", "").toLowerCase(Locale.ROOT))
                    .toList();
            String building = readme().substring(readme().indexOf("## Building on it"));
            assertThat(names).isNotEmpty().allSatisfy(n -> assertThat(building).containsPattern("`" + n + "[ `]"));
        }
    }
}
