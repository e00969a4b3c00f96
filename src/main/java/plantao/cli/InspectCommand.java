package plantao.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import plantao.cli.inspect.RunbookFields;
import plantao.cli.inspect.RunbookText;
import plantao.runbook.Runbook;
import plantao.runbook.read.LoadedRunbook;
import plantao.runbook.read.RunbookFolder;

/// `plantao inspect`: what was understood of a runbook.
@Command(
        name = "inspect",
        description = "Print what was understood of a runbook. Nothing is probed, run or written.",
        footer = {
            "",
            "JSON is one object for one system and an array for several, in UTF-8. Every key is always there; what is"
                    + " absent is null or []. `line` is the line in the source text, from 1."
        },
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"0:something was read", "2:nothing could be read or the arguments are wrong"})
final class InspectCommand implements Callable<Integer> {
    /// How to print it.
    enum Format {
        JSON,
        TEXT
    }

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "PATH", arity = "1..*", description = "Markdown files or folders of them.")
    private List<Path> paths = List.of();

    @Option(
            names = "--format",
            paramLabel = "json|text",
            description = "json for scripts, text for people. Default: text.")
    private Format format = Format.TEXT;

    private final PrintStream out;

    /// @param out where the result goes, in UTF-8 whatever the terminal's encoding is
    InspectCommand(PrintStream out) {
        this.out = out;
    }

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        List<Runbook> read = new ArrayList<>();
        for (Path path : paths) {
            for (LoadedRunbook loaded : RunbookFolder.load(path)) {
                switch (loaded) {
                    case LoadedRunbook.Read r -> read.add(r.runbook());
                    case LoadedRunbook.Failed f -> err.println("plantao: " + f.reason());
                }
            }
        }
        err.flush();
        if (read.isEmpty()) {
            return 2;
        }
        Result.print(out, format == Format.JSON ? json(read) : text(read));
        return 0;
    }

    private static String json(List<Runbook> read) {
        List<Map<String, @Nullable Object>> all =
                read.stream().map(RunbookFields::of).toList();
        return Result.json(all.size() == 1 ? all.getFirst() : all);
    }

    private static String text(List<Runbook> read) {
        List<String> all = read.stream()
                .map(r -> String.join("\n", RunbookText.of(r)) + "\n")
                .toList();
        return String.join("\n\n", all);
    }
}
