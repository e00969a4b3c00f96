package plantao.export;

import java.util.List;

/// What is true at the moment a handoff is written.
///
/// @param up names of the services that are up
/// @param down the services that are down, each with its reason
/// @param firing names of the alerts that fire
/// @param checklists the shift's own checklists, as far as they should be finished by now
/// @param ahead what comes in the next shift: maintenance with its time as the runbook has it
public record Facts(
        List<String> up, List<String> down, List<String> firing, List<Progress> checklists, List<String> ahead) {
    /// A checklist: how many items it has and which of them nobody has ticked.
    public record Progress(String title, int line, int items, List<Item> unticked) {}

    /// A checklist item and its line in the runbook.
    public record Item(String text, int line) {}

    public static final Facts NONE = new Facts(List.of(), List.of(), List.of(), List.of(), List.of());
}
