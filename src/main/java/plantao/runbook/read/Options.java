package plantao.runbook.read;

import java.util.List;
import org.jspecify.annotations.Nullable;
import plantao.runbook.text.Words;

/// Whether a section is one way among several of doing the same ("Via Dashboard", "Option B", "Frontend").
final class Options {
    private Options() {}

    /// The way's name, or null: numbered sections are steps that follow each other.
    static @Nullable String of(Topic t) {
        if (t.role() != null && t.section().level() != plantao.runbook.tree.Section.LEAD
                || Words.numbered(Words.plain(t.section().heading()))) {
            return null;
        }
        String folded = Words.folded(t.title());
        boolean named = folded.matches(
                "^(?:via|option|opcao|opcion|alternativ|metodo|method|using|usando|com|with|pelo|pela|por)\\b.*");
        return named
                        || t.section().isLead()
                                && t.role() == null
                                && !List.of("nota", "note", "obs", "importante", "exemplo", "example")
                                        .contains(folded)
                ? t.title()
                : null;
    }
}
