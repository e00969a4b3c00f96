package plantao.runbook.read;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import plantao.runbook.Environment;
import plantao.runbook.text.Role;
import plantao.runbook.text.Words;
import plantao.runbook.tree.Line;
import plantao.runbook.tree.Paragraph;

/// Environments in running text: "Production is at https://…, staging at https://… and a local copy on …". One
/// address is a sentence about something else; two, each behind the name of its environment, are the environments.
final class SpokenEnvironments {
    private static final int LONGEST = 600;

    private SpokenEnvironments() {}

    static void in(Topic root, List<Environment> out) {
        root.all()
                .filter(t -> !t.within(
                        Role.PLAYBOOK_GROUP, Role.TEMPLATE, Role.POSTMORTEM, Role.DEPLOY, Role.ROLLBACK, Role.ALERTS))
                .forEach(t -> {
                    told(t, t.section().value(), t.section().line(), out);
                    for (Paragraph p : t.section().paragraphs()) {
                        String text = String.join(
                                " ", p.lines().stream().map(Line::text).toList());
                        told(t, text, p.line(), out);
                    }
                });
    }

    private static void told(Topic t, String text, int line, List<Environment> out) {
        if (text.length() > LONGEST || text.indexOf('.') < 0 && text.indexOf(':') < 0) {
            return;
        }
        List<Environment> found = new ArrayList<>();
        int from = 0;
        for (String url : MarkdownUrls.in(text)) {
            int at = text.indexOf(url, from);
            String name = at < 0 ? null : last(text.substring(from, at));
            if (name != null) {
                found.add(new Environment(name, List.of(url), t.at(line)));
            }
            from = at < 0 ? from : at + url.length();
        }
        boolean distinct =
                found.stream().map(e -> Words.folded(e.name())).distinct().count() == found.size();
        if (found.size() > 1 && distinct) {
            out.addAll(found);
        }
    }

    // The word for an environment that stands nearest before its address, with a capital.
    private static @Nullable String last(String before) {
        String name = null;
        for (String word : Words.plain(before).split("[^\\p{L}-]+")) {
            name = !word.isEmpty() && Places.isEnvironment(word) ? word : name;
        }
        return name == null ? null : Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }
}
