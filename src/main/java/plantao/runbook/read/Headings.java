package plantao.runbook.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import plantao.runbook.Heading;
import plantao.runbook.text.Expression;

/// The headings of the text with the lines their sections reach to.
final class Headings {
    private static final Expression NUMBER = Expression.of("^(\\d+(?:\\.\\d+)*)[.)]?\\s");

    private Headings() {}

    // A line feed at the end begins no further line.
    private static int end(List<String> lines) {
        boolean fed = !lines.isEmpty() && lines.getLast().isEmpty();
        return fed ? lines.size() - 1 : lines.size();
    }

    static List<Heading> of(List<Topic> roots, Map<String, List<String>> lines) {
        List<Heading> all = new ArrayList<>();
        for (Topic root : roots) {
            List<Topic> headed = root.all()
                    .filter(t -> t.section().level() > 0 && !t.section().isLead())
                    .toList();
            int end = end(lines.getOrDefault(root.file(), List.of()));
            for (int i = 0; i < headed.size(); i++) {
                Topic topic = headed.get(i);
                int last = headed.subList(i + 1, headed.size()).stream()
                        .filter(later ->
                                later.section().level() <= topic.section().level())
                        .findFirst()
                        .map(later -> later.section().line() - 1)
                        .orElse(Math.max(end, topic.section().line()));
                Matcher number = NUMBER.matcher(topic.bare());
                all.add(new Heading(
                        topic.section().level(),
                        number.find() ? number.group(1) : null,
                        topic.title(),
                        topic.origin(),
                        last));
            }
        }
        return List.copyOf(all);
    }
}
