package plantao.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import plantao.journal.Entry;
import plantao.journal.Found;
import plantao.journal.Search;

/// Answers questions from an open log.
///
/// @param changed is given entries that were added or blanked by it, as they are now
record Answering(JournalStore store, InstantSource clock, Consumer<List<Entry>> added, Consumer<List<Entry>> changed) {

    Answer answer(Ask ask) {
        EntryLine lines = new EntryLine();
        return switch (ask) {
            case Ask.Present _ -> Answer.of(List.of());
            case Ask.Verify _ -> Answer.of(verified());
            case Ask.Backup(String file) -> backup(Path.of(file));
            case Ask.ById(String id) -> Answer.of(written(store.byId(id), lines));
            case Ask.Holding(String text) -> Answer.of(written(store.holding(text), lines));
            case Ask.All _ -> Answer.of(written(store.all(), lines));
            case Ask.Remembered _ -> Answer.of(written(store.remembered(), lines));
            case Ask.Find(String typed, String zone, int most) -> {
                Found found = store.find(Search.of(typed, clock.instant(), ZoneId.of(zone)), most);
                List<String> said = new ArrayList<>(List.of(found.more() ? "more" : ""));
                said.addAll(written(found.entries(), lines));
                yield Answer.of(said);
            }
            case Ask.Between(String system, String from, String to, int most) ->
                Answer.of(written(store.between(system, Instant.parse(from), Instant.parse(to), most), lines));
            case Ask.OfKinds(List<String> kinds, String from) ->
                Answer.of(written(store.ofKinds(kinds, Instant.parse(from)), lines));
            case Ask.Redact(List<String> texts) -> {
                List<Entry> redactions = read(texts, lines);
                List<Entry> blanked = store.redact(redactions);
                added.accept(redactions);
                changed.accept(blanked);
                yield Answer.of(written(blanked, lines));
            }
            case Ask.Append(List<String> texts) -> {
                List<Entry> entries = read(texts, lines);
                List<String> ids =
                        store.append(entries).stream().map(Object::toString).toList();
                added.accept(entries);
                yield Answer.of(ids);
            }
        };
    }

    private static List<String> written(List<Entry> entries, EntryLine lines) {
        return entries.stream().map(lines::write).toList();
    }

    private static List<Entry> read(List<String> texts, EntryLine lines) {
        return texts.stream().map(lines::read).flatMap(Optional::stream).toList();
    }

    /// The first line counts the entries, the others say what is wrong.
    private List<String> verified() {
        List<String> said = said(store.size(), store.verify());
        said.addAll(store.compare());
        return said;
    }

    private static List<String> said(long entries, List<ChainProblem> problems) {
        List<String> said = new ArrayList<>();
        said.add(String.valueOf(entries));
        problems.forEach(problem -> said.add(problem.text()));
        return said;
    }

    private Answer backup(Path file) {
        Path scratch = null;
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null && !Files.exists(folder)) {
                OwnerOnly.folder(folder);
            }
            scratch = Files.createTempDirectory("plantao-backup");
            Backup.Contents contents = new Backup().write(store, file, scratch, clock.instant());
            return Answer.of(said(contents.entries(), contents.problems()));
        } catch (IOException e) {
            return Answer.failed(new StoreException(
                            "The backup could not be written: " + Reason.of(e),
                            file.toString(),
                            "Choose a place with room that you may write to.",
                            e)
                    .text());
        } finally {
            discard(scratch);
        }
    }

    static void discard(@Nullable Path folder) {
        if (folder == null || !Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
        } catch (IOException e) {
            folder.toFile().deleteOnExit();
        }
    }
}
