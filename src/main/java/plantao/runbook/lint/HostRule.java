package plantao.runbook.lint;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import plantao.runbook.Origin;

/// Hosts and mail domains that only stand for one: reserved names (RFC 2606, RFC 6761) and the usual inventions.
final class HostRule {
    private HostRule() {}

    /// Each host once, at its first place.
    static List<Finding> examples(LintSubject e) {
        Map<String, List<Origin>> found = new LinkedHashMap<>();
        for (Page page : e.pages()) {
            BitSet lines = page.having(LineScan.EXAMPLE_HOST);
            for (int n = lines.nextSetBit(0); n >= 0; n = lines.nextSetBit(n + 1)) {
                String line = page.line(n);
                Matcher m = LineScan.EXAMPLE_HOST.in(line);
                while (m.find()) {
                    // somebody@example.com in code is test data
                    if (page.code().get(n) && m.start() > 0 && line.charAt(m.start() - 1) == '@') {
                        continue;
                    }
                    found.computeIfAbsent(m.group().toLowerCase(Locale.ROOT), _ -> new ArrayList<>())
                            .add(page.at(n));
                }
            }
        }
        List<Finding> out = new ArrayList<>();
        found.forEach((host, places) -> out.add(new Finding(
                places.getFirst(),
                host + " only stands for a host" + (places.size() > 1 ? " (" + places.size() + " places)." : "."))));
        return out;
    }
}
