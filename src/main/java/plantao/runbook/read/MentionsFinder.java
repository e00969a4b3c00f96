package plantao.runbook.read;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import plantao.runbook.Mentions;
import plantao.runbook.Origin;
import plantao.runbook.command.Blanks;
import plantao.runbook.text.Words;

/// Every placeholder, variable and link of the text, with all its lines.
final class MentionsFinder {
    private static final Pattern MARK =
            Pattern.compile("^\\s*(?:>\\s*)*(?:[-*+]\\s+|\\d+[.)]\\s+)?(?:`{3,}|~{3,})\\s*(\\w*).*");

    private MentionsFinder() {}

    static List<Mentions> placeholders(Map<String, String> texts) {
        return find(
                texts,
                (line) -> line.fence.equals("mermaid") || CODE.contains(line.fence)
                        ? List.of()
                        : Blanks.placeholders(line.text));
    }

    static List<Mentions> links(Map<String, String> texts) {
        return find(
                texts,
                line -> Urls.URL
                        .matcher(line.text)
                        .results()
                        .map(r -> Urls.trimmed(r.group()))
                        .filter(u -> u.length() > 8)
                        .distinct()
                        .toList());
    }

    static List<Mentions> variables(Map<String, String> texts) {
        Set<String> own = new HashSet<>();
        texts.values().forEach(t -> t.lines().forEach(l -> own.addAll(Blanks.assigned(l))));
        return find(
                texts,
                line -> Blanks.variables(line.inside ? line.text : String.join(" ", Words.code(line.text))).stream()
                        .filter(v -> !own.contains(v))
                        .toList());
    }

    private static final Set<String> CODE = Set.of(
            "json",
            "javascript",
            "js",
            "typescript",
            "ts",
            "yaml",
            "yml",
            "promql",
            "java",
            "go",
            "python",
            "nginx",
            "hcl");

    private record At(String text, String fence, boolean inside) {}

    private static List<Mentions> find(Map<String, String> texts, Function<At, List<String>> finder) {
        Map<String, List<Origin>> out = new LinkedHashMap<>();
        texts.forEach((file, text) -> {
            boolean inside = false;
            String fence = "";
            String[] lines = text.split("\n", -1);
            for (int i = 0; i < lines.length; i++) {
                var mark = MARK.matcher(lines[i]);
                if (mark.matches()) {
                    inside = !inside;
                    fence = inside ? mark.group(1).toLowerCase(java.util.Locale.ROOT) : "";
                    continue;
                }
                for (String found : finder.apply(new At(lines[i], fence, inside))) {
                    out.computeIfAbsent(found, k -> new ArrayList<>()).add(new Origin(file, i + 1));
                }
            }
        });
        List<Mentions> all = new ArrayList<>();
        out.forEach((text, places) ->
                all.add(new Mentions(text, places.stream().distinct().toList())));
        return List.copyOf(all);
    }
}
