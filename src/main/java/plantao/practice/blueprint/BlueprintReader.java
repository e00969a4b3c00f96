package plantao.practice.blueprint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// Reads `practice.yaml`. Unknown keys are errors, so that a slip is found.
public final class BlueprintReader {
    /// The file's name.
    public static final String FILE = "practice.yaml";

    private final YAMLMapper mapper = YAMLMapper.builder()
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    /// Reads the blueprint in this folder.
    ///
    /// @throws BlueprintException when the file is missing, is no YAML, or says something that cannot be
    public Blueprint read(Path folder) throws BlueprintException {
        Path file = folder.resolve(FILE);
        String written = "";
        Text text;
        try {
            written = Files.readString(file);
            text = mapper.readValue(written, Text.class);
        } catch (NoSuchFileException e) {
            throw new BlueprintException("there is no " + FILE, folder.toString(), e);
        } catch (IOException e) {
            throw new BlueprintException("cannot be read: " + e.getMessage(), file.toString(), e);
        } catch (JacksonException e) {
            var at = e.getLocation();
            int line = at == null || at.getLineNr() < 1 ? line(written, e.getPath()) : at.getLineNr();
            throw new BlueprintException(plain(e), file + (line < 1 ? "" : ":" + line), e);
        }
        if (text == null) {
            throw new BlueprintException("the file is empty", file.toString());
        }
        Blueprint blueprint = text.in(folder);
        List<String> flaws = BlueprintCheck.flaws(blueprint);
        if (!flaws.isEmpty()) {
            throw new BlueprintException(String.join("; ", flaws), file.toString());
        }
        return blueprint;
    }

    /// The message without names of Java types, behind the path of the key it is about.
    private static String plain(JacksonException e) {
        String first = e.getOriginalMessage().lines().findFirst().orElse("not readable");
        String text = first.replaceAll(" of type `[^`]*`", "")
                .replaceAll(" \\(token `JsonToken\\.([A-Z_]+)`\\)", "")
                .replaceAll(" for Enum class", "");
        if (e instanceof UnrecognizedPropertyException unknown) {
            text = "this key is not known; known here: " + unknown.getKnownPropertyIds();
        }
        String path = e.getPath().stream()
                .map(r -> r.getPropertyName() == null ? Integer.toString(r.getIndex()) : r.getPropertyName())
                .collect(Collectors.joining("."));
        return path.isEmpty() ? text : path + ": " + text;
    }

    /// The line of the key at the end of this path, found by its names one after the other; 0 when they are not
    /// there. The mapper knows no line for a key that it does not know.
    private static int line(String text, List<JacksonException.Reference> path) {
        List<String> lines = text.lines().toList();
        int at = 0;
        for (JacksonException.Reference step : path) {
            if (step.getPropertyName() == null) {
                continue;
            }
            Pattern key =
                    Pattern.compile("(^|[\\s{,\\[-])[\"']?" + Pattern.quote(step.getPropertyName()) + "[\"']?\\s*:");
            while (at < lines.size() && !key.matcher(lines.get(at)).find()) {
                at++;
            }
        }
        return at < lines.size() ? at + 1 : 0;
    }

    /// The file's top level.
    record Text(
            @Nullable Double holdFactor,
            Blueprint.@Nullable PostgresSpec postgres,
            @Nullable Map<String, List<String>> servers,
            @Nullable Map<String, ProcessSpec> processes,
            @Nullable Map<String, Blueprint.Gift> variables,
            @Nullable Map<String, String> replaces,
            @Nullable String work,
            @Nullable Map<String, String> files,
            @Nullable List<String> backups,
            @Nullable Integer diskMegabytes,
            @Nullable List<String> tools,
            @Nullable Map<String, CommandSpec> commands,
            @Nullable List<Scenario> scenarios) {
        Blueprint in(Path folder) {
            return new Blueprint(
                    folder,
                    holdFactor == null ? 1 : holdFactor,
                    postgres == null
                            ? new Blueprint.PostgresSpec("practice", "practice", 100, null, List.of())
                            : postgres,
                    servers == null ? Map.of() : servers,
                    processes == null ? Map.of() : processes,
                    variables == null ? Map.of() : variables,
                    replaces == null ? Map.of() : replaces,
                    work,
                    files == null ? Map.of() : files,
                    backups == null ? List.of() : backups,
                    diskMegabytes == null ? 512 : diskMegabytes,
                    tools == null ? List.of() : tools,
                    commands == null ? Map.of() : commands,
                    scenarios == null ? List.of() : scenarios);
        }
    }
}
