package plantao.cli;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import plantao.export.TallyText;
import plantao.journal.Entry;
import plantao.journal.SearchResult;
import plantao.journal.Tally;
import plantao.journal.TypedMoment;

/// `plantao log`: the log as a whole.
@Command(
        name = "log",
        description = "Search the log, count it up, check it, back it up, restore it, or blank what must not be in it.",
        synopsisSubcommandLabel = "VERB",
        footer = {"", "All of it works while a window has the log open, but for restore."},
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:done",
            "1:something is not as it was written, or nothing was found",
            "2:it could not be done, or the arguments are wrong"
        })
final class LogCommand {
    private static final int SHORTEST_LEAK = 4;

    @Spec
    private CommandSpec spec;

    private final ConsoleAccess rooms;

    LogCommand(ConsoleAccess rooms) {
        this.rooms = rooms;
    }

    @Command(
            name = "search",
            description = "Find entries by the beginnings of their words, without accents and case; the newest first.",
            footer = {
                "",
                "WORDS may also be \"a phrase\" and system:NAME kind:NAME service:NAME by:NAME since:WHEN until:WHEN"
                        + " with the beginning of a name (kind:step, kind:alert, kind:item, …) and WHEN as 12h, 7d,"
                        + " 2026-03-01."
            })
    int search(
            @Parameters(paramLabel = "WORDS", arity = "1..*", description = "What an entry must hold.")
                    List<String> words,
            @Option(
                            names = "--limit",
                            paramLabel = "N",
                            defaultValue = "50",
                            description = "How many at most. Default: ${DEFAULT-VALUE}.")
                    int limit,
            @Option(names = "--ids", description = "Begin each line with the entry's id, as redact takes it.")
                    boolean ids,
            @Option(names = "--practice", description = "The log of what was practised.") boolean practice) {
        String typed = words.stream().map(LogCommand::asTyped).collect(Collectors.joining(" "));
        ZoneId zone = ZoneId.systemDefault();
        SearchResult found = rooms.ledger().find(practice, typed, zone, Math.max(1, limit));
        found.entries().forEach(e -> out().println((ids ? e.id() + "  " : "") + EntryLine.full(e, zone)));
        if (found.more()) {
            err().println("plantao: there are older ones; --limit shows more.");
        }
        if (found.entries().isEmpty()) {
            err().println("plantao: the log has nothing of the kind.");
        }
        return found.entries().isEmpty() ? 1 : 0;
    }

    /// An argument with blanks in it was quoted for the shell: it is a phrase, unless it is a whole search.
    private static String asTyped(String argument) {
        boolean phrase = argument.contains(" ") && !argument.contains("\"") && argument.indexOf(':') < 0;
        return phrase ? "\"" + argument + "\"" : argument;
    }

