package plantao.runbook.lint;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;
import plantao.runbook.text.Expression;
import plantao.runbook.text.Words;
import plantao.runbook.tree.Section;

/// Links and references that lead nowhere within the runbook. Anchors are compared by letters and digits alone,
/// since every renderer makes them in its own way.
final class LinkRules {
    private static final Expression NUMBER =
            Expression.of("(?:(?iu:section|se[cç][aã]o|secci[oó]n|parte|part)\\s+)?(\\d+(?:\\.\\d+)*)(?![\\d.]*\\d)");

    private static final Expression LAST_DIGITS = Expression.of("\\d+$");

    private final Map<String, Page> pages;
    private final Map<String, Set<String>> anchors = new HashMap<>();
    private final List<Finding> out = new ArrayList<>();

    private LinkRules(Map<String, Page> pages) {
        this.pages = pages;
    }

    static List<Finding> links(LintSubject e) {
        Map<String, Page> pages = new HashMap<>();
        e.pages().forEach(p -> pages.put(p.file(), p));
        LinkRules rules = new LinkRules(pages);
        for (Page page : e.pages()) {
            page.having(LineScan.LINK).stream().filter(n -> !page.code().get(n)).forEach(n -> {
                Matcher m = LineScan.LINK.in(page.line(n));
                while (m.find()) {
                    rules.link(m.group(1), page, n);
                }
            });
        }
        return rules.out;
    }

    private void link(String target, Page page, int line) {
        int hash = target.indexOf('#');
        String path = decoded(hash < 0 ? target : target.substring(0, hash));
        String anchor = hash < 0 ? "" : key(decoded(target.substring(hash + 1)));
        if (path.contains(":") || path.startsWith("/") || path.contains("{") || path.contains("?")) {
            return;
        }
        String file = path.isEmpty() ? page.file() : resolved(page.file(), path);
        Page there = pages.get(file);
        boolean inside = file != null && file.endsWith(".md") && pages.size() > 1;
        if (there == null && inside) {
            out.add(new Finding(
                    page.at(line), "The link leads to " + file + ", which is not among the runbook's files."));
        } else if (there != null && !anchor.isEmpty() && !leadsTo(there, anchor)) {
            out.add(new Finding(
                    page.at(line),
                    "The link leads to #" + target.substring(hash + 1) + ", but " + (path.isEmpty() ? "the file" : path)
                            + " has no such heading."));
        }
    }

    private boolean leadsTo(Page page, String anchor) {
        Set<String> there = anchors.computeIfAbsent(page.file(), _ -> anchors(page));
        return there.contains(anchor)
                || there.contains(LAST_DIGITS.matcher(anchor).replaceFirst(""));
    }

    static List<Finding> references(LintSubject e) {
        List<Finding> out = new ArrayList<>();
        Set<String> numbers = null;
        for (Page page : e.pages()) {
            BitSet lines = page.having(LineScan.REFERENCE);
            for (int n = lines.nextSetBit(0); n >= 0; n = lines.nextSetBit(n + 1)) {
                Matcher m = LineScan.REFERENCE.in(page.line(n));
                while (m.find()) {
                    numbers = numbers == null ? numbers(e) : numbers;
                    if (!numbers.contains(m.group(1))) {
                        out.add(new Finding(
                                page.at(n), "The text refers to section " + m.group(1) + ", which there is not."));
                    }
                }
            }
        }
        return out;
    }

    // Of headings and of numbered lines.
    private static Set<String> numbers(LintSubject e) {
        Set<String> numbers = new HashSet<>();
        for (Page page : e.pages()) {
            page.sections().forEach(s -> number(Words.emojiless(Words.plain(s.heading())), 0, numbers));
            page.lines().forEach(l -> number(l, leading(l), numbers));
        }
        return numbers;
    }

    // Past the marks of quotes, lists, headings and bold text.
    private static int leading(String line) {
        int i = 0;
        while (i < line.length() && " \t>*_#-".indexOf(line.charAt(i)) >= 0) {
            i++;
        }
        return i;
    }

    private static void number(String text, int from, Set<String> out) {
        char first = from < text.length() ? text.charAt(from) : ' ';
        if (first >= '0' && first <= '9' || "sSpP".indexOf(first) >= 0) {
            Matcher m = NUMBER.matcher(text).region(from, text.length());
            if (m.lookingAt()) {
                out.add(m.group(1));
            }
        }
    }

    private static Set<String> anchors(Page page) {
        Set<String> out = new HashSet<>();
        for (Section s : page.sections()) {
            out.add(key(Words.plain(s.heading())));
            out.add(key(s.heading()));
        }
        page.having(LineScan.ANCHOR).stream()
                .forEach(n -> LineScan.ANCHOR
                        .in(page.line(n))
                        .results()
                        .forEach(r -> out.add(key(r.group(1) == null ? r.group(2) : r.group(1)))));
        return out;
    }

    private static String key(String anchor) {
        return Words.compact(anchor);
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
