package plantao.runbook.lint;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import plantao.runbook.text.Words;
import plantao.runbook.tree.Section;

/// Links and references that lead nowhere within the runbook. Anchors are compared by letters and digits alone,
/// since
/// every renderer makes them in its own way.
final class LinkRules {
    private static final Pattern LINK =
            Pattern.compile("(?<!!)\\[[^\\[\\]]*\\]\\(\\s*<?([^()\\s>]+)>?(?:\\s+\"[^\"]*\")?\\s*\\)");
    private static final Pattern ANCHOR = Pattern.compile("(?:\\bid|\\bname)=[\"']?([^\"'\\s>]+)|\\{#([\\w-]+)\\}");
    private static final Pattern REFERENCE = Pattern.compile(
            "(?iu)\\b(?:see|ver|veja|vide|v[eé]ase|consulte|consultar|conforme|refer to|follow|siga|seguir)\\s+(?:a |à |na |the |la )?(?:section|se[cç][aã]o|secci[oó]n|§)\\s*#?(\\d+(?:\\.\\d+)*)(?![\\d.]*\\s*(?:of|do|da|de|del|in|na|no|dos|das)\\s)");
    private static final Pattern NUMBER = Pattern.compile(
            "^(?:(?iu:section|se[cç][aã]o|secci[oó]n|parte|part)\\s+)?(\\d+(?:\\.\\d+)*)(?![\\d.]*\\d)");

    private LinkRules() {}

    static List<Finding> links(Examined e) {
        Map<String, Set<String>> anchors = new HashMap<>();
        e.pages().forEach(p -> anchors.put(p.file(), anchors(p)));
        List<Finding> out = new ArrayList<>();
        for (Page page : e.pages()) {
            for (int n = 1; n <= page.lines().size(); n++) {
                String line = page.line(n);
                if (line.contains("](") && !page.code().get(n)) {
                    Matcher m = LINK.matcher(line);
                    while (m.find()) {
                        link(m.group(1), page, n, anchors, out);
                    }
                }
            }
        }
        return out;
    }

    private static void link(String target, Page page, int line, Map<String, Set<String>> anchors, List<Finding> out) {
        int hash = target.indexOf('#');
        String path = decoded(hash < 0 ? target : target.substring(0, hash));
        String anchor = hash < 0 ? "" : key(decoded(target.substring(hash + 1)));
        if (path.contains(":") || path.startsWith("/") || path.contains("{") || path.contains("?")) {
            return;
        }
        String file = path.isEmpty() ? page.file() : resolved(page.file(), path);
        Set<String> there = anchors.get(file);
        boolean inside = file != null && file.endsWith(".md") && anchors.size() > 1;
        if (there == null && inside) {
            out.add(new Finding(
                    page.at(line), "The link leads to " + file + ", which is not among the runbook's files."));
        } else if (there != null
                && !anchor.isEmpty()
                && !there.contains(anchor)
                && !there.contains(anchor.replaceFirst("\\d+$", ""))) {
            out.add(new Finding(
                    page.at(line),
                    "The link leads to #" + target.substring(hash + 1) + ", but " + (path.isEmpty() ? "the file" : path)
                            + " has no such heading."));
        }
    }

    static List<Finding> references(Examined e) {
        Set<String> numbers = new HashSet<>();
        for (Page page : e.pages()) {
            page.sections()
                    .forEach(s ->
                            number(Words.emojiless(Words.plain(s.heading())).strip(), numbers));
            page.lines().forEach(l -> number(l.replaceFirst("^[\\s>*_#-]+", ""), numbers));
        }
        List<Finding> out = new ArrayList<>();
        for (Page page : e.pages()) {
            for (int n = 1; n <= page.lines().size(); n++) {
                String line = page.line(n);
                Matcher m = mayRefer(line) ? REFERENCE.matcher(line) : null;
                while (m != null && m.find()) {
                    if (!numbers.contains(m.group(1))) {
                        out.add(new Finding(
                                page.at(n), "The text refers to section " + m.group(1) + ", which there is not."));
                    }
                }
            }
        }
        return out;
    }

    private static boolean mayRefer(String line) {
        return line.contains("se") || line.contains("Se") || line.contains("§");
    }

    private static void number(String text, Set<String> out) {
        if (text.isEmpty() || !Character.isLetterOrDigit(text.charAt(0))) {
            return;
        }
        Matcher m = NUMBER.matcher(text);
        if (m.find()) {
            out.add(m.group(1));
        }
    }

    private static Set<String> anchors(Page page) {
        Set<String> out = new HashSet<>();
        for (Section s : page.sections()) {
            out.add(key(Words.plain(s.heading())));
            out.add(key(s.heading()));
        }
        for (String line : page.lines()) {
            if (line.contains("id=") || line.contains("name=") || line.contains("{#")) {
                ANCHOR.matcher(line).results().forEach(r -> out.add(key(r.group(1) == null ? r.group(2) : r.group(1))));
            }
        }
        return out;
    }

    private static String key(String anchor) {
        return Words.folded(anchor).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    // Null where it leads out of the runbook's folder.
    private static @Nullable String resolved(String from, String path) {
        List<String> parts = new ArrayList<>(List.of(from.split("/")));
        parts.removeLast();
        for (String step : path.split("/")) {
            if (step.equals("..")) {
                if (parts.isEmpty()) {
                    return null;
                }
                parts.removeLast();
            } else if (!step.equals(".") && !step.isEmpty()) {
                parts.add(step);
            }
        }
        return String.join("/", parts);
    }
}
