package plantao.runbook.read;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import plantao.runbook.Decision;
import plantao.runbook.LogPattern;
import plantao.runbook.text.Durations;
import plantao.runbook.text.KeyValue;
import plantao.runbook.text.Phrases;
import plantao.runbook.text.Role;
import plantao.runbook.text.Vocabulary;
import plantao.runbook.text.Words;
import plantao.runbook.tree.Line;
import plantao.runbook.tree.Listing;
import plantao.runbook.tree.Paragraph;
import plantao.runbook.tree.Part;

/// Small rules: decisions ("roll back at once if …"), log patterns, recovery objectives.
final class Rules {
    private Rules() {}

    static List<Decision> decisions(Topic root, Vocabulary vocabulary) {
        List<Decision> out = new ArrayList<>();
        root.all().forEach(parent -> {
            List<Decision.Rule> rules = new ArrayList<>();
            int line = 0;
            for (Topic t : parent.children()) {
                String folded = Words.folded(t.title());
                String last = folded.substring(folded.lastIndexOf(' ') + 1);
                if (!vocabulary.list("decisionEnds").contains(last) || folded.equals(last)) {
                    continue;
                }
                String action =
                        t.title().substring(0, t.title().lastIndexOf(' ')).strip();
                line = line == 0 ? t.section().line() : line;
                t.section()
                        .body(Listing.class)
                        .forEach(l ->
                                l.items().forEach(i -> rules.add(new Decision.Rule(Words.plain(i.text()), action))));
            }
            if (!rules.isEmpty()) {
                out.add(new Decision(parent.title(), List.copyOf(rules), parent.at(line)));
            }
        });
        return List.copyOf(out);
    }

    static List<LogPattern> logPatterns(Topic root, Vocabulary vocabulary) {
        List<LogPattern> out = new ArrayList<>();
        root.all()
                .filter(t -> t.within(Role.LOGS) && Phrases.anyIn(Words.folded(t.title()), vocabulary.list("lookFor")))
                .forEach(t -> {
                    for (Listing l : t.section().body(Listing.class)) {
                        for (Listing.Item i : l.items()) {
                            List<String> code = Words.code(i.text());
                            KeyValue kv = KeyValue.of(i.text());
                            if (!code.isEmpty()) {
                                String rest = i.text()
                                        .substring(i.text().lastIndexOf('`') + 1)
                                        .replaceFirst("^\\s*[:–—-]\\s*", "");
                                out.add(new LogPattern(
                                        code.getFirst(), rest.isBlank() ? null : Words.plain(rest), t.at(i.line())));
                            } else if (kv != null && !kv.value().isBlank()) {
                                out.add(new LogPattern(kv.key(), Words.plain(kv.value()), t.at(i.line())));
                            }
                        }
                    }
                });
        return List.copyOf(out);
    }

    /// The recovery objective named ("RTO" or "RPO") in seconds, from the first heading, lead-in or line that gives
    /// it.
    static @Nullable Integer objective(Topic root, String name) {
        Pattern pattern = Pattern.compile("\\b" + name + "\\b[^:=|<>]{0,50}[:=|<>]+\\s*(.+)");
        for (Topic t : root.all().toList()) {
            Integer found = seconds(
                    pattern, name, t.section().heading() + ": " + t.section().value());
            for (Part part : t.section().parts()) {
                found = found == null ? seconds(pattern, name, part) : found;
            }
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static @Nullable Integer seconds(Pattern pattern, String name, Part part) {
        Integer found = null;
        if (part instanceof Listing l) {
            for (Listing.Item i : l.items()) {
                found = found == null ? seconds(pattern, name, i.text()) : found;
            }
        } else if (part instanceof Paragraph p) {
            for (Line line : p.lines()) {
                found = found == null ? seconds(pattern, name, line.text()) : found;
            }
        }
        return found;
    }

    private static @Nullable Integer seconds(Pattern pattern, String name, String markdown) {
        if (!markdown.contains(name)) {
            return null;
        }
        Matcher m = pattern.matcher(Words.plain(markdown));
        return m.find() ? Durations.seconds(m.group(1)) : null;
    }
}
