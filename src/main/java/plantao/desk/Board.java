package plantao.desk;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import plantao.journal.Entry;
import plantao.journal.Incident;
import plantao.journal.Journal;
import plantao.journal.Shift;
import plantao.store.Attendance;
import plantao.store.TeamState;

/// Everything the console knows at one moment. Screens are drawn from it and from nothing else.
///
/// @param now the moment
/// @param operator who sits here
/// @param systems the opened systems, in the order they were opened
/// @param selected the name of the system on the screen; empty when none is open
/// @param unsaved the entries that are not yet in the log file
/// @param logProblem why the log can't be written, what to do; null while all is well
/// @param recalling whether the log is still being opened: what earlier days left is not known yet
/// @param notices things to tell the operator, newest first
/// @param failures folders that could not be opened, with the reason
/// @param opening folders that are being read now
/// @param practised what was written in earlier practices; nothing in it is open work
/// @param readOnly whether steps are shown with their resolved commands and never run
/// @param places where messages can go that operators set here, beside those of the systems' `console.yaml`
/// @param team how the sharing of the log stands
/// @param others what is open on the team's other consoles now
@RecordBuilder
public record Board(
        Instant now,
        String operator,
        List<SystemBoard> systems,
        String selected,
        Journal journal,
        Set<UUID> unsaved,
        @Nullable String logProblem,
        boolean recalling,
        List<Notice> notices,
        List<Failure> failures,
        List<String> opening,
        PracticeBoard practice,
        List<Entry> practised,
        boolean readOnly,
        List<OperatorPlace> places,
        TeamState team,
        List<Attendance> others)
        implements BoardBuilder.With {
    public Board {
        systems = List.copyOf(systems);
        unsaved = Set.copyOf(unsaved);
        notices = List.copyOf(notices);
        failures = List.copyOf(failures);
        opening = List.copyOf(opening);
        practised = List.copyOf(practised);
        places = List.copyOf(places);
        others = List.copyOf(others);
    }

    /// Something to tell the operator once; stays until dismissed.
    ///
    /// @param file the file that was written, where it is about one
    public record Notice(
            UUID id,
            Instant at,
            Level level,
            String text,
            @Nullable String file) {
        /// How it is drawn.
        public enum Level {
            INFO,
            WARNING,
            ERROR
        }
    }

    /// A folder that could not be opened.
    public record Failure(String source, String message) {}

    /// Before anything was opened.
    public static Board empty(Instant now, String operator) {
        return new Board(
                now,
                operator,
                List.of(),
                "",
                Journal.EMPTY,
                Set.of(),
                null,
                false,
                List.of(),
                List.of(),
                List.of(),
                PracticeBoard.OFF,
                List.of(),
                false,
                List.of(),
                TeamState.OFF,
                List.of());
    }

    /// The system on the screen.
    public Optional<SystemBoard> current() {
        return system(selected);
    }

    public Optional<SystemBoard> system(String name) {
        return systems.stream().filter(s -> s.name().equals(name)).findFirst();
    }

    /// The open incident of the system on the screen.
    public Optional<Incident> incident() {
        return journal.openIncident(selected);
    }

    /// The shift going on for the system on the screen.
    public Optional<Shift> shift() {
        return journal.currentShift(selected);
    }

    /// This board with one system changed.
    public Board with(String system, UnaryOperator<SystemBoard> change) {
        return withSystems(systems.stream()
                .map(s -> s.name().equals(system) ? change.apply(s) : s)
                .toList());
    }
}
