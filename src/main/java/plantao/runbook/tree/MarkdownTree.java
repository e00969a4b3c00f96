package plantao.runbook.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import plantao.runbook.text.Expression;

/// Turns Markdown (CommonMark 0.31 with GFM tables) into a tree of sections.
public final class MarkdownTree {
    private static final Expression UNDERLINE = Expression.of("=+|-+");
    private static final Expression OPENING = Expression.of("^#{1,6}\\s+");
    private static final Expression SUMMARY = Expression.of("<summary[^>]*>(?:<[^>]+>)*([^<]+)");
    private static final Expression CLOSING = Expression.of("\\s+#+\\s*$");
    // Only the blocks are asked for; what stands inside the lines is read from the lines themselves.
    private static final Parser PARSER = Parser.builder()
            .extensions(List.of(TablesExtension.create()))
            .includeSourceSpans(IncludeSourceSpans.BLOCKS)
            .inlineParserFactory(context -> (lines, block) -> {})
            .maxOpenBlockParsers(64)
            .build();

    private final String[] lines;

    private MarkdownTree(String[] lines) {
        this.lines = lines;
    }

    /// The document's sections.
    ///
    /// @param text its lines
    /// @param known whether a plain line ("Symptoms:") is a lead-in
    /// though it is not bold
    ///
    /// @param inline whether it is one with its value beside it ("Symptoms: slow")
    public static Section of(List<String> text, Predicate<String> known, Predicate<String> inline) {
        String[] lines =
                DefinitionLists.listed(DocBlocks.plain(Jsx.plain(withoutFrontMatter(text.toArray(new String[0])))));
        Node document = PARSER.parse(String.join("\n", lines));
        MarkdownTree tree = new MarkdownTree(lines);
        return Nesting.of(
                new LeadIns(known, inline)
                        .split(CountedHeadings.pointed(BoldHeadings.raised(tree.children(document, 0)))),
                known);
    }

    // Front matter is a setext heading to CommonMark; its lines become blank so that the others keep their numbers.
    private static String[] withoutFrontMatter(String[] lines) {
        int end = FrontMatter.length(lines);
        if (end == 0) {
            return lines;
        }
        String[] out = lines.clone();
        java.util.Arrays.fill(out, 0, end, "");
        return out;
    }

    private List<Part> children(Node parent, int depth) {
        List<Part> out = new ArrayList<>();
        for (Node n = parent.getFirstChild(); n != null; n = n.getNext()) {
            List<SourceSpan> spans = n.getSourceSpans();
            if (spans.isEmpty()) {
                continue;
            }
            int line = spans.getFirst().getLineIndex() + 1;
            switch (n) {
                case Heading h
                when depth == 0 -> out.add(new Section(h.getLevel(), heading(spans), "", line, List.of()));
                case FencedCodeBlock f -> out.add(drawn(fence(f, line), depth));
                case IndentedCodeBlock c -> out.add(drawn(Fence.of("", c.getLiteral(), line, line, true), depth));
                case TableBlock t -> out.add(table(t, line));
                case ListBlock l when depth == 0 && isUnderlined(l) -> underlined(l, line, out);
                case ListBlock l -> out.add(listing(l, line, depth));
                case BlockQuote q -> out.addAll(children(q, depth + 1));
                case ThematicBreak _ -> {}
                case HtmlBlock _ -> html(text(spans), depth, out);
                default -> {
                    List<Line> text = text(spans);
                    if (text.stream().anyMatch(t -> !t.text().isBlank())) {
                        Tasks.split(text, depth == 0, out);
                    }
                }
            }
        }
        return out;
    }

    // What a fold-out is called heads what it holds.
    private static void html(List<Line> text, int depth, List<Part> out) {
        for (Line line : text) {
            Matcher m = depth == 0 && line.text().contains("<summary") ? SUMMARY.matcher(line.text()) : null;
            if (m != null && m.find()) {
                out.add(new Section(Section.LEAD, m.group(1).strip(), "", line.number(), List.of()));
                return;
            }
        }
        if (!isComment(text)) {
            out.add(new Paragraph(text));
        }
    }

