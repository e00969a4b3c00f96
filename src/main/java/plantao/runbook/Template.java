package plantao.runbook;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A form to fill in, found in a fence.
///
/// @param kind `message`, `postmortem` or `checklist`
/// @param filePattern the file name the runbook asks for (`docs/incidents/YYYY-MM-DD-{title}.md`)
/// @param sections its headings, in order, for post-mortems
/// @param text the fence's content
public record Template(
        String title,
        String kind,
        @Nullable String filePattern,
        List<String> placeholders,
        List<String> sections,
        String text,
        Origin origin) {}
