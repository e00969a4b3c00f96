package plantao.runbook.read;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import plantao.runbook.text.Expression;
import plantao.runbook.text.Words;

/// Headings that count the steps of what stands above them: "Step 1: Log in", "Step 2: Deploy".
final class Stages {
    private static final Expression COUNTED =
            Expression.of("(?iu)^\\W*(?:step|passo|paso|etapa|fase|phase)\\s+(\\d{1,2})\\b");

    private Stages() {}

    /// The headings directly below it that are counted from one on, at least two; empty where there are none.
    static List<Topic> of(Topic t) {
        List<Topic> out = new ArrayList<>();
        for (Topic child : t.children()) {
            Matcher m = child.section().isLead()
                    ? null
                    : COUNTED.matcher(Words.plain(child.section().heading()));
            if (m != null && m.lookingAt() && Integer.parseInt(m.group(1)) == out.size() + 1) {
                out.add(child);
            }
        }
        return out.size() < 2 ? List.of() : List.copyOf(out);
    }
}
