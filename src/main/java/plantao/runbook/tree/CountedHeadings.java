package plantao.runbook.tree;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import plantao.runbook.text.Expression;

/// Headings that are counted without a point ("1 Overview", "2 Alerts", "3 Contacts"): these numbers are no part of
/// what the headings say. A number alone may be ("500 errors"), so at least three have to follow each other from 1.
final class CountedHeadings {
    private static final Expression COUNTED = Expression.of("^(\\W{0,4})(\\d{1,2})\\s+(?=\\p{L})(.*)$");
    private static final int FEWEST = 3;

    private CountedHeadings() {}

    /// The parts with a point behind such numbers; the same where there are none.
    static List<Part> pointed(List<Part> parts) {
        Map<Integer, Integer> reached = new HashMap<>();
        Set<Integer> broken = new HashSet<>();
        for (Part p : parts) {
            Matcher m = p instanceof Section s && !s.isLead() ? COUNTED.matcher(s.heading()) : null;
            if (m == null || !m.matches()) {
                continue;
            }
            int level = ((Section) p).level();
            int next = reached.getOrDefault(level, 0) + 1;
            if (Integer.parseInt(m.group(2)) == next) {
                reached.put(level, next);
            } else {
                broken.add(level);
            }
        }
        if (reached.entrySet().stream().noneMatch(e -> e.getValue() >= FEWEST && !broken.contains(e.getKey()))) {
            return parts;
        }
        List<Part> out = new ArrayList<>(parts.size());
        for (Part p : parts) {
            Matcher m = p instanceof Section s && !s.isLead() ? COUNTED.matcher(s.heading()) : null;
            boolean counted = m != null
                    && m.matches()
                    && p instanceof Section s
                    && reached.getOrDefault(s.level(), 0) >= FEWEST
                    && !broken.contains(s.level());
            out.add(
                    counted && m != null && p instanceof Section s
                            ? new Section(
                                    s.level(),
                                    m.group(1) + m.group(2) + ". " + m.group(3),
                                    s.value(),
                                    s.line(),
                                    s.parts())
                            : p);
        }
        return out;
    }
}
