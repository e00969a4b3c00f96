package plantao;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import plantao.desk.Effect;
import plantao.desk.Event;
import plantao.store.Attendance;
import plantao.store.Ids;
import plantao.store.Log;
import plantao.store.Team;
import plantao.store.TeamAddress;
import plantao.store.TeamNote;
import plantao.store.TeamState;

/// Shares a console's log with the team that the settings name, and with another when they change.
final class TeamSync implements AutoCloseable {
    private final Console.Setup setup;
    private final String device;
    private final Ids ids;
    private final Log log;
    private final Consumer<Event> desk;
    private final TeamNote note;
    private @Nullable Team team;
    private @Nullable Attendance here;
    private boolean closed;

    TeamSync(Console.Setup setup, String device, Ids ids, Log log, Consumer<Event> desk) {
        this.setup = setup;
        this.device = device;
        this.ids = ids;
        this.log = log;
        this.desk = desk;
        this.note = new TeamNote(setup.folders().state());
        begin(TeamSettings.in(setup.folders().config()));
    }

    private synchronized void begin(TeamSettings settings) {
        if (!settings.url().isEmpty() && !closed) {
            team = new Team(
                    settings.address(setup.environment()),
                    device,
                    setup.folders().state().resolve("device.key"),
                    log,
                    ids,
                    setup.clock(),
                    new Team.Listener(
                            entries -> desk.accept(new Event.TeamEntriesAdded(entries)),
                            entries -> desk.accept(new Event.EntriesRedacted(entries)),
                            this::told,
                            others -> desk.accept(new Event.PresenceChanged(others))),
                    Team.Pace.USUAL);
            Attendance open = here;
            if (open != null) {
                team.attend(open);
            }
        }
    }

    private void told(TeamState state) {
        desk.accept(new Event.TeamStateChanged(state));
        note.write(state, setup.clock().instant());
    }

    /// Something was written down; returns at once.
    synchronized void nudge() {
        if (team != null) {
            team.nudge();
        }
    }

    /// This is open on the screen now; returns at once.
    synchronized void attend(Effect.TellPresence open) {
        here = new Attendance(device, open.operator(), open.system(), open.works());
        if (team != null) {
            team.attend(here);
        }
    }

    /// Goes over to another team, or to none when the URL is empty.
    ///
    /// @return why that cannot be, or null
    @Nullable
    String change(String url) {
        Path config = setup.folders().config();
        TeamSettings settings = TeamSettings.in(config).withUrl(url);
        String problem = url.isEmpty() ? null : TeamAddress.problem(url);
        if (problem != null) {
            return problem;
        }
        try {
            settings.write(config);
        } catch (IOException e) {
            return "The team's URL could not be kept (" + e.getMessage() + "). Make " + config + " writable.";
        }
        end();
        desk.accept(new Event.TeamStateChanged(TeamState.OFF));
        note.clear();
        begin(settings);
        return null;
    }

    private void end() {
        Team ending;
        synchronized (this) {
            ending = team;
            team = null;
        }
        if (ending != null) {
            ending.close();
        }
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        end();
    }
}
