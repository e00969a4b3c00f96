package plantao.store;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import plantao.journal.Detail;
import plantao.journal.FoldedText;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The words an entry is found by: those of all its texts, and `system:`, `kind:`, `service:`, `by:` with a word
/// of the name. Ids, hashes and times in it are none.
final class Tokens {
    private static final int LONGEST = 40;
    private static final int MOST = 4000;
    private static final Pattern MACHINES = Pattern.compile(
            "[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}|[0-9a-f]{64}|\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z");

    private final JsonMapper json = JsonMapper.builder().build();

    Set<String> of(Row row) {
        Set<String> tokens = new HashSet<>();
        words("", row.operator(), tokens);
        words("by:", row.operator(), tokens);
        words("", row.system(), tokens);
        words("system:", row.system(), tokens);
        words("", row.subject(), tokens);
        String kind = row.redactedBy() == null ? row.kind() : Detail.Redacted.class.getSimpleName();
        words("kind:", kind, tokens);
        try {
            texts("", json.readTree(row.detail()), tokens);
        } catch (JacksonException e) {
            words("", row.detail(), tokens);
        }
        return tokens;
    }

    /// Every text in a detail; what is called `service` or is in a list `services` names one.
    private static void texts(String name, JsonNode node, Set<String> tokens) {
        if (node.isObject()) {
            node.properties().forEach(field -> texts(field.getKey(), field.getValue(), tokens));
        } else if (node.isArray()) {
            node.forEach(each -> texts(name, each, tokens));
        } else if (node.isString()) {
            words("", node.asString(), tokens);
            if (name.equals("service") || name.equals("services")) {
                words("service:", node.asString(), tokens);
            }
        }
    }

    private static void words(String prefix, String text, Set<String> tokens) {
        if (text.isEmpty() || MACHINES.matcher(text).matches()) {
            return;
        }
        for (String word : FoldedText.words(text)) {
            if (tokens.size() >= MOST) {
                return;
            }
            tokens.add(prefix + (word.length() > LONGEST ? word.substring(0, LONGEST) : word));
        }
    }
}
