package plantao.runbook.lint;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import plantao.runbook.Command;
import plantao.runbook.Origin;
import plantao.runbook.Risk;
import plantao.runbook.Step;
import plantao.runbook.text.Expression;
import plantao.runbook.text.PatternScreen;
import plantao.runbook.text.Vocabulary;
import plantao.runbook.text.Words;

/// Commands that delete or overwrite data while nothing near them says so.
final class DangerRule {
    private static final int ABOVE = 8;
    private static final int BELOW = 3;
    private static final Expression SIGN = Expression.of("[⚠🚨❗⛔🔴☠🛑]");
    // Folded text.
    private static final PatternScreen SAID = PatternScreen.of(
            List.of(
                    "irrevers|undo|undone|data loss|lose|lost|perd[ae]|perdid|destruct|destrut|delet|apaga|elimin|borra|remov|discard|descart|overwrit|sobrescre|sobrescrib|limpa|clean|purge|drop|flush|clear|backup|snapshot|confirm|approv|aprova|dry.run|last resort|ultimo (?:caso|recurso)|careful|only if|somente se|apenas se|solo si|never|recria|recreate|zera|trunca|prun|authori|autoriza|downtime|indisponibilidade"));

    private DangerRule() {}

    static List<Finding> unwarned(LintSubject e) {
        List<Finding> out = new ArrayList<>();
        Set<Origin> told = new HashSet<>();
        for (LintSubject.Used u : e.commands()) {
            Command c = u.command();
            Page page = e.page(c.origin());
            if (c.risk() == Risk.DESTRUCTIVE && page != null && !isWarned(c, u.step(), page) && told.add(c.origin())) {
                out.add(new Finding(
                        c.origin(),
                        "`" + (SecretRules.isSecret(c) ? "…" : shortened(c.text()))
                                + "` deletes or overwrites data, and nothing near it says so."));
            }
        }
        return out;
    }

    private static boolean isWarned(Command c, @Nullable Step step, Page page) {
        int first = c.origin().line();
        int own = (int) c.text().lines().count() + c.inputs().size();
        StringBuilder near = new StringBuilder();
        for (int n = first - ABOVE; n < first + own + BELOW; n++) {
            // the command's own words are no warning, a comment behind them is
            boolean inside = n >= first && n < first + own;
            String line = page.line(n);
            int comment = line.indexOf(" #");
            // … and so is what follows it where it stands in running text
            String beside = line.contains("`" + c.text() + "`")
                    ? line.replace(c.text(), "")
                    : comment < 0 ? "" : line.substring(comment);
            near.append(inside ? beside : line).append('\n');
        }
        if (step != null) {
            near.append(step.title().equals(c.text()) ? "" : step.title())
                    .append('\n')
                    .append(String.join("\n", step.notes()))
                    .append(step.condition() == null ? "" : step.condition());
        }
        String folded = Words.folded(near.toString());
        return SIGN.in(near)
                || SAID.finds(folded)
                || Vocabulary.standard().terms("callout").in(folded);
    }

    private static String shortened(String text) {
        String line = text.lines().findFirst().orElse("");
        return line.length() <= 60 ? line : line.substring(0, 57) + "…";
    }
}
