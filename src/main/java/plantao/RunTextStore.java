package plantao;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import plantao.desk.Effect;
import plantao.runbook.Runbook;
import plantao.runbook.read.RunbookReader;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The texts of runbooks that runs were begun with, beside the log: a run that is gone on with after a restart
/// keeps the steps it began with. Each text is kept once, by its hash; the oldest go when there are many.
final class RunTextStore {
    private static final int MOST = 100;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private RunTextStore() {}

    /// Keeps a text under `data`. Where that can't be done the run goes on with the text of then, as long as it
    /// lasts.
    static void keep(Path data, Effect.KeepText text) {
        Path folder = data.resolve("runbooks");
        Path file = folder.resolve(text.hash() + ".json");
        try {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            if (!Files.exists(file)) {
                Path fresh = Files.createTempFile(folder, "text", ".new"); // only its owner reads it
                Files.writeString(fresh, JSON.writeValueAsString(text.texts()));
                Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
                forget(folder);
            }
        } catch (IOException | UncheckedIOException e) {
            System.getLogger(RunTextStore.class.getName())
                    .log(System.Logger.Level.WARNING, "The text of a runbook could not be kept in " + folder, e);
        }
    }

    private static void forget(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(f -> f.toString().endsWith(".json"))
                    .sorted(Comparator.comparing(f -> f.toFile().lastModified()))
                    .toList();
        }
        for (Path old : files.subList(0, Math.max(0, files.size() - MOST))) {
            Files.deleteIfExists(old);
        }
    }

    /// The runbook of that hash; empty when its text was not kept, or is not what it was.
    static Optional<Runbook> find(Path data, String hash) {
        Path file = data.resolve("runbooks").resolve(hash + ".json");
        if (!hash.matches("[0-9a-f]{64}") || !Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            Map<String, String> texts = new HashMap<>();
            for (Map.Entry<String, JsonNode> text :
                    JSON.readTree(Files.readString(file)).properties()) {
                texts.put(text.getKey(), text.getValue().asString());
            }
            return Optional.of(RunbookReader.read(hash, texts))
                    .filter(r -> r.hash().equals(hash));
        } catch (IOException | JacksonException e) {
            System.getLogger(RunTextStore.class.getName())
                    .log(System.Logger.Level.WARNING, "The kept text " + file + " could not be read", e);
            return Optional.empty();
        }
    }
}
