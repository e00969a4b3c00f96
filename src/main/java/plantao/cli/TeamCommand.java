package plantao.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `plantao team`: the log that a team shares.
@Command(
        name = "team",
        description = "Prepare a PostgreSQL database for the log that a team shares.",
        synopsisSubcommandLabel = "VERB",
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"0:done", "2:it could not be done, or the arguments are wrong"})
final class TeamCommand {
    @Spec
    private CommandSpec spec;

    private final ConsoleAccess rooms;

    TeamCommand(ConsoleAccess rooms) {
        this.rooms = rooms;
    }

    @Command(
            name = "init",
            description = "Make or bring up to date the tables, the roles and their rights, as the database's owner.",
            footer = {
                "",
                "May be done again after each new version; consoles never change the tables themselves.",
                "The password comes from PGPASSWORD, ~/.pgpass or --password-command, never from the URL."
            })
    int init(
            @Parameters(paramLabel = "URL", description = "jdbc:postgresql://host:5432/database?user=OWNER") String url,
            @Option(
                            names = "--password-command",
                            paramLabel = "COMMAND",
                            defaultValue = "",
                            description = "A command that prints the owner's password.")
                    String command) {
        ConsoleAccess.Prepared prepared = rooms.team().init(url, command);
        prepared.done().forEach(spec.commandLine().getOut()::println);
        if (prepared.problem() != null) {
            spec.commandLine().getErr().println("plantao: " + prepared.problem());
            return 2;
        }
        return 0;
    }
}
