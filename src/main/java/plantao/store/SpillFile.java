package plantao.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import plantao.journal.Entry;

/// Where entries wait that the database did not take: `unsaved-<device>.jsonl`, an entry a line, in the first of
/// several folders that can be written to. On the disk when [#add] returns. For one thread.
final class SpillFile {
    private final String name;
    private final List<Path> folders;
    private final EntryLine lines = new EntryLine();
    private final Set<UUID> kept = new HashSet<>();
    private final Map<Path, Long> sizes = new LinkedHashMap<>();

    /// @param device letters, digits, `.`, `_` and `-` go into the file's name, anything else becomes `_`
    SpillFile(String device, List<Path> folders) {
        this.name = "unsaved-" + device.replaceAll("[^A-Za-z0-9._-]", "_") + ".jsonl";
        this.folders = List.copyOf(folders);
    }

    /// What earlier sessions left, of this device and of any that used the folders before. Files that cannot be
    /// read are passed over and stay.
    List<Entry> left() {
        List<Entry> entries = new ArrayList<>();
        for (Path folder : folders) {
            for (Path file : files(folder)) {
                try {
                    byte[] bytes = Files.readAllBytes(file);
                    sizes.put(file, (long) bytes.length);
                    new String(bytes, StandardCharsets.UTF_8)
                            .lines()
                            .map(lines::read)
                            .flatMap(Optional::stream)
                            .forEach(entries::add);
                } catch (IOException e) {
                    sizes.remove(file);
                }
            }
        }
        entries.forEach(e -> kept.add(e.id()));
        return entries;
    }

    private static List<Path> files(Path folder) {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, "unsaved-*.jsonl")) {
            found.forEach(files::add);
        } catch (IOException | DirectoryIteratorException e) {
            return List.of();
        }
        files.sort(null);
        return files;
    }

    /// Keeps those of the entries that it does not keep yet.
    ///
    /// @return the file they went to, or null when there was nothing to add
    /// @throws IOException when none of the folders takes them: what the first one said
    @Nullable
    Path add(Iterable<Entry> entries) throws IOException {
        StringBuilder text = new StringBuilder();
        Set<UUID> added = new HashSet<>();
        for (Entry entry : entries) {
            if (!kept.contains(entry.id()) && added.add(entry.id())) {
                text.append(lines.write(entry)).append('\n');
            }
        }
        if (added.isEmpty()) {
            return null;
        }
        IOException first = null;
        for (Path folder : folders) {
            Path file = folder.resolve(name);
            try {
                OwnerOnly.folder(folder);
                // An earlier line may have been torn: begin on a fresh one.
                OwnerOnly.append(file, "\n" + text);
                kept.addAll(added);
                sizes.put(file, Files.size(file));
                return file;
            } catch (IOException e) {
                first = first == null ? e : first;
            }
        }
        throw first == null ? new IOException("there is no folder for them") : first;
    }

    /// The database has all that was read and added: takes the files away. One that holds lines which are no
    /// entries is kept beside as `.broken`; one that another window wrote to since is left to be read at the next
    /// start.
    void clear() throws IOException {
        for (Map.Entry<Path, Long> seen : sizes.entrySet()) {
            Path file = seen.getKey();
            if (Files.exists(file) && Files.size(file) == seen.getValue()) {
                if (sound(file)) {
                    Files.delete(file);
                } else {
                    Files.move(file, aside(file));
                }
            }
        }
        sizes.clear();
        kept.clear();
    }

    private static Path aside(Path file) {
        Path aside = file.resolveSibling(file.getFileName() + ".broken");
        for (int i = 2; Files.exists(aside); i++) {
            aside = file.resolveSibling(file.getFileName() + ".broken" + i);
        }
        return aside;
    }

    private boolean sound(Path file) throws IOException {
        String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        return text.lines()
                .filter(l -> !l.isBlank())
                .allMatch(l -> lines.read(l).isPresent());
    }

    /// Where the entries are that it keeps, for the operator.
    String where() {
        return sizes.keySet().stream().map(Path::toString).collect(Collectors.joining(", "));
    }
}
