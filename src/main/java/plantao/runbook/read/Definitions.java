package plantao.runbook.read;

import java.util.List;
import org.jspecify.annotations.Nullable;
import plantao.runbook.text.Durations;
import plantao.runbook.text.KeyValue;
import plantao.runbook.text.Role;
import plantao.runbook.text.Severity;
import plantao.runbook.text.Vocabulary;
import plantao.runbook.text.Words;
import plantao.runbook.tree.Listing;
import plantao.runbook.tree.Paragraph;
import plantao.runbook.tree.Part;
import plantao.runbook.tree.Section;

/// Sections that say what a severity means ("SEV 1 – Outage": examples, how soon somebody answers) and hold nothing
/// to
/// do: no incident, whatever they stand below.
final class Definitions {
    private final Vocabulary vocabulary;
    private int telling;
    private boolean acting;

    private Definitions(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /// Whether this section is one.
    static boolean isSeverity(Section s, Vocabulary vocabulary) {
        if (s.isLead() || Severity.of(s.heading()) == null) {
            return false;
        }
        Definitions d = new Definitions(vocabulary);
        s.parts().forEach(d::part);
        return d.telling > 0 && !d.acting;
    }

    private void part(Part part) {
        switch (part) {
            case Section s
            when s.isLead() -> {
                boolean means = field(s.heading(), Words.plain(s.value()));
                // What stands below "Examples" is neither a key nor an order.
                if (means) {
                    acting |= !s.fences().isEmpty();
                } else {
                    s.parts().forEach(this::part);
                }
            }
            case Paragraph p -> p.lines().forEach(l -> field(KeyValue.of(l.text())));
            case Listing l -> {
                acting |= l.ordered() || ImperativeLists.are(List.of(l), vocabulary);
                l.items().forEach(i -> {
                    acting |= i.box() != null;
                    field(i.keyValue());
                });
            }
            default -> acting = true;
        }
    }

    private void field(@Nullable KeyValue kv) {
        if (kv != null) {
            field(kv.key(), Words.plain(kv.value()));
        }
    }

    private boolean field(String heading, String value) {
        String key = Words.key(heading);
        boolean soon = vocabulary.isColumn("responseTime", key)
                && (Durations.seconds(value) != null
                        || vocabulary.terms("immediate").in(Words.folded(value)));
        boolean means = soon
                || vocabulary.isColumn("example", key)
                || vocabulary.isColumn("meaning", key)
                || vocabulary.terms("definition").begin(key);
        Role role = means ? null : vocabulary.exact(key);
        telling += means ? 1 : 0;
        acting |= role == Role.SYMPTOMS || role == Role.CAUSES || role == Role.DIAGNOSIS || role == Role.VERIFICATION;
        return means;
    }
}
