package plantao.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import plantao.desk.Board;
import plantao.export.PracticeRemark;
import plantao.export.PrintedHtml;
import plantao.journal.Entry;
import plantao.journal.TypedMoment;

/// `plantao export`: documents from the log, as Markdown or as HTML to print.
@Command(
        name = "export",
        description = "Write a handoff, an incident, a post-mortem or the log itself as Markdown or HTML.",
        footer = {
            "",
            "The latest one is written; with --since all that went on after that moment. What was handed over or saved"
                    + " is written as it was; of what still goes on a draft. A window may have the log open meanwhile:"
                    + " it is asked for it; nothing is probed, and a draft says what burns as the log last knew it."
        },
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:written",
            "1:the log has nothing of the kind",
            "2:the log could not be read, a file could not be written, or the arguments are wrong"
        })
final class ExportCommand implements Callable<Integer> {
    /// The kinds as they are typed.
    static final class Kinds extends OptionNames {
        Kinds() {
            super(LogDocument.Kind.values());
        }
    }

    /// What a document is written as.
    enum Format {
        MARKDOWN,
        HTML
    }

    /// The formats as they are typed.
    static final class Formats extends OptionNames {
        Formats() {
            super(Format.values());
        }
    }

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "handoff|incident|postmortem|log",
            completionCandidates = Kinds.class,
            description = "What to write.")
    private LogDocument.Kind kind = LogDocument.Kind.LOG;

    @Option(names = "--system", paramLabel = "NAME", description = "The system; needed when the log knows several.")
    private @Nullable String system;

    @Option(names = "--incident", paramLabel = "N", description = "An incident's number. Default: the latest.")
    private @Nullable Integer incident;

    @Option(
            names = "--since",
            paramLabel = "WHEN",
            description = "12h, 7d (ago), 2026-03-01 or 2026-03-01T22:00 (local time).")
    private @Nullable String since;

    @Option(
            names = "--out",
            paramLabel = "DIR|-",
            description = "The folder for the files, named as the runbook says; no other file is overwritten."
                    + " Default: -, standard output.")
    private String to = "-";

    @Option(
            names = "--runbook",
            paramLabel = "FOLDER",
            description = "Runbooks whose templates and file names count. Default: those that were open last.")
    private List<Path> runbooks = List.of();

    @Option(
            names = "--format",
            paramLabel = "markdown|html",
            completionCandidates = Formats.class,
            description = "html: one file to print or send, with nothing in it that runs. Default: markdown.")
    private Format format = Format.MARKDOWN;

    @Option(names = "--language", paramLabel = "TAG", description = "en or pt-BR. Default: the runbook's.")
    private @Nullable String language;

    @Option(names = "--practice", description = "From the log of what was practised.")
    private boolean practice;

    private final ConsoleAccess rooms;

    ExportCommand(ConsoleAccess rooms) {
        this.rooms = rooms;
    }

    @Override
    public Integer call() throws IOException {
        PrintWriter err = spec.commandLine().getErr();
        ConsoleAccess.Kept kept = rooms.archive().read(practice, runbooks);
        Board board = kept.board();
        board.failures().forEach(f -> err.println("plantao: " + f.source() + ": " + f.message()));
        if (board.logProblem() != null) {
            err.println("plantao: " + board.logProblem());
            return 2;
        }
        ZoneId zone = ZoneId.systemDefault();
        LogDocument.Wanted wanted = new LogDocument.Wanted(chosen(board), incident, since(board.now(), zone));
        Locale locale = locale(board, wanted.system());
        List<LogDocument> papers = LogDocument.of(kind, board, wanted, locale, zone);
        if (papers.isEmpty()) {
            err.println("plantao: the " + (practice ? "practice log" : "log") + " has no such "
                    + (kind == LogDocument.Kind.LOG ? "entry" : kind.name().toLowerCase(Locale.ROOT)) + ".");
            return 1;
        }
        for (LogDocument paper : papers) {
            String text = kept.mask().apply(practice ? PracticeRemark.marked(paper.text(), locale) : paper.text());
            boolean html = format == Format.HTML;
            String rest =
                    html ? PrintedHtml.of(text, locale.toLanguageTag()) : text.endsWith("\n") ? text : text + "\n";
            if (to.equals("-")) {
                spec.commandLine().getOut().print(rest);
                spec.commandLine().getOut().flush();
            } else {
                String name = html ? paper.name().replaceFirst("\\.md$", ".html") : paper.name();
                try {
                    spec.commandLine().getOut().println(write(Path.of(to), name, rest));
                } catch (IOException e) {
                    err.println("plantao: " + name + " could not be written to " + to + " (" + e.getMessage()
                            + "). Choose with --out a folder that you may write to.");
                    return 2;
                }
            }
        }
        return 0;
    }

    /// The system that is meant; null for the log of all.
    private @Nullable String chosen(Board board) {
        List<String> names = board.journal().entries().stream()
                .map(Entry::system)
                .filter(n -> !n.isEmpty())
                .distinct()
                .toList();
        String asked = system;
        if (asked == null) {
            if (names.size() > 1 && kind != LogDocument.Kind.LOG) {
                throw wrong(
                        "The log knows several systems: " + String.join(", ", names) + ". Choose one with --system.");
            }
            return names.size() == 1 ? names.getFirst() : null;
        }
        return names.stream()
                .filter(n -> n.equalsIgnoreCase(asked))
                .findFirst()
                .orElseThrow(() -> wrong("The log knows no system \"" + asked + "\""
                        + (names.isEmpty() ? "; it is empty." : "; it knows " + String.join(", ", names) + ".")));
    }

    private @Nullable Instant since(Instant now, ZoneId zone) {
        return since == null
                ? null
                : TypedMoment.of(since, now, zone)
                        .orElseThrow(() ->
                                wrong("--since takes 12h, 7d, 2026-03-01 or 2026-03-01T22:00, not \"" + since + "\"."));
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    private Locale locale(Board board, @Nullable String name) {
        if (language != null) {
            return Locale.forLanguageTag(language);
        }
        return board.systems().stream()
                .filter(s -> s.name().equals(name))
                .findFirst()
                .map(s -> Locale.forLanguageTag(s.runbook().language()))
                .orElse(Locale.getDefault());
    }

    /// Writes a file, or one beside it with a number: what is there and differs is never overwritten.
    private static Path write(Path folder, String name, String text) throws IOException {
        Files.createDirectories(folder);
        Path file = folder.resolve(name);
        for (int n = 2; Files.exists(file) && !Files.readString(file).equals(text); n++) {
            file = folder.resolve(name.replaceFirst("(\\.(?:md|html))$", "-" + n + "$1"));
        }
        return Files.writeString(file, text);
    }
}
