package plantao.export;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.jspecify.annotations.Nullable;

/// The inline content of a node as spans.
final class Spans {
    private Spans() {}

    static List<Span> of(Node node) {
        List<Span> spans = new ArrayList<>();
        collect(node, false, false, null, spans);
        return List.copyOf(spans);
    }

    private static void collect(Node parent, boolean bold, boolean italic, @Nullable String link, List<Span> spans) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            switch (node) {
                case Text t -> add(spans, new Span(t.getLiteral(), bold, italic, false, link));
                case Code c -> add(spans, new Span(c.getLiteral(), bold, italic, true, link));
                case HtmlInline h -> add(spans, new Span(h.getLiteral(), bold, italic, false, link));
                case SoftLineBreak _ -> add(spans, new Span(" ", bold, italic, false, link));
                case HardLineBreak _ -> add(spans, new Span("\n", bold, italic, false, link));
                case StrongEmphasis s -> collect(s, true, italic, link, spans);
                case Emphasis e -> collect(e, bold, true, link, spans);
                case Link l -> collect(l, bold, italic, l.getDestination(), spans);
                case Image i -> collect(i, bold, italic, i.getDestination(), spans);
                default -> collect(node, bold, italic, link, spans);
            }
        }
    }

    /// Joins neighbours that look the same.
    private static void add(List<Span> spans, Span span) {
        if (!spans.isEmpty()) {
            Span last = spans.getLast();
            if (last.bold() == span.bold()
                    && last.italic() == span.italic()
                    && last.code() == span.code()
                    && java.util.Objects.equals(last.link(), span.link())) {
                spans.set(
                        spans.size() - 1,
                        new Span(last.text() + span.text(), span.bold(), span.italic(), span.code(), span.link()));
                return;
            }
        }
        spans.add(span);
    }
}
