package plantao;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import plantao.cli.ConsoleAccess;
import plantao.store.TeamAddress;
import plantao.store.TeamFault;
import plantao.store.TeamInit;
import plantao.store.TeamNote;
import plantao.ui.fx.Figures;
import plantao.ui.fx.Texts;
import plantao.ui.settings.TeamWords;

/// What the command line has to do with a team's log.
final class TeamRoom implements ConsoleAccess.Team {
    private final Console.Setup setup;

    TeamRoom(Console.Setup setup) {
        this.setup = setup;
    }

    @Override
    public ConsoleAccess.Prepared init(String url, String command) {
        TeamAddress address = new TeamSettings(url, command).address(setup.environment());
        String problem = TeamAddress.problem(url);
        if (problem != null) {
            return new ConsoleAccess.Prepared(List.of(), problem);
        }
        TeamInit.Done done = TeamInit.run(address);
        TeamFault fault = done.fault();
        if (fault != null) {
            String said = done.words().lines().findFirst().orElse("");
            return new ConsoleAccess.Prepared(
                    done.lines(),
                    fault == TeamFault.NO_RIGHTS
                            ? address.where() + " could not be prepared: " + said
                                    + ". Run it as the database's owner, who may also make roles (createrole); or have"
                                    + " an administrator make the roles " + TeamInit.WRITER + " and " + TeamInit.READER
                                    + " first."
                            : words().fault(fault, address.where(), said));
        }
        List<String> lines = new ArrayList<>(done.lines());
        lines.add("");
        lines.add("Each console signs in with a user of its own:");
        lines.add("  create role NAME login password '...' in role " + TeamInit.WRITER + ";");
        lines.add("and has in its Settings, or as team= in "
                + setup.folders().config().resolve("team.properties") + ":");
        lines.add("  " + address.forUser("NAME"));
        lines.add("Its password is found by password-command= beside team=, else in PGPASSWORD, else in ~/.pgpass.");
        return new ConsoleAccess.Prepared(List.copyOf(lines), null);
    }

    @Override
    public List<String> standing() {
        Path config = setup.folders().config();
        if (TeamSettings.in(config).url().isEmpty()) {
            return List.of();
        }
        return new TeamNote(setup.folders().state())
                .read()
                .map(this::told)
                .orElse(List.of("Team log: no window has shared it yet."));
    }

    private List<String> told(TeamNote.Noted noted) {
        TeamWords words = words();
        Instant now = setup.clock().instant();
        return List.of(
                words.brief(noted.state(), now) + ". " + words.full(noted.state()),
                "  as a window knew it at " + noted.at() + ".");
    }

    private static TeamWords words() {
        return new TeamWords(Texts.of(TeamWords.class, Locale.ENGLISH), new Figures(Locale.ENGLISH, ZoneOffset.UTC));
    }
}
