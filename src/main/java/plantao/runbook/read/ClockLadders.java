package plantao.runbook.read;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import plantao.runbook.Escalation;
import plantao.runbook.text.Durations;
import plantao.runbook.text.Expression;
import plantao.runbook.tree.Fence;
import plantao.runbook.tree.Line;

/// A ladder drawn as a clock by lines: "T+15 Shift lead", "30 minutes: call the head of operations".
final class ClockLadders {
    private static final Expression CLOCK =
            Expression.of("(?i)^\\s*T\\s*\\+\\s*(\\d+)\\s*(min\\w*|m|h|hours?|horas?)?\\s*[:–—-]?\\s+(\\S.*?)\\s*$");
    private static final Expression TIMED =
            Expression.of("(?i)^\\s*(\\d+)\\s*(min\\w*|m|h|hours?|horas?)\\s*[:–—]\\s+(\\S.*?)\\s*$");
    private static final Expression CALLED = Expression.of(
            "(?iu)^(?:escalate|page|call|notify|escalar|escale|acionar|acione|avisar|avise|llamar|llame)\\s+(?:to\\s+|para\\s+|a\\s+|al\\s+)?(?:the\\s+|o\\s+|el\\s+|la\\s+)?(.+?)(?:\\s+(?:if|se|si|when|quando)\\b.*)?$");

    private static final int LONGEST = 40;

    private ClockLadders() {}

    /// The rungs in the fence; empty when fewer than two lines are such.
    static List<Escalation.Rung> in(Fence f) {
        List<Escalation.Rung> out = new ArrayList<>();
        for (Line l : f.lines()) {
            Matcher m = CLOCK.matcher(l.text());
            boolean bare = m.matches();
            m = bare ? m : TIMED.matcher(l.text());
            if (m.matches()) {
                String unit = m.group(2) == null ? "min" : m.group(2);
                String text = m.group(3);
                Matcher called = CALLED.matcher(text);
                String contact = called.matches()
                        ? called.group(1).length() < LONGEST ? called.group(1) : null
                        : bare ? Ladders.contact(text) : null;
                out.add(new Escalation.Rung(text, Durations.seconds(m.group(1) + " " + unit), contact));
            }
        }
        return out.size() > 1 ? List.copyOf(out) : List.of();
    }
}
