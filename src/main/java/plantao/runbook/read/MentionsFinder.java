package plantao.runbook.read;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import plantao.runbook.Mentions;
import plantao.runbook.Origin;
import plantao.runbook.command.Blanks;
import plantao.runbook.text.Expression;
import plantao.runbook.text.Words;

/// Every placeholder, variable and link of the text, with all its lines.
final class MentionsFinder {
    private static final Expression MARK =
            Expression.of("^\\s*(?:>\\s*)*(?:[-*+]\\s+|\\d+[.)]\\s+)?(?:`{3,}|~{3,})\\s*(\\w*).*");
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
            "hcl",
            "mermaid");

    private static final Set<String> SHELL = Set.of("bash", "sh", "shell", "zsh", "console");

    private final Map<String, List<Origin>> placeholders = new LinkedHashMap<>();
    private final Map<String, List<Origin>> links = new LinkedHashMap<>();
    private final Map<String, List<Origin>> variables = new LinkedHashMap<>();
    private final Set<String> own = new HashSet<>();

    private MentionsFinder() {}

    static MentionsFinder of(Map<String, List<String>> files) {
        MentionsFinder finder = new MentionsFinder();
        files.forEach(finder::file);
        return finder;
    }

    List<Mentions> placeholders() {
        return all(placeholders);
    }

    List<Mentions> links() {
        return all(links);
    }

    /// Those that no line gives a value.
    List<Mentions> variables() {
        return all(variables).stream().filter(m -> !own.contains(m.text())).toList();
    }

    private void file(String file, List<String> lines) {
        boolean inside = false;
        String fence = "";
        int number = 0;
        for (String line : lines) {
            number++;
            own.addAll(Blanks.assigned(line));
            Matcher mark = line.contains("```") || line.contains("~~~") ? MARK.matcher(line) : null;
            if (mark != null && mark.matches()) {
                inside = !inside;
                fence = inside ? mark.group(1).toLowerCase(java.util.Locale.ROOT) : "";
            } else {
                line(line, inside, fence, new Origin(file, number));
            }
        }
    }

    private void line(String line, boolean inside, String fence, Origin origin) {
        if (!CODE.contains(fence)) {
            add(Blanks.placeholders(line), origin, placeholders);
            if (inside && SHELL.contains(fence) && !line.startsWith("#")) {
                add(Blanks.capitals(line), origin, placeholders);
            }
        }
        if (line.contains("http")) {
            add(urls(line), origin, links);
        }
        if (line.indexOf('$') >= 0) {
            add(Blanks.variables(inside ? line : String.join(" ", Words.code(line))), origin, variables);
        }
    }

    private static List<String> urls(String line) {
        return MarkdownUrls.URL
                .matcher(line)
                .results()
                .map(r -> MarkdownUrls.trimmed(r.group()))
                .filter(u -> u.length() > 8)
                .distinct()
                .toList();
    }

    private static void add(List<String> found, Origin origin, Map<String, List<Origin>> out) {
        for (String text : found) {
            out.computeIfAbsent(text, k -> new ArrayList<>()).add(origin);
        }
    }

    private static List<Mentions> all(Map<String, List<Origin>> found) {
        List<Mentions> out = new ArrayList<>();
        found.forEach((text, places) -> out.add(new Mentions(text, List.copyOf(places))));
        return List.copyOf(out);
    }
}
