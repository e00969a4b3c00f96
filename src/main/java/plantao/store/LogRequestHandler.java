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
import plantao.journal.SearchQuery;
import plantao.journal.SearchResult;

/// Answers questions from an open log.
///
/// @param changed is given entries that were added or blanked by it, as they are now
record LogRequestHandler(
        JournalStore store, InstantSource clock, Consumer<List<Entry>> added, Consumer<List<Entry>> changed) {

    LogReply answer(LogRequest ask) {
        EntryLine lines = new EntryLine();
        return switch (ask) {
            case LogRequest.Present _ -> LogReply.of(List.of());
            case LogRequest.Verify _ -> LogReply.of(verified());
            case LogRequest.Backup(String file) -> backup(Path.of(file));
            case LogRequest.ById(String id) -> LogReply.of(written(store.byId(id), lines));
            case LogRequest.Holding(String text) -> LogReply.of(written(store.holding(text), lines));
            case LogRequest.All _ -> LogReply.of(written(store.all(), lines));
            case LogRequest.Remembered _ -> LogReply.of(written(store.remembered(), lines));
            case LogRequest.Find(String typed, String zone, int most) -> {
                SearchResult found = store.find(SearchQuery.of(typed, clock.instant(), ZoneId.of(zone)), most);
                List<String> said = new ArrayList<>(List.of(found.more() ? "more" : ""));
                said.addAll(written(found.entries(), lines));
                yield LogReply.of(said);
            }
            case LogRequest.Between(String system, String from, String to, int most) ->
                LogReply.of(written(store.between(system, Instant.parse(from), Instant.parse(to), most), lines));
            case LogRequest.OfKinds(List<String> kinds, String from) ->
                LogReply.of(written(store.ofKinds(kinds, Instant.parse(from)), lines));
            case LogRequest.Redact(List<String> texts) -> {
                List<Entry> redactions = read(texts, lines);
                List<Entry> blanked = store.redact(redactions);
                added.accept(redactions);
                changed.accept(blanked);
                yield LogReply.of(written(blanked, lines));
            }
            case LogRequest.Append(List<String> texts) -> {
                List<Entry> entries = read(texts, lines);
                List<String> ids =
                        store.append(entries).stream().map(Object::toString).toList();
                added.accept(entries);
                yield LogReply.of(ids);
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

    private LogReply backup(Path file) {
        Path scratch = null;
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null && !Files.exists(folder)) {
                OwnerOnly.folder(folder);
            }
            scratch = Files.createTempDirectory("plantao-backup");
            Backup.Contents contents = new Backup().write(store, file, scratch, clock.instant());
            return LogReply.of(said(contents.entries(), contents.problems()));
        } catch (IOException e) {
            return LogReply.failed(new StoreException(
                            "The backup could not be written: " + FileReason.of(e),
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
