package plantao.export;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.TextContentRenderer;

/// Markdown as one HTML file to be printed or sent: nothing in it runs, nothing is fetched, whatever the text
/// holds.
public final class PrintedHtml {
    private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create());
    private static final int DEEPEST = 40;
    private static final Pattern TASK = Pattern.compile("^\\[([ xX])] (?=\\S)");

    /// Grey on white as on the board, and what a printer needs: no heading at a page's end, no row in two halves.
    private static final String STYLE = """
            :root { color-scheme: light dark; }
            body { font: 15px/1.6 Inter, "Noto Sans", system-ui, sans-serif; color: #24292f; background: #fff;
              max-width: 46rem; margin: 2rem auto; padding: 0 1rem; overflow-wrap: anywhere; }
            h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 1rem; }
            h2 { font-size: 1.15rem; margin: 2rem 0 .5rem; padding-bottom: .25rem; border-bottom: 1px solid #d0d7de; }
            h3 { font-size: 1rem; margin: 1.25rem 0 .25rem; }
            ul, ol { padding-left: 1.4rem; margin: .5rem 0; }
            li.task { list-style: none; margin-left: -1.4rem; padding-left: 1.4rem; text-indent: -1.4rem; }
            li.task > * { text-indent: 0; }
            li.task > p { text-indent: -1.4rem; }
            code, pre { font-family: "JetBrains Mono NL", "JetBrains Mono", ui-monospace, monospace; font-size: .85em; }
            code { background: #f6f8fa; padding: .1em .3em; border-radius: 3px; }
            pre { background: #f6f8fa; border: 1px solid #d0d7de; border-radius: 4px; padding: .6rem .8rem;
              white-space: pre-wrap; }
            pre code { background: none; padding: 0; }
            table { border-collapse: collapse; margin: .75rem 0; font-variant-numeric: tabular-nums; }
            th, td { border: 1px solid #d0d7de; padding: .3rem .6rem; text-align: left; vertical-align: top; }
            th { background: #f6f8fa; }
            td[align=right], th[align=right] { text-align: right; }
            blockquote { margin: .75rem 0; padding-left: .9rem; border-left: 3px solid #d0d7de; color: #57606a; }
            a { color: #0969da; }
            @media screen and (prefers-color-scheme: dark) {
              body { color: #c9d1d9; background: #0d1117; }
              h2, pre, th, td, blockquote { border-color: #30363d; }
              code, pre, th { background: #161b22; }
              blockquote { color: #8b949e; }
              a { color: #58a6ff; }
            }
            @page { margin: 18mm 16mm; }
            @media print {
              body { font-size: 10.5pt; max-width: none; margin: 0; padding: 0; }
              h1, h2, h3 { break-after: avoid; }
              tr, li, blockquote { break-inside: avoid; }
              thead { display: table-header-group; }
              a { color: inherit; }
            }
            """;

    private PrintedHtml() {}

    /// The file.
    ///
    /// @param language the tag of the language it is written in
    public static String of(String markdown, String language) {
        Node document = Parser.builder()
                .extensions(EXTENSIONS)
                .maxOpenBlockParsers(DEEPEST)
                .build()
                .parse(text(markdown));
        String title = title(document);
        document.accept(new Prepared());
        String body = HtmlRenderer.builder()
                .extensions(EXTENSIONS)
                .escapeHtml(true)
                .sanitizeUrls(true)
                .attributeProviderFactory(_ -> (node, _, attributes) -> {
                    if (node instanceof ListItem && task(node) != null) {
                        attributes.put("class", "task");
                    }
                })
                .build()
                .render(document);
        return """
                <!doctype html>
                <html lang="%s">
                <head>
                <meta charset="utf-8">
                <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%s</title>
                <style>
                %s</style>
                </head>
                <body>
                %s</body>
                </html>
                """.formatted(
                        language.replaceAll("[^A-Za-z0-9-]", ""),
                        title.replace("&", "&amp;").replace("<", "&lt;"),
                        STYLE,
                        body);
    }

    /// Without the YAML before it, which Markdown would take for a heading.
    private static String text(String markdown) {
        List<String> lines = markdown.lines().toList();
        int front = FrontMatter.length(lines);
        return front == 0 ? markdown : String.join("\n", lines.subList(front, lines.size()));
    }

    private static String title(Node document) {
        for (Node node = document.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof Heading) {
                return TextContentRenderer.builder().build().render(node).strip();
            }
        }
        return "Plantão";
    }

    /// The text that begins a list item, when it is a box or was one.
    private static @org.jspecify.annotations.Nullable Text task(Node item) {
        return item.getFirstChild() instanceof Paragraph p
                        && p.getFirstChild() instanceof Text t
                        && (TASK.matcher(t.getLiteral()).find()
                                || t.getLiteral().matches("(?s)[☐☑] .*"))
                ? t
                : null;
    }

    /// Boxes become signs that print; a picture, which would have to be fetched, becomes its description.
    private static final class Prepared extends AbstractVisitor {
        @Override
        public void visit(ListItem item) {
            Text text = task(item);
            if (text != null) {
                Matcher box = TASK.matcher(text.getLiteral());
                text.setLiteral(box.replaceFirst(m -> m.group(1).isBlank() ? "☐ " : "☑ "));
            }
            visitChildren(item);
        }

        @Override
        public void visit(Image image) {
            for (Node child = image.getFirstChild(); child != null; child = image.getFirstChild()) {
                image.insertBefore(child);
            }
            image.unlink();
        }
    }
}
