package plantao.journal;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import plantao.runbook.Checklist;
import plantao.runbook.Runbook;

/// The runbook's checklists for when there is an incident, told by their headings (`incident_words.properties`).
public final class IncidentLists {
    private static final ResourceBundle WORDS = ResourceBundle.getBundle(
            "plantao.journal.incident_words", Locale.ROOT, IncidentLists.class.getClassLoader());

    private IncidentLists() {}

    /// Those without a cadence of their own; of several those whose own title says it before those under such a
    /// heading.
    public static List<Checklist> of(Runbook runbook) {
        List<Checklist> free = runbook.checklists().stream()
                .filter(c -> c.cadence() == null && !c.items().isEmpty())
                .filter(c -> !says("other", c.title()))
                .toList();
        List<Checklist> titled =
                free.stream().filter(c -> says("incident", c.title())).toList();
        return !titled.isEmpty()
                ? titled
                : free.stream()
                        .filter(c -> c.path().stream().anyMatch(h -> says("incident", h)))
                        .toList();
    }

    private static boolean says(String meaning, String heading) {
        String plain = " " + String.join(" ", FoldedText.words(heading)) + " ";
        return Arrays.stream(WORDS.getString(meaning).split("\\s*,\\s*")).anyMatch(w -> plain.contains(" " + w + " "));
    }
}
