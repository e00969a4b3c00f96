package plantao.desk;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The practice stack as the Practice screen shows it.
///
/// @param state whether it is off, starting, on, or failed
/// @param message what it is doing, or why it failed and what to do
/// @param system the system it stands for
/// @param parts what runs
/// @param scenarios what can be practised
/// @param scenario the id of the scenario that is on, or null
/// @param begun when it began
/// @param mended whether its trouble is over, as far as it can tell itself; null when it cannot
/// @param choices the systems that can be practised on, the one that runs among them
@RecordBuilder
public record PracticeBoard(
        State state,
        String message,
        String system,
        List<Part> parts,
        List<Scenario> scenarios,
        @Nullable String scenario,
        @Nullable Instant begun,
        @Nullable Boolean mended,
        List<Choice> choices)
        implements PracticeBoardBuilder.With {
    public PracticeBoard(
            State state,
            String message,
            String system,
            List<Part> parts,
            List<Scenario> scenarios,
            @Nullable String scenario,
            @Nullable Instant begun) {
        this(state, message, system, parts, scenarios, scenario, begun, null, List.of());
    }

    /// The states of the stack.
    public enum State {
        OFF,
        STARTING,
        ON,
        FAILED
    }

    /// A running part.
    ///
    /// @param pid its process
    /// @param port its loopback port, or 0
    public record Part(String name, long pid, int port, String state) {}

    /// A scenario.
    ///
    /// @param title and `text` by language (`en`, `pt`)
    /// @param values what the operator would know:
    /// blanks of the playbook's commands → their values
    ///
    /// @param byHand how a manual step is done here: words of its
    /// title → the title of the procedure that does it
    ///
    /// @param beyond the runbook has no cure: somebody must be
    /// called in
    public record Scenario(
            String id,
            Map<String, String> title,
            Map<String, String> text,
            @Nullable String alert,
            @Nullable String playbook,
            Map<String, String> values,
            Map<String, String> byHand,
            boolean beyond) {
        public Scenario(
                String id,
                Map<String, String> title,
                Map<String, String> text,
                @Nullable String alert,
                @Nullable String playbook) {
            this(id, title, text, alert, playbook, Map.of(), Map.of(), false);
        }
    }

    /// A system that can be practised on.
    ///
    /// @param folder its runbook's, by which it is asked for
    public record Choice(String folder, String system, List<Scenario> scenarios) {}

    public static final PracticeBoard OFF = new PracticeBoard(State.OFF, "", "", List.of(), List.of(), null, null);
}
