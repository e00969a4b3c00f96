package plantao.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// What the operator approved, by hash, for each runbook folder: `trust.json` in the config folder, outside of
/// every runbook. A file that cannot be understood counts as no trust and is kept aside as `trust.json.broken`.
public final class TrustFile {
    private static final TypeReference<TreeMap<String, @Nullable TreeSet<@Nullable String>>> SHAPE =
            new TypeReference<>() {};

    private final Path file;
    private final JsonMapper json =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /// @param config the folder for the file; made when something is approved
    public TrustFile(Path config) {
        this.file = config.resolve("trust.json");
    }

    /// The approved hashes of a runbook's folder; none when nothing was approved.
    ///
    /// @throws StoreException when the file is there but cannot be read
    public synchronized Set<String> approved(String folder) {
        Set<String> hashes = read().get(folder);
        return hashes == null ? Set.of() : Set.copyOf(hashes);
    }

    /// Adds to the approved hashes of a folder; on the disk when this returns.
    ///
    /// @throws StoreException when the file cannot be written
    public synchronized void approve(String folder, Set<String> hashes) {
        TreeMap<String, TreeSet<String>> all = read();
        all.computeIfAbsent(folder, f -> new TreeSet<>()).addAll(hashes);
        try {
            OwnerOnly.folder(file.toAbsolutePath().resolveSibling(".").normalize());
            OwnerOnly.replace(file, json.writeValueAsString(all) + "\n");
        } catch (IOException e) {
            throw new StoreException(
                    "The approval could not be kept: " + FileReason.of(e),
                    file.toString(),
                    "Make the folder writable and approve again.",
                    e);
        }
    }

    private TreeMap<String, TreeSet<String>> read() {
        String text;
        try {
            text = Files.readString(file);
        } catch (NoSuchFileException e) {
            return new TreeMap<>();
        } catch (java.nio.charset.CharacterCodingException e) {
            return aside();
        } catch (IOException e) {
            throw new StoreException(
                    "The approvals could not be read: " + FileReason.of(e),
                    file.toString(),
                    "Give your user the right to read it, or delete it and approve again.",
                    e);
        }
        try {
            return sound(json.readValue(text, SHAPE));
        } catch (JacksonException | IllegalArgumentException e) {
            return aside();
        }
    }

    private static TreeMap<String, TreeSet<String>> sound(
            @Nullable Map<String, @Nullable TreeSet<@Nullable String>> read) {
        TreeMap<String, TreeSet<String>> all = new TreeMap<>();
        if (read == null) {
            throw new IllegalArgumentException("null is no map");
        }
        read.forEach((folder, hashes) -> {
            TreeSet<String> sound = new TreeSet<>();
            if (hashes == null) {
                throw new IllegalArgumentException("null is no set");
            }
            for (String hash : hashes) {
                if (hash == null || !hash.matches("[0-9a-f]{64}")) {
                    throw new IllegalArgumentException("not a SHA-256 in hex");
                }
                sound.add(hash);
            }
            all.put(folder, sound);
        });
        return all;
    }

    private TreeMap<String, TreeSet<String>> aside() {
        try {
            Files.move(file, file.resolveSibling("trust.json.broken"), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new StoreException(
                    "The approvals are unreadable and could not be put aside: " + FileReason.of(e),
                    file.toString(),
                    "Move the file away by hand; the runbooks then ask for approval again.",
                    e);
        }
        return new TreeMap<>();
    }
}
