package plantao.runbook.risk;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import plantao.runbook.Risk;
import plantao.runbook.text.Expression;
import plantao.runbook.text.Vocabulary;
import tools.jackson.databind.JsonNode;

/// What is known of the languages that are typed into programs, from `languages.json`.
///
/// @param functions what a query calls
/// @param code what a program calls
record Languages(RuleList<Risk> sql, Patterns functions, RuleList<Risk> redis, Patterns code) {
    static final Languages KNOWN = of(Vocabulary.resource("risk/languages.json"));

    /// Expressions, each with what it means to find it.
    record Patterns(List<Expression> expressions, List<Risk> meanings) {
        private static Patterns of(JsonNode node) {
            List<Expression> expressions = new ArrayList<>();
            List<Risk> meanings = new ArrayList<>();
            for (Risk risk : Risk.values()) {
                String regex = node.path(risk.name().toLowerCase(Locale.ROOT)).asString("");
                if (!regex.isEmpty()) {
                    expressions.add(Expression.of(regex));
                    meanings.add(risk);
                }
            }
            return new Patterns(List.copyOf(expressions), List.copyOf(meanings));
        }

        /// The worst of what is found in the text.
        Risk worst(String text) {
            for (int i = expressions.size() - 1; i >= 0; i--) {
                if (expressions.get(i).in(text)) {
                    return meanings.get(i);
                }
            }
            return Risk.SAFE;
        }
    }

    private static Languages of(JsonNode file) {
        return new Languages(
                RuleList.of(file.path("sql"), Risk.class),
                Patterns.of(file.path("functions")),
                RuleList.of(file.path("redis"), Risk.class),
                Patterns.of(file.path("code")));
    }
}
