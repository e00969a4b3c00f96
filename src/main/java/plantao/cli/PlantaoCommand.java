package plantao.cli;

import java.io.Console;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `plantao`: the window, or what a verb asks for.
@Command(
        name = "plantao",
        mixinStandardHelpOptions = true,
        version = {
            "Plantão " + PlantaoCommand.VERSION,
            "Java ${java.version} (${java.vendor}), ${os.name} ${os.version} ${os.arch}"
        },
        description =
                "The on-call console: your Markdown runbook as a live board, checklists and playbooks you can run.",
        footer = {
            "",
            "Without a folder a bundled runbook opens over a practice stack on this computer; --last opens what was"
                    + " open last.",
            "Without a display the practice runs without a window and says where its documents lie."
        },
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:done",
            "1:what the verb looked for is so; see `plantao VERB --help`",
            "2:something could not be opened or the arguments are wrong",
            "130:ended by Ctrl+C"
        })
public final class PlantaoCommand implements Callable<Integer> {
    static final String VERSION = "0.1.0";

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FOLDER", arity = "0..*", description = "Runbook folders or Markdown files to open.")
    private List<Path> folders = List.of();

    @Option(names = "--last", description = "Open what was open last, when no FOLDER is given; else practice.")
    private boolean last;

    private final ConsoleAccess rooms;
    private final boolean display;

    private PlantaoCommand(ConsoleAccess rooms, boolean display) {
        this.rooms = rooms;
        this.display = display;
    }

    /// The whole command line.
    ///
    /// @param display whether a window can be shown
    public static CommandLine of(ConsoleAccess rooms, boolean display) {
        CommandLine line = new CommandLine(new PlantaoCommand(rooms, display))
                .addSubcommand(new InspectCommand(System.out))
                .addSubcommand(new LintCommand(
                        System.out, Clock.system(ZoneId.systemDefault()), Programs.here(System.getenv("PATH"))))
                .addSubcommand(new StatusCommand(rooms, PlantaoCommand::onTerminal))
                .addSubcommand(new PractiseCommand(rooms))
                .addSubcommand(new SnapshotCommand(rooms))
                .addSubcommand(new TrustCommand(rooms))
                .addSubcommand(new ExportCommand(rooms))
                .addSubcommand(new LogCommand(rooms))
                .addSubcommand(new TeamCommand(rooms))
                .addSubcommand(new CompletionCommand());
        line.getSubcommands().values().forEach(PlantaoCommand::explains);
        return line.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(new UsageHint())
                .setExecutionExceptionHandler((failure, at, _) -> {
                    at.getErr().println("plantao: " + failure.getMessage());
                    return 2;
                });
    }

    private static void explains(CommandLine verb) {
        verb.getCommandSpec()
                .addOption(OptionSpec.builder("-h", "--help")
                        .usageHelp(true)
                        .description("Show this help message and exit.")
                        .build());
        verb.getSubcommands().values().forEach(PlantaoCommand::explains);
    }

    /// Whether somebody sits in front of what is printed.
    private static boolean onTerminal() {
        Console console = System.console();
        return console != null && console.isTerminal();
    }

    @Override
    public Integer call() throws IOException {
        for (Path folder : folders) {
            // What looks like a word and is no file was meant as a verb.
            if (folder.getNameCount() == 1 && !folder.isAbsolute() && !Files.exists(folder)) {
                throw new ParameterException(
                        spec.commandLine(),
                        "There is no verb and no folder \"" + folder + "\".",
                        null,
                        folder.toString());
            }
        }
        if (display) {
            return rooms.window().open(folders, last);
        }
        CommandLine line = spec.commandLine();
        if (!folders.isEmpty()) {
            line.getErr()
                    .println("plantao: there is no display for a window. `plantao status` prints the board as text.");
            return 2;
        }
        line.getErr().println("plantao: there is no display for a window, so the practice runs without one.");
        return PractiseCommand.run(
                rooms, line.getOut(), line.getErr(), null, null, null, Locale.forLanguageTag("pt-BR"));
    }
}
