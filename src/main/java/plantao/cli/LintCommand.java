package plantao.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import plantao.cli.lint.Report;
import plantao.cli.lint.ReportJson;
import plantao.cli.lint.ReportText;
import plantao.cli.lint.Sarif;
import plantao.desk.ProbeFaults;
import plantao.runbook.Origin;
import plantao.runbook.Problem;
import plantao.runbook.Problem.Severity;
import plantao.runbook.Runbook;
import plantao.runbook.lint.Rule;
import plantao.runbook.lint.RuleTable;
import plantao.runbook.read.LoadedRunbook;
import plantao.runbook.read.RunbookFolder;

/// `plantao lint`: what is wrong with a runbook, for its authors and for CI.
@Command(
        name = "lint",
        description = "Say what is wrong with a runbook. Nothing is probed, run or written.",
        footer = {
            "",
            "Text is one problem a line, file:line: severity code: message. SARIF is version 2.1.0.",
            "plantao lint --rules lists the rules."
        },
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:nothing at or above --fail-on",
            "1:a problem at or above --fail-on",
            "2:nothing could be read or the arguments are wrong"
        })
final class LintCommand implements Callable<Integer> {
    /// How to print it.
    enum Format {
        TEXT,
        JSON,
        SARIF
    }

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "PATH", arity = "0..*", description = "Markdown files or folders of them.")
    private List<Path> paths = List.of();

    @Option(
            names = "--format",
            paramLabel = "text|json|sarif",
            description = "text for people, json for scripts, sarif for code hosts. Default: text.")
    private Format format = Format.TEXT;

    @Option(
            names = "--fail-on",
            paramLabel = "error|warning|hint",
            description = "The mildest problem that makes the exit status 1. Default: error.")
    private Severity failOn = Severity.ERROR;

    @Option(
            names = "--today",
            paramLabel = "YYYY-MM-DD",
            description = "The day that review dates are held against. Default: today.")
    private @Nullable LocalDate today;

    @Option(names = "--ignore", paramLabel = "CODE", split = ",", description = "Rules to leave out.")
    private Set<String> ignored = Set.of();

    @Option(names = "--rules", description = "List the rules and stop.")
    private boolean rules;

    private final PrintStream out;
    private final Clock clock;
    private final Set<String> tools;

    /// @param out where the result goes, in UTF-8 whatever the terminal's encoding is
    /// @param tools the names of the programs this computer has; none: nothing is said about them
    LintCommand(PrintStream out, Clock clock, Set<String> tools) {
        this.out = out;
        this.clock = clock;
        this.tools = tools;
    }

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        if (rules) {
            return listed();
        }
        if (paths.isEmpty()) {
            err.println("plantao: lint needs a runbook or a folder of runbooks.");
            err.flush();
            return 2;
        }
        List<Report.Line> lines = new ArrayList<>();
        int files = 0;
        LocalDate day = today == null ? LocalDate.now(clock) : today;
        for (Path path : paths) {
            for (LoadedRunbook loaded : RunbookFolder.load(path, day)) {
                switch (loaded) {
                    case LoadedRunbook.Read r -> {
                        files += r.runbook().files().size();
                        lines.addAll(lines(r.path(), r.runbook()));
                    }
                    case LoadedRunbook.Failed f -> {
                        err.println("plantao: " + f.reason());
                        Origin place = new Origin(String.valueOf(f.path().getFileName()), 1);
                        lines.add(new Report.Line(
                                shown(f.path()), new Problem(place, Severity.ERROR, "unreadable-file", f.reason())));
                    }
                }
            }
        }
        err.flush();
        if (files == 0) {
            return 2;
        }
        Report report = Report.of(lines, files, ignored);
        Result.print(
                out,
                switch (format) {
                    case TEXT -> ReportText.of(report);
                    case JSON -> Result.json(ReportJson.of(report));
                    case SARIF -> Result.json(Sarif.of(report, PlantaoCommand.VERSION));
                });
        return report.has(failOn) ? 1 : 0;
    }

    private List<Report.Line> lines(Path path, Runbook runbook) {
        boolean single = runbook.source().equals(path.toString())
                && runbook.files().size() == 1
                && path.endsWith(runbook.files().getFirst());
        List<Problem> missing = tools.isEmpty() ? List.of() : RuleTable.missingTools(runbook, tools);
        return Stream.of(runbook.problems(), ProbeFaults.in(runbook), missing)
                .flatMap(List::stream)
                .map(p -> new Report.Line(
                        shown(
                                single
                                        ? path.resolveSibling(p.origin().file())
                                        : path.resolve(p.origin().file())),
                        p))
                .toList();
    }

    private static String shown(Path path) {
        return path.normalize().toString();
    }

    private int listed() {
        StringBuilder text = new StringBuilder();
        for (Rule r : RuleTable.ALL) {
            text.append(String.format(
                    Locale.ROOT,
                    "%-8s %-28s %s. %s%n",
                    r.severity().name().toLowerCase(Locale.ROOT),
                    r.code(),
                    r.what(),
                    r.fix()));
        }
        Result.print(out, text.toString());
        return 0;
    }
}
