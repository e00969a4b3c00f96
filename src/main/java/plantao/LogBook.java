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
import plantao.cli.Rooms;
import plantao.journal.Detail;
import plantao.journal.Entry;
import plantao.journal.Found;
import plantao.store.Answer;
import plantao.store.Ask;
import plantao.store.ChainProblem;
import plantao.store.Folders;
import plantao.store.Ids;
import plantao.store.Leak;
import plantao.store.LogDoor;
import plantao.store.Restore;
import plantao.store.StoreException;

/// The log's own verbs, in the world of a console.
final class LogBook implements Rooms.Ledger {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final Console.Setup setup;

    LogBook(Console.Setup setup) {
        this.setup = setup;
    }

    @Override
    public Checked verify(boolean practice) {
        return checked(ask(practice, new Ask.Verify()));
    }

    @Override
    public Map.Entry<Path, Checked> backup(boolean practice, @Nullable Path file) {
        Path to = (file == null ? usual(practice) : file).toAbsolutePath();
        return Map.entry(to, checked(ask(practice, new Ask.Backup(to.toString()))));
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
    public Found find(boolean practice, String typed, ZoneId zone, int most) {
        return LogDoor.found(ask(practice, new Ask.Find(typed, zone.getId(), most)));
    }

    @Override
    public List<Entry> ofKinds(boolean practice, List<String> kinds, Instant from) {
        return LogDoor.entries(ask(practice, new Ask.OfKinds(kinds, from.toString())));
    }

    @Override
    public List<Entry> byId(boolean practice, String id) {
        return LogDoor.entries(ask(practice, new Ask.ById(id)));
    }

    @Override
    public List<Entry> holding(boolean practice, String text) {
        return LogDoor.entries(ask(practice, new Ask.Holding(text)));
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
            ask(practice, new Ask.Redact(LogDoor.lines(redactions)));
        }
        Folders folders = setup.folders();
        List<Path> beside = new ArrayList<>(List.of(log(practice), folders.state()));
        return text == null ? List.of() : new Leak(text).out(beside);
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

    private Answer ask(boolean practice, Ask ask) {
        if (Files.notExists(log(practice))) {
            throw new StoreException(
                    "There is no log yet", log(practice).toString(), "It begins with the first window.", null);
        }
        Answer answer = door(practice).ask(ask);
        if (!answer.done()) {
            throw new IllegalStateException(String.join(" ", answer.lines()));
        }
        return answer;
    }

    private static Checked checked(Answer answer) {
        return new Checked(
                Long.parseLong(answer.lines().getFirst()),
                answer.lines().subList(1, answer.lines().size()));
    }
}
