package plantao.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `plantao`: the window, or what a verb asks for.
@Command(
        name = "plantao",
        mixinStandardHelpOptions = true,
        version = "Plantão 0.1.0",
        description =
                "The on-call console: your Markdown runbook as a live board, checklists and playbooks you can run.",
        footer = {
            "",
            "Without a folder the runbooks that were open last open again; at the first start the bundled one opens",
            "over a practice stack on this computer.",
            "Without a display the practice runs without a window and says where its documents lie."
        },
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"0:done", "1:see the verb", "2:something could not be opened or the arguments are wrong"})
public final class PlantaoCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FOLDER", arity = "0..*", description = "Runbook folders or Markdown files to open.")
    private List<Path> folders = List.of();

    @Option(names = "--practise", description = "Practise, whatever was open last.")
    private boolean practise;

    private final Rooms rooms;
    private final boolean display;

    private PlantaoCommand(Rooms rooms, boolean display) {
        this.rooms = rooms;
        this.display = display;
    }

    /// The whole command line.
    ///
    /// @param display whether a window can be shown
    public static CommandLine of(Rooms rooms, boolean display) {
        return new CommandLine(new PlantaoCommand(rooms, display))
                .addSubcommand(new InspectCommand(System.out))
                .addSubcommand(new StatusCommand(rooms))
                .addSubcommand(new PractiseCommand(rooms))
                .addSubcommand(new SnapshotCommand(rooms))
                .addSubcommand(new TrustCommand(rooms))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((failure, line, _) -> {
                    line.getErr().println("plantao: " + failure.getMessage());
                    return 2;
                });
    }

    @Override
    public Integer call() throws IOException {
        if (display) {
            return rooms.window().open(folders, practise);
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
