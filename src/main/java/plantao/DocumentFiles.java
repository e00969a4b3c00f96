package plantao;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import plantao.desk.Board;
import plantao.desk.Effect;
import plantao.desk.Event;

/// Documents as files: in a folder beside the log, or where a runbook wants them.
final class DocumentFiles {
    private DocumentFiles() {}

    /// Writes a document under `data`; returns what the desk should know of it.
    static Event write(Path data, Effect.WriteFile file) {
        Path folder = folder(data, file);
        Path target = folder.resolve(Path.of(file.name()).getFileName().toString());
        try {
            Files.createDirectories(folder);
            target = file.place() != null && file.place().over() ? target : free(target, file.text());
            Files.writeString(target, file.text());
            return new Event.FileWritten(file.system(), file.what(), target.toString());
        } catch (IOException e) {
            return new Event.NoticeRaised(
                    Board.Notice.Level.ERROR,
                    "The file " + target + " could not be written (" + e.getMessage()
                            + "). The text is kept in the log.");
        }
    }

    private static Path folder(Path data, Effect.WriteFile file) {
        Effect.Place place = file.place();
        if (place == null) {
            return data.resolve("documents");
        }
        Path source = Path.of(place.source());
        Path own = place.over() || Files.isDirectory(source)
                ? source
                : source.toAbsolutePath().getParent();
        return (own == null ? source : own).resolve(place.folder());
    }

    /// The file itself, or one beside it with a number: a document that was written before is never overwritten.
    private static Path free(Path file, String text) throws IOException {
        Path free = file;
        for (int n = 2; Files.exists(free) && !Files.readString(free).equals(text); n++) {
            free = file.resolveSibling(file.getFileName().toString().replaceFirst("(\\.\\w+)$", "-" + n + "$1"));
        }
        return free;
    }
}
