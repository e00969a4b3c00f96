package plantao.runbook.read;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import plantao.runbook.Dashboard;
import plantao.runbook.text.Expression;
import plantao.runbook.text.KeyValue;
import plantao.runbook.text.Role;
import plantao.runbook.text.Vocabulary;
import plantao.runbook.text.Words;
import plantao.runbook.tree.Line;
import plantao.runbook.tree.Listing;
import plantao.runbook.tree.Paragraph;
import plantao.runbook.tree.Part;

/// Dashboards that a line announces, without a heading of their own: "Dashboards: [API](…) · [Database](…)", and
/// "Dashboards:" over a list of names with their addresses.
final class NamedDashboards {
    private static final Expression LINK = Expression.of("\\[([^\\]\\[]{1,80})\\]\\((https?://[^()\\s]+)\\)");
    private static final Expression BRACKET = Expression.of("\\(([^()]{4,160})\\)\\s*$");

    private static final Expression EDGES = Expression.of("^[\\s:;,.\\-–—]+|[\\s:;,\\-–—]+$");
    private static final Expression LOOK = Expression.of(
            "(?iu)^(?:look at|watch|see|check|olhar|olhe|ver|veja|acompanhar|observar|mirar|mire|vigilar|revisar)\\s+(?:the |o |a |os |as |el |la |los |las )?");

    private NamedDashboards() {}

    static List<Dashboard> in(Topic t, Vocabulary vocabulary) {
        List<Dashboard> out = new ArrayList<>();
        Part before = null;
        for (Part part : t.section().body()) {
            if (part instanceof Listing l && before instanceof Paragraph p && announces(p, vocabulary)) {
                l.items().forEach(i -> item(t, i, out));
            } else if (part instanceof Paragraph p) {
                p.lines().forEach(line -> linked(t, line, vocabulary, out));
            }
            before = part;
        }
        return out;
    }

    private static boolean announces(Paragraph p, Vocabulary vocabulary) {
        String last = p.lines().getLast().plain().strip();
        return last.length() < 60
                && last.endsWith(":")
                && vocabulary.exact(Words.normal(Words.unqualified(last.substring(0, last.length() - 1))))
                        == Role.DASHBOARDS;
    }

    private static void linked(Topic t, Line line, Vocabulary vocabulary, List<Dashboard> out) {
        KeyValue kv = line.text().contains("](") ? KeyValue.of(line.text()) : null;
        if (kv == null || vocabulary.exact(Words.normal(kv.key())) != Role.DASHBOARDS) {
            return;
        }
        Matcher m = LINK.matcher(kv.value());
        while (m.find()) {
            out.add(new Dashboard(Words.plain(m.group(1)), m.group(2), List.of(), t.at(line.number())));
        }
    }

    /// What is told of a dashboard beside its address: what to look at.
    static String about(String markdown) {
        String rest = markdown;
        for (String url : MarkdownUrls.in(markdown)) {
            rest = rest.replace(url, " ");
        }
        return LOOK.matcher(EDGES.matcher(Words.plain(rest).replaceAll("\\(\\s*\\)|<\\s*>", " "))
                        .replaceAll(""))
                .replaceFirst("");
    }

    private static void item(Topic t, Listing.Item item, List<Dashboard> out) {
        KeyValue kv = item.keyValue();
        Matcher link = LINK.matcher(item.text());
        boolean linked = link.find();
        String url = linked ? link.group(2) : kv == null ? null : Services.url(kv.value());
        String name = linked ? Words.plain(link.group(1)) : kv == null ? "" : kv.key();
        if (url == null || !url.contains("://") || name.isBlank()) {
            return;
        }
        Matcher said = BRACKET.matcher(item.plain());
        boolean bracketed = !linked && said.find();
        String about = linked || bracketed || kv == null ? "" : about(kv.value());
        List<String> watch =
                bracketed ? List.of(said.group(1)) : about.isBlank() ? List.of() : List.of(about.split(",\\s+"));
        out.add(new Dashboard(name, url, watch, t.at(item.line())));
    }
}
