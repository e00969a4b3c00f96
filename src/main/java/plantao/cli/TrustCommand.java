package plantao.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import plantao.desk.Trust;

/// `plantao trust`: what a folder would probe and run, and the owner's yes to it.
@Command(
        name = "trust",
        description =
                "List the commands and probes of a runbook that are not approved yet; with --approve, approve them.",
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"0:nothing waits (any more)", "1:something waits for approval", "2:the folder could not be read"
        })
final class TrustCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FOLDER", description = "A runbook's folder or file.")
    private Path folder = Path.of(".");

    @Option(names = "--approve", description = "Approve everything that is listed.")
    private boolean approve;

    private final ConsoleAccess rooms;

    TrustCommand(ConsoleAccess rooms) {
        this.rooms = rooms;
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        List<ConsoleAccess.Pending> pending = rooms.trust().apply(folder);
        if (pending.isEmpty()) {
            spec.commandLine().getErr().println("plantao: no runbook could be read in " + folder + ".");
            return 2;
        }
        int waiting = 0;
        for (ConsoleAccess.Pending each : pending) {
            out.println(each.system() + ": " + each.trust().waiting().size() + " not approved");
            for (Trust.Item item : each.trust().waiting()) {
                out.printf(
                        "  %-8s line %-5d %s%n",
                        item.kind(), item.line(), item.said().replace("\n", "\n" + " ".repeat(20)));
                waiting++;
            }
        }
        if (approve) {
            rooms.approve().accept(pending);
            out.println("Approved.");
            return 0;
        }
        return waiting == 0 ? 0 : 1;
    }
}
