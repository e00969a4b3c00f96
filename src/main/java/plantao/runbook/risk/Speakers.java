package plantao.runbook.risk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import plantao.runbook.Risk;
import plantao.runbook.text.ShellWords.Word;
import plantao.runbook.text.Vocabulary;
import tools.jackson.databind.JsonNode;

/// Programs that are told what to do in a language of their own, and where its text stands: an option, an operand,
/// a file, the
/// standard input. From `languages.json`.
final class Speakers {
    static final Speakers KNOWN =
            new Speakers(Vocabulary.resource("risk/languages.json").path("speakers"));
    private static final int LONGEST = 2;

    private static final Set<String> LISTS = Set.of("-l", "--list", "--version", "--help", "-V", "-L");

    private final Map<String, Spec> specs = new HashMap<>();

    private record Spec(String language, Set<String> valued, Set<String> text, Set<String> file, int operand) {
        private Set<String> all() {
            Set<String> all = new HashSet<>(valued);
            all.addAll(text);
            all.addAll(file);
            return all;
        }
    }

    private Speakers(JsonNode node) {
        node.properties()
                .forEach(e -> specs.put(
                        e.getKey(),
                        new Spec(
                                e.getValue().path("language").asString(),
                                words(e.getValue(), "values"),
                                words(e.getValue(), "text"),
                                words(e.getValue(), "file"),
                                e.getValue().path("operand").asInt(0))));
    }

    private static Set<String> words(JsonNode node, String key) {
        return RuleList.words(node.path(key).asString(""));
    }

    /// Whether a program is one of these by its name alone.
    boolean knows(String program) {
        return specs.containsKey(program);
    }

    /// What a program is told to do; null when it is none of these, or is told nothing in its language here.
    @Nullable
    Risk risk(String program, Arguments arguments, Input input, int depth) {
        for (int size = Math.min(LONGEST, arguments.operands().size()); size >= 0; size--) {
            String key = size == 0
                    ? program
                    : program + " " + String.join(" ", arguments.operands().subList(0, size));
            Spec spec = specs.get(key);
            if (spec != null) {
                int from = size == 0 ? 0 : arguments.places().get(size - 1) + 1;
                return risk(
                        program,
                        spec,
                        arguments.words().subList(from, arguments.words().size()),
                        input);
            }
        }
        return null;
    }

    /// The language of the session that a program opens when it is told nothing; null when it opens none.
    @Nullable
    String session(String program, Arguments arguments) {
        for (int size = Math.min(LONGEST, arguments.operands().size()); size >= 0; size--) {
            String key = size == 0
                    ? program
                    : program + " " + String.join(" ", arguments.operands().subList(0, size));
            Spec spec = specs.get(key);
            if (spec != null) {
                int from = size == 0 ? 0 : arguments.places().get(size - 1) + 1;
                List<Word> words =
                        arguments.words().subList(from, arguments.words().size());
                return isTold(program, spec, words) ? null : spec.language();
            }
        }
        return null;
    }

    private static boolean isTold(String program, Spec spec, List<Word> words) {
        if (spec.language().equals("words") || spec.language().equals("redis") && RedisRisk.isTold(words)) {
            return true;
        }
        Arguments arguments = Arguments.of(words, spec.all());
        boolean asked = arguments.options().stream()
                .anyMatch(o -> spec.text().contains(o.name())
                        || spec.file().contains(o.name())
                        || LISTS.contains(o.name())
                        || spec.text().stream()
                                .anyMatch(t -> t.length() == 2
                                        && o.name().matches("-[A-Za-z]*" + t.charAt(1))
                                        && o.name().charAt(1) != '-'
                                        && !spec.language().equals("code")));
        boolean operand = spec.operand() > 0 && arguments.operands().size() >= spec.operand();
        boolean script =
                Wrappers.KNOWN.interprets(program) && (!arguments.operands().isEmpty() || arguments.has("-m"));
        return asked || operand || script || arguments.operands().stream().anyMatch(o -> o.startsWith("@"));
    }

    private static @Nullable Risk risk(String program, Spec spec, List<Word> words, Input input) {
        if (spec.language().equals("redis")) {
            return RedisRisk.of(words, input);
        }
        Arguments arguments = Arguments.of(words, spec.all());
        List<String> texts = new ArrayList<>(arguments.valuesOf(spec.text()));
        arguments.options().stream()
                .map(o -> attached(o.name(), spec.text()))
                .filter(t -> !t.isEmpty())
                .forEach(texts::add);
        if (spec.operand() > 0 && arguments.operands().size() >= spec.operand()) {
            texts.add(arguments.operands().get(spec.operand() - 1));
        }
        List<String> files = new ArrayList<>(arguments.valuesOf(spec.file()));
        arguments.operands().stream()
                .filter(o -> o.startsWith("@") && o.length() > 1)
                .forEach(files::add);
        Risk risk = null;
        for (String text : texts) {
            risk = or(risk, spoken(spec.language(), text));
        }
        for (String file : files) {
            risk = or(risk, VerbRisk.ofFile(file, Risk.MUTATING));
        }
        boolean runs = Wrappers.KNOWN.interprets(program) || spec.language().equals("words");
        if (risk != null || runs && (input.isTerminal() || !spec.language().equals("words"))) {
            return risk;
        }
        return typed(spec, input);
    }

    private static @Nullable Risk typed(Spec spec, Input input) {
        String text = input.text();
        if (text != null) {
            return text.isEmpty() ? Risk.SAFE : spoken(spec.language(), text);
        }
        return switch (spec.language()) {
            // A file of statements over what is there: a restore, unless its name says that it looks.
            case "sql" -> VerbRisk.ofFile(input.from(), Risk.DESTRUCTIVE);
            case "code" -> VerbRisk.ofFile(input.from(), Risk.MUTATING);
            default -> null;
        };
    }

    /// The risk of a text in a language.
    private static Risk spoken(String language, String text) {
        return switch (language) {
            case "sql" -> QueryRisk.of(text);
            case "code" -> CodeRisk.of(text);
            default -> VerbRisk.ofOrder(text);
        };
    }

    private static String attached(String option, Set<String> names) {
        return option.length() > 2
                        && option.charAt(1) != '-'
                        && names.contains(option.substring(0, 2))
                        && option.indexOf(' ') > 0
                ? option.substring(2)
                : "";
    }

    private static Risk or(@Nullable Risk some, Risk other) {
        return some == null ? other : some.or(other);
    }
}
