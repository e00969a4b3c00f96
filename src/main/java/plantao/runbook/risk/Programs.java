package plantao.runbook.risk;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import plantao.runbook.Risk;
import plantao.runbook.text.Vocabulary;
import tools.jackson.databind.JsonNode;

/// The programs that are known, from `programs.json`: those that do the same whatever they are called with, and
/// those with a list
/// of rules. Lists are read when their program is first met.
final class Programs {
    static final Programs KNOWN = new Programs(Vocabulary.resource("risk/programs.json"));

    private final Map<String, Risk> always = new HashMap<>();
    private final Map<String, Entry> entries = new HashMap<>();

    private static final class Entry {
        private final JsonNode node;
        // Who comes at the same time makes it twice, and both are the same.
        private @Nullable RuleList<Risk> list;

        private Entry(JsonNode node) {
            this.node = node;
        }

        private RuleList<Risk> list() {
            RuleList<Risk> known = list;
            if (known == null) {
                known = RuleList.of(node, Risk.class);
                list = known;
            }
            return known;
        }
    }

    private Programs(JsonNode file) {
        for (Risk risk : Risk.values()) {
            String names = file.path("always")
                    .path(risk.name().toLowerCase(Locale.ROOT))
                    .asString();
            RuleList.words(names).forEach(name -> always.put(name, risk));
        }
        file.path("programs").properties().forEach(e -> {
            Entry entry = new Entry(e.getValue());
            for (String name : e.getKey().split(" ")) {
                entries.put(name, entry);
            }
        });
    }

    /// Whether anything is said of a program.
    boolean knows(String name) {
        return always.containsKey(name) || entries.containsKey(name);
    }

    /// The options of a program whose next word is their value, before its first word.
    Set<String> valued(String name) {
        RuleList<Risk> list = list(name);
        return list == null ? Set.of() : list.valued();
    }

    /// The risk of a known program; null when its words, or the program, are not known.
    @Nullable
    Risk risk(String name, Arguments arguments) {
        Risk whatever = always.get(name);
        if (whatever != null) {
            return whatever;
        }
        RuleList<Risk> list = list(name);
        if (list == null) {
            return null;
        }
        Risk bare = list.bare();
        if (bare != null
                && arguments.operands().isEmpty()
                && arguments.options().isEmpty()) {
            return bare;
        }
        Risk risk = list.meaning(arguments.operands(), arguments::has);
        List<String> more = risk == Risk.SAFE ? list.behind(arguments.operands(), arguments::has) : List.of();
        // A noun that by itself only looks does not speak for a verb behind it: `service`, but `service pause`.
        return !more.isEmpty() && VerbRisk.changes(more.getFirst()) ? null : risk;
    }

    private @Nullable RuleList<Risk> list(String name) {
        Entry entry = entries.get(name);
        return entry == null ? null : entry.list();
    }
}
