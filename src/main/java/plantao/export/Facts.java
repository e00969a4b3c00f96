package plantao.export;

import java.util.List;

/// What is true at the moment a handoff is written.
///
/// @param up names of the services that are up
/// @param down the services that are down, each with its reason
/// @param firing names of the alerts that fire
/// @param unticked the checklist items of this shift that nobody has ticked
/// @param ahead what comes in the next shift: maintenance with its time as the runbook has it
public record Facts(List<String> up, List<String> down, List<String> firing, List<Item> unticked, List<String> ahead) {
    /// A checklist item and its line in the runbook.
    public record Item(String text, int line) {}

    public static final Facts NONE = new Facts(List.of(), List.of(), List.of(), List.of(), List.of());
}
