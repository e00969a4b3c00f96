package plantao.runbook.risk;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
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
    private final Map<String, JsonNode> nodes = new HashMap<>();
    private final ConcurrentMap<String, RuleList> lists = new ConcurrentHashMap<>();

    private Programs(JsonNode file) {
        for (Risk risk : Risk.values()) {
            String names = file.path("always")
                    .path(risk.name().toLowerCase(java.util.Locale.ROOT))
                    .asString();
            RuleList.words(names).forEach(name -> always.put(name, risk));
        }
        file.path("programs").properties().forEach(e -> {
            for (String name : e.getKey().split(" ")) {
                nodes.put(name, e.getValue());
            }
        });
    }

    /// Whether anything is said of a program.
    boolean knows(String name) {
        return always.containsKey(name) || nodes.containsKey(name);
    }

    /// The options of a program whose next word is their value, before its first word.
    Set<String> valued(String name) {
        RuleList list = list(name);
        return list == null ? Set.of() : list.valued();
    }

    /// The risk of a known program; null when its words, or the program, are not known.
    @Nullable
    Risk risk(String name, Arguments arguments) {
        Risk whatever = always.get(name);
        if (whatever != null) {
            return whatever;
        }
        RuleList list = list(name);
        if (list == null) {
            return null;
        }
        Risk bare = list.bare();
        return bare != null
                        && arguments.operands().isEmpty()
                        && arguments.options().isEmpty()
                ? bare
                : list.riskOfVerbs(arguments.operands(), arguments::has);
    }

    private @Nullable RuleList list(String name) {
        JsonNode node = nodes.get(name);
        return node == null ? null : lists.computeIfAbsent(name, _ -> RuleList.of(node));
    }
}
