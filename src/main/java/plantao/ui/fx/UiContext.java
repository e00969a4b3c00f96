package plantao.ui.fx;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;
import plantao.desk.Board;
import plantao.desk.Course;
import plantao.desk.Event;
import plantao.journal.Entry;
import plantao.journal.SearchResult;
import plantao.playbook.Outputs;
import plantao.playbook.Run;
import plantao.runbook.ProbeSpec.Subject;
import plantao.values.ResolvedCommand;

/// What every screen is given. Immutable: when the language changes, the screens are built anew with another one.
///
/// @param board the latest board; changes on the JavaFX thread
/// @param events takes what the operator does
/// @param outputs what the steps print
/// @param drafts the documents the log can write
/// @param memory the whole log, of which the board has the latest
public record UiContext(
        ObservableValue<Board> board,
        Consumer<Event> events,
        Outputs outputs,
        Drafts drafts,
        Preview preview,
        Navigation navigation,
        Locale locale,
        ZoneId zone,
        Memory memory) {

    /// One that remembers nothing beyond the board.
    public UiContext(
            ObservableValue<Board> board,
            Consumer<Event> events,
            Outputs outputs,
            Drafts drafts,
            Preview preview,
            Navigation navigation,
            Locale locale,
            ZoneId zone) {
        this(board, events, outputs, drafts, preview, navigation, locale, zone, Memory.NONE);
    }

    /// The whole log.
    public interface Memory {
        /// Finds nothing.
        Memory NONE = (_, _, found) -> found.accept(SearchResult.NOTHING);

        /// Looks for entries; returns at once.
        ///
        /// @param typed as [plantao.journal.SearchQuery] reads it
        /// @param found is given them, on any thread
        void find(String typed, int most, Consumer<SearchResult> found);

        /// Gives what figures are counted from, of every system; returns at once.
        ///
        /// @param found is given the entries by their times, on any thread; not called when there is no log
        default void counted(Instant from, Consumer<List<Entry>> found) {
            found.accept(List.of());
        }

        /// Looks for a figure's last day and month; returns at once.
        ///
        /// @param of whether `subject` is a service, whose time to answer is wanted, or a metric
        /// @param found is given them, on any thread; not called where there is no history to be had
        default void course(String system, Subject of, String subject, Consumer<Course> found) {
            found.accept(Course.NONE);
        }
    }

    /// Resolves a step's command for the eye, in the run's own environment.
    public interface Preview {
        /// @param step an index into the run's steps
        ResolvedCommand of(Run run, int step);
    }

    /// Writes documents from the log.
    public interface Drafts {
        /// The handoff of the shift going on, as Markdown.
        String handoff(Board board, java.util.UUID shift, Locale locale, ZoneId zone);

        /// An incident's post-mortem, as Markdown, in the runbook's own template.
        String postmortem(Board board, java.util.UUID incident, Locale locale, ZoneId zone);

        /// The file name for it.
        String fileName(Board board, String what, java.util.UUID subject);
    }

    public Board now() {
        return board.getValue();
    }

    public void send(Event event) {
        events.accept(event);
    }

    /// Shows a playbook or procedure: the run of it that is open, else a new one.
    ///
    /// @param alert the alert that it answers, by its id, or null
    public void walk(String system, String title, int line, @Nullable String alert) {
        if (!system.equals(now().selected())) {
            send(new Event.SelectSystem(system));
        }
        Run open = now().system(system).flatMap(s -> s.openRun(title, line)).orElse(null);
        if (open == null) {
            send(new Event.OpenRun(system, title, line, alert));
            navigation.go(Screen.PLAYBOOKS);
        } else {
            navigation.go(Screen.PLAYBOOKS, open.id());
        }
    }

    /// The messages of a view's package.
    public Texts texts(Class<?> view) {
        return Texts.of(view, locale);
    }

    public Figures figures() {
        return new Figures(locale, zone);
    }
}
