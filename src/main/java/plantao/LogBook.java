package plantao;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import plantao.cli.ConsoleAccess;
import plantao.journal.Detail;
import plantao.journal.Entry;
import plantao.journal.SearchResult;
import plantao.store.ChainProblem;
import plantao.store.Folders;
import plantao.store.Ids;
import plantao.store.LeakRemoval;
import plantao.store.LogDoor;
import plantao.store.LogReply;
import plantao.store.LogRequest;
import plantao.store.Restore;
import plantao.store.StoreException;

/// The log's own verbs, in the world of a console.
final class LogBook implements ConsoleAccess.Ledger {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final Console.Setup setup;

    LogBook(Console.Setup setup) {
        this.setup = setup;
    }

    @Override
    public Checked verify(boolean practice) {
        return checked(ask(practice, new LogRequest.Verify()));
    }

    @Override
    public Map.Entry<Path, Checked> backup(boolean practice, @Nullable Path file) {
        Path to = (file == null ? usual(practice) : file).toAbsolutePath();
        return Map.entry(to, checked(ask(practice, new LogRequest.Backup(to.toString()))));
    }

    private Path usual(boolean practice) {
        String name = "plantao-" + log(practice).getFileName() + "-"
                + STAMP.format(setup.clock().instant());
        return setup.folders().data().resolve("backups").resolve(name + ".jsonl.gz");
    }

    @Override
    public Restored restore(boolean practice, Path file, boolean replace) {
        if (door(practice).held()) {
            throw new StoreException(
                    "A window has the log open",
                    log(practice).toString(),
                    "Close it, then restore: what it shows would not be what is in the log.",
                    null);
        }
        Ids ids = new Ids(setup.clock(), new SecureRandom());
        String device = Device.made(setup.environment());
        Instant now = setup.clock().instant();
        Restore.Done done = new Restore(log(practice), file, replace)
                .run(now, detail -> new Entry(ids.get(), now, setup.operator(), device, "", "log", detail));
        Device.rename(setup.folders().state(), device);
        return new Restored(
                done.entries(),
                done.made(),
                done.aside(),
                done.problems().stream().map(ChainProblem::text).toList());
    }

    @Override
    public SearchResult find(boolean practice, String typed, ZoneId zone, int most) {
        return LogDoor.found(ask(practice, new LogRequest.Find(typed, zone.getId(), most)));
    }

    @Override
    public List<Entry> ofKinds(boolean practice, List<String> kinds, Instant from) {
        return LogDoor.entries(ask(practice, new LogRequest.OfKinds(kinds, from.toString())));
    }

    @Override
    public List<Entry> byId(boolean practice, String id) {
        return LogDoor.entries(ask(practice, new LogRequest.ById(id)));
    }

    @Override
    public List<Entry> holding(boolean practice, String text) {
        return LogDoor.entries(ask(practice, new LogRequest.Holding(text)));
    }

    @Override
    public List<Path> redact(boolean practice, List<Entry> entries, String reason, @Nullable String text) {
        Ids ids = new Ids(setup.clock(), new SecureRandom());
        String device = Device.name(setup.folders().state(), setup.environment());
        List<Entry> redactions = entries.stream()
                .map(e -> new Entry(
                        ids.get(),
                        setup.clock().instant(),
                        setup.operator(),
                        device,
                        e.system(),
                        e.id().toString(),
                        new Detail.Redacted(reason)))
                .toList();
        if (!redactions.isEmpty()) {
            ask(practice, new LogRequest.Redact(LogDoor.lines(redactions)));
        }
        Folders folders = setup.folders();
        List<Path> beside = new ArrayList<>(List.of(log(practice), folders.state()));
        return text == null ? List.of() : new LeakRemoval(text).out(beside);
    }

    private Path log(boolean practice) {
        return practice ? setup.folders().practiceLog() : setup.folders().log();
    }

    private LogDoor door(boolean practice) {
        return new LogDoor(
                log(practice),
                setup.folders().state(),
                Device.name(setup.folders().state(), setup.environment()),
                setup.clock());
    }

    private LogReply ask(boolean practice, LogRequest ask) {
        if (Files.notExists(log(practice))) {
            throw new StoreException(
                    "There is no log yet", log(practice).toString(), "It begins with the first window.", null);
        }
        LogReply answer = door(practice).ask(ask);
        if (!answer.done()) {
            throw new IllegalStateException(String.join(" ", answer.lines()));
        }
        return answer;
    }

    private static Checked checked(LogReply answer) {
        return new Checked(
                Long.parseLong(answer.lines().getFirst()),
                answer.lines().subList(1, answer.lines().size()));
    }
}