    // A comment is for who edits the page; what stands behind its end is text again.
    private static boolean isComment(List<Line> text) {
        return text.getFirst().text().strip().startsWith("<!--")
                && text.getLast().text().strip().endsWith("-->");
    }

    // "1. Services" underlined with dashes: CommonMark sees a list and a line, its author wrote a heading.
    private boolean isUnderlined(ListBlock l) {
        Node last = l.getLastChild();
        boolean one = l instanceof OrderedList
                && l.getNext() instanceof ThematicBreak
                && last != null
                && last.getSourceSpans().size() == 1;
        int at = one ? last.getSourceSpans().getFirst().getLineIndex() + 1 : lines.length;
        return at < lines.length
                && lines[at].startsWith("---")
                && UNDERLINE.matcher(lines[at].strip()).matches();
    }

    private void underlined(ListBlock l, int line, List<Part> out) {
        SourceSpan last = l.getLastChild().getSourceSpans().getFirst();
        if (l.getFirstChild() != l.getLastChild()) {
            Listing whole = listing(l, line, 0);
            List<Listing.Item> items = whole.items();
            out.add(new Listing(whole.ordered(), whole.start(), items.subList(0, items.size() - 1), line));
        }
        out.add(new Section(2, lines[last.getLineIndex()].strip(), "", last.getLineIndex() + 1, List.of()));
    }

    private String heading(List<SourceSpan> spans) {
        StringBuilder out = new StringBuilder();
        for (Line l : text(spans)) {
            if (!UNDERLINE.matcher(l.text().strip()).matches()) {
                out.append(l.text().strip()).append(' ');
            }
        }
        String text = OPENING.matcher(out).replaceFirst("");
        return (text.lastIndexOf('#') < 0 ? text : CLOSING.matcher(text).replaceFirst("")).strip();
    }

    private List<Line> text(List<SourceSpan> spans) {
        List<Line> out = new ArrayList<>();
        for (SourceSpan s : spans) {
            String whole = lines[s.getLineIndex()];
            int to = Math.min(whole.length(), s.getColumnIndex() + s.getLength());
            out.add(new Line(whole.substring(Math.min(s.getColumnIndex(), to), to), s.getLineIndex() + 1));
        }
        return out;
    }

    private static Fence fence(FencedCodeBlock f, int line) {
        String info = f.getInfo() == null
                ? ""
                : f.getInfo().strip().split("[\\s{,]", 2)[0].toLowerCase(java.util.Locale.ROOT);
        return Fence.of(
                info, f.getLiteral() == null ? "" : f.getLiteral(), line, line + 1, f.getClosingFenceLength() != null);
    }

    // Below a list's item a block is what a step runs or prints.
    private static Part drawn(Fence fence, int depth) {
        Part table = depth > 0 ? null : DrawnTable.of(fence);
        return table == null ? fence : table;
    }

    private Table table(TableBlock t, int line) {
        List<String> headers = List.of();
        List<Table.Row> rows = new ArrayList<>();
        for (Node section = t.getFirstChild(); section != null; section = section.getNext()) {
            for (Node row = section.getFirstChild(); row != null; row = row.getNext()) {
                if (row instanceof TableRow && !row.getSourceSpans().isEmpty()) {
                    Line source = text(row.getSourceSpans()).getFirst();
                    List<String> cells = Cells.of(source.text());
                    if (headers.isEmpty()) {
                        headers = cells;
                    } else {
                        rows.add(new Table.Row(Cells.fitted(cells, headers.size()), source.number()));
                    }
                }
            }
        }
        return Table.of(headers, rows, line);
    }

    private Listing listing(ListBlock l, int line, int depth) {
        List<Listing.Item> items = new ArrayList<>();
        for (Node n = l.getFirstChild(); n != null; n = n.getNext()) {
            int itemLine = n.getSourceSpans().isEmpty()
                    ? line
                    : n.getSourceSpans().getFirst().getLineIndex() + 1;
            items.add(Tasks.item(children(n, depth + 1), itemLine));
        }
        boolean ordered = l instanceof OrderedList;
        Integer start = l instanceof OrderedList o ? o.getMarkerStartNumber() : null;
        return new Listing(ordered && !(l instanceof BulletList), start == null ? 0 : start, items, line);
    }
}