    @Command(
            name = "figures",
            description =
                    "Times to acknowledge, mitigate and resolve by severity, service and week; alerts, checklists and"
                            + " steps; as Markdown.")
    int figures(
            @Option(names = "--system", paramLabel = "NAME", description = "Of one system. Default: all.") @Nullable
                    String system,
            @Option(
                            names = "--since",
                            paramLabel = "WHEN",
                            defaultValue = "12w",
                            description = "12w, 30d (ago), 2026-03-01. Default: ${DEFAULT-VALUE}.")
                    String since,
            @Option(names = "--language", paramLabel = "TAG", description = "en or pt-BR. Default: the machine's.")
                    @Nullable
                    String language,
            @Option(names = "--practice", description = "The log of what was practised.") boolean practice) {
        ZoneId zone = ZoneId.systemDefault();
        Instant now = Instant.now();
        Instant from = TypedMoment.of(since, now, zone)
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(), "--since takes 12w, 30d or 2026-03-01, not \"" + since + "\"."));
        List<Entry> entries = rooms.ledger().ofKinds(practice, Tally.KINDS, from).stream()
                .filter(e -> system == null || e.system().equalsIgnoreCase(system))
                .toList();
        if (entries.isEmpty()) {
            err().println("plantao: the log has nothing to count since then.");
            return 1;
        }
        Locale locale = language == null ? Locale.getDefault() : Locale.forLanguageTag(language);
        String title = system == null
                ? String.join(
                        ", ",
                        entries.stream().map(Entry::system).distinct().sorted().toList())
                : entries.getFirst().system();
        // What is counted an hour is not thinned out by a time before the log began.
        Instant begun =
                entries.getFirst().at().isAfter(from) ? entries.getFirst().at() : from;
        out().print(TallyText.of(title, Tally.of(entries, begun, now), begun, now, locale, zone));
        out().flush();
        return 0;
    }

    @Command(
            name = "verify",
            description = "Go along every device's chain of entries and tell what is not as it was written.")
    int verify(@Option(names = "--practice", description = "The log of what was practised.") boolean practice) {
        ConsoleAccess.Ledger.Checked checked = rooms.ledger().verify(practice);
        checked.problems().forEach(out()::println);
        out().println(counted(checked.entries())
                + (checked.problems().isEmpty()
                        ? ": all as they were written."
                        : ", " + checked.problems().size() + " not as written."));
        return checked.problems().isEmpty() ? 0 : 1;
    }

    @Command(
            name = "backup",
            description = "Write the whole log into one file, while it goes on being written to, and check it by"
                    + " restoring it elsewhere. An existing file is never overwritten.")
    int backup(
            @Parameters(
                            paramLabel = "FILE",
                            arity = "0..1",
                            description = "Default: a new one in the folder backups beside the log.")
                    @Nullable
                    Path file,
            @Option(names = "--practice", description = "The log of what was practised.") boolean practice) {
        Map.Entry<Path, ConsoleAccess.Ledger.Checked> made = rooms.ledger().backup(practice, file);
        List<String> problems = made.getValue().problems();
        problems.forEach(out()::println);
        out().println(made.getKey() + ": " + counted(made.getValue().entries()) + ", restored and compared"
                + (problems.isEmpty() ? "." : "; the log itself has what is listed above."));
        return problems.isEmpty() ? 0 : 1;
    }

    @Command(
            name = "restore",
            description = "Put a backup in the log's place. A log that is there is put aside, never deleted; this"
                    + " device begins a new chain that names the last entry known.")
    int restore(
            @Parameters(paramLabel = "FILE", description = "A file that backup wrote.") Path file,
            @Option(names = "--replace", description = "Put a log that has entries aside.") boolean replace,
            @Option(names = "--practice", description = "The log of what was practised.") boolean practice) {
        ConsoleAccess.Ledger.Restored done = rooms.ledger().restore(practice, file, replace);
        done.problems().forEach(out()::println);
        out().println(counted(done.entries()) + " restored, as of " + done.made() + ".");
        if (done.aside() != null) {
            out().println("The log that was there is kept as " + done.aside() + ".");
        }
        return done.problems().isEmpty() ? 0 : 1;
    }

    @Command(
            name = "redact",
            description =
                    "Blank entries that hold something that must not be kept. That it was done, when, by whom and why"
                            + " stays in the log, and every chain still holds.",
            footer = {
                "",
                "Without an ID the text that leaked is asked for (or read from standard input, one line): every entry"
                        + " that holds it is blanked, and it is struck out of the outputs, documents and waiting"
                        + " entries beside the log. It never has to be an argument. Backups that were made before still"
                        + " hold it."
            })
    int redact(
            @Parameters(
                            paramLabel = "ID",
                            arity = "0..*",
                            description = "Entries, by their ids or at least eight characters of them.")
                    @Nullable
                    List<String> ids,
            @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why; stays in the log.")
                    String reason,
            @Option(names = "--yes", description = "Do not ask.") boolean yes,
            @Option(names = "--practice", description = "The log of what was practised.") boolean practice)
            throws IOException {
        List<String> given = ids == null ? List.of() : ids;
        boolean named = !given.isEmpty();
        String leaked = named ? null : leaked();
        List<Entry> entries = named
                ? given.stream().flatMap(id -> one(practice, id).stream()).toList()
                : rooms.ledger().holding(practice, leaked == null ? "" : leaked);
        entries.forEach(e -> out().println(e.id() + "  " + e.at() + "  " + e.operator() + "  " + e.system() + "  "
                + e.detail().kind()));
        if (entries.isEmpty() && named) {
            err().println("plantao: the log has no such entry.");
            return 1;
        }
        if (!yes && !agreed(entries.size())) {
            err().println("plantao: nothing was changed.");
            return 1;
        }
        List<Path> files = rooms.ledger().redact(practice, entries, reason, leaked);
        files.forEach(f -> out().println("struck out of " + f));
        out().println(counted(entries.size()) + " blanked"
                + (files.isEmpty()
                        ? "."
                        : ", " + files.size() + (files.size() == 1 ? " file" : " files") + " cleaned."));
        return entries.isEmpty() && files.isEmpty() ? 1 : 0;
    }

    private List<Entry> one(boolean practice, String id) {
        if (!id.matches("[0-9a-fA-F-]{8,36}")) {
            throw new ParameterException(
                    spec.commandLine(), "\"" + id + "\" is no entry's id: it takes eight characters or more of it.");
        }
        List<Entry> found = rooms.ledger().byId(practice, id);
        if (found.size() > 1) {
            throw new ParameterException(
                    spec.commandLine(),
                    found.size() + " entries have an id that begins with " + id + ". Give more of it.");
        }
        return found;
    }

    private String leaked() throws IOException {
        Console console = System.console();
        String text;
        if (console != null && console.isTerminal()) {
            char[] typed = console.readPassword("What leaked (it is not shown): ");
            text = typed == null ? "" : new String(typed);
        } else {
            String line = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
            text = line == null ? "" : line;
        }
        if (text.strip().length() < SHORTEST_LEAK) {
            throw new ParameterException(
                    spec.commandLine(), "That is too short to look for: it takes " + SHORTEST_LEAK + " characters.");
        }
        return text;
    }

    private static boolean agreed(int entries) {
        Console console = System.console();
        if (console == null || !console.isTerminal()) {
            throw new IllegalStateException(
                    "Nobody is there to say yes to blanking " + counted(entries) + ": add --yes.");
        }
        String answer = console.readLine("Blank %s for ever? [y/N] ", counted(entries));
        return answer != null && answer.strip().toLowerCase(Locale.ROOT).startsWith("y");
    }

    private static String counted(long entries) {
        return String.format(Locale.ROOT, "%,d", entries) + (entries == 1 ? " entry" : " entries");
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    private PrintWriter err() {
        return spec.commandLine().getErr();
    }
}
