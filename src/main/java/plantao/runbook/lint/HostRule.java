package plantao.runbook.lint;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import plantao.runbook.Origin;

/// Hosts and mail domains that only stand for one: reserved names (RFC 2606, RFC 6761) and the usual inventions.
final class HostRule {
    private static final Pattern EXAMPLE = Pattern.compile(
            "(?<![\\w.-])(?:[\\w-]{1,60}\\.){0,6}"
                    + "(?:example\\.(?:com|org|net)|(?:your|my)-?(?:domain|company|site|org|server|host)\\.(?:com|org|net|io|dev|local|internal)"
                    + "|(?:seu-?dominio|sua-?empresa|meu-?dominio|tu-?dominio|tu-?empresa|exemplo|ejemplo)\\.(?:com|org|net|io)"
                    + "|(?:company|empresa|mycorp|domain)\\.(?:com|org|net|io|internal|local))(?:\\.(?:br|ar|mx|es|uk))?(?![\\w-])",
            Pattern.CASE_INSENSITIVE);
    private static final List<String> NEEDED = List.of(
            "example.",
            "domain.",
            "company.",
            "site.",
            "org.",
            "server.",
            "host.",
            "dominio.",
            "empresa.",
            "exemplo.",
            "ejemplo.",
            "mycorp.");

    private HostRule() {}

    /// Each host once, at its first place.
    static List<Finding> examples(Examined e) {
        Map<String, List<Origin>> found = new LinkedHashMap<>();
        for (Page page : e.pages()) {
            for (int n = 1; n <= page.lines().size(); n++) {
                String line = page.line(n);
                if (line.indexOf('.') < 0 || NEEDED.stream().noneMatch(line.toLowerCase(Locale.ROOT)::contains)) {
                    continue;
                }
                Matcher m = EXAMPLE.matcher(line);
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
