package plantao.export;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import plantao.runbook.tree.FrontMatter;

/// Markdown (CommonMark 0.31 with GitHub's tables and task items) as blocks.
public final class MarkdownBlocks {
    private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create());
    /// Deeper nesting than this is shown as text: hostile documents must not exhaust the stack.
    private static final int DEEPEST = 40;

    private MarkdownBlocks() {}

    /// The blocks of a document, in order. Any text is a document.
    public static List<Block> of(String markdown) {
        Parser parser = Parser.builder()
                .extensions(EXTENSIONS)
                .maxOpenBlockParsers(DEEPEST)
                .build();
        return children(parser.parse(markdown));
    }

    /// The blocks of a document with the lines they stand on, each item of a list apart. Front matter is one block
    /// of code; what stands in its place keeps the line numbers.
    public static List<PlacedBlock> placed(String markdown) {
        String[] lines = markdown.split("\n", -1);
        int front = FrontMatter.length(lines);
        List<PlacedBlock> all = new ArrayList<>();
        if (front > 2) {
            List<String> inside = List.of(lines).subList(1, front - 1);
            all.add(new PlacedBlock(new Block.Code("yaml", String.join("\n", inside)), 1, front));
        }
        Arrays.fill(lines, 0, front, "");
        Parser parser = Parser.builder()
                .extensions(EXTENSIONS)
                .maxOpenBlockParsers(DEEPEST)
                .includeSourceSpans(IncludeSourceSpans.BLOCKS)
                .build();
        Node document = parser.parse(String.join("\n", lines));
        for (Node node = document.getFirstChild(); node != null; node = node.getNext()) {
            Block block = block(node);
            if (block instanceof Block.Listing(Integer first, List<Block.Item> items)) {
                int number = 0;
                for (Node item = node.getFirstChild(); item != null; item = item.getNext(), number++) {
                    Integer own = first == null ? null : Integer.valueOf(first + number);
                    place(all, item, new Block.Listing(own, List.of(items.get(number))));
                }
            } else if (block != null) {
                place(all, node, block);
            }
        }
        return List.copyOf(all);
    }

    private static void place(List<PlacedBlock> all, Node node, Block block) {
        List<SourceSpan> spans = node.getSourceSpans();
        int before = all.isEmpty() ? 1 : all.getLast().last();
        all.add(
                spans.isEmpty()
                        ? new PlacedBlock(block, before, before)
                        : new PlacedBlock(
                                block,
                                spans.getFirst().getLineIndex() + 1,
                                spans.getLast().getLineIndex() + 1));
    }

    private static List<Block> children(Node parent) {
        List<Block> blocks = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            Block block = block(node);
            if (block != null) {
                blocks.add(block);
            }
        }
        return blocks;
    }

    private static @org.jspecify.annotations.Nullable Block block(Node node) {
        return switch (node) {
            case Heading h -> new Block.Heading(h.getLevel(), Spans.of(h));
            case Paragraph p -> new Block.Paragraph(Spans.of(p));
            case BulletList l -> new Block.Listing(null, items(l));
            case OrderedList l ->
                new Block.Listing(l.getMarkerStartNumber() == null ? 1 : l.getMarkerStartNumber(), items(l));
            case BlockQuote q -> new Block.Quote(children(q));
            case FencedCodeBlock c ->
                new Block.Code(
                        c.getInfo() == null ? "" : c.getInfo(), c.getLiteral().stripTrailing());
            case IndentedCodeBlock c -> new Block.Code("", c.getLiteral().stripTrailing());
            case HtmlBlock h -> new Block.Code("html", h.getLiteral());
            case TableBlock t -> new Block.Grid(rows(t));
            case ThematicBreak _ -> new Block.Rule();
            default -> null;
        };
    }

    private static List<Block.Item> items(Node list) {
        List<Block.Item> items = new ArrayList<>();
        for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
            List<Block> blocks = children(item);
            items.add(task(blocks));
        }
        return items;
    }

    /// A task item begins with `[ ]` or `[x]` (GitHub Flavored Markdown 0.29, section 5.3).
    private static Block.Item task(List<Block> blocks) {
        if (!blocks.isEmpty() && blocks.getFirst() instanceof Block.Paragraph(List<Span> spans) && !spans.isEmpty()) {
            Span first = spans.getFirst();
            String text = first.text();
            if (text.startsWith("[ ] ") || text.startsWith("[x] ") || text.startsWith("[X] ")) {
                List<Span> rest = new ArrayList<>(spans);
                rest.set(0, new Span(text.substring(4), first.bold(), first.italic(), first.code(), first.link()));
                List<Block> all = new ArrayList<>(blocks);
                all.set(0, new Block.Paragraph(rest));
                return new Block.Item(text.charAt(1) != ' ', all);
            }
        }
        return new Block.Item(null, blocks);
    }

    private static List<List<List<Span>>> rows(TableBlock table) {
        List<List<List<Span>>> rows = new ArrayList<>();
        for (Node part = table.getFirstChild(); part != null; part = part.getNext()) {
            for (Node row = part.getFirstChild(); row != null; row = row.getNext()) {
                if (row instanceof TableRow) {
                    List<List<Span>> cells = new ArrayList<>();
                    for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
                        if (cell instanceof TableCell) {
                            cells.add(Spans.of(cell));
                        }
                    }
                    rows.add(cells);
                }
            }
        }
        return rows;
    }
}
