package plantao.runbook.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import plantao.runbook.text.Expression;
import plantao.runbook.text.Role;
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

    /// "1. Identification", "2. Containment", "3. Diagnosis", "4. Resolution": what is done in every incident, one
    /// after
    /// the other.
    static boolean areResponse(List<Topic> headings) {
        Set<Role> phases = headings.stream()
                .map(Topic::role)
                .filter(r ->
                        r == Role.DIAGNOSIS || r == Role.MITIGATION || r == Role.RESOLUTION || r == Role.VERIFICATION)
                .collect(Collectors.toSet());
        return phases.size() > 1
                && headings.size() > phases.size()
                && headings.stream().allMatch(Topic::numbered);
    }
}
