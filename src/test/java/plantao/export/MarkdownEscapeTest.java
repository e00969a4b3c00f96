package plantao.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Whatever text is in a document, it is read back as that text.
class MarkdownEscapeTest {
    private static final List<String> PIECES = List.of(
            "a",
            "B",
            "é",
            "1",
            "2.",
            "7)",
            " ",
            " ",
            "\\",
            "`",
            "``",
            "*",
            "**",
            "_",
            "__",
            "[",
            "](x)",
            "![",
            "]",
            "<",
            "<b>",
            "<!--",
            "</i>",
            "<http://x.y>",
            ">",
            "~",
            "~~",
            "|",
            "&",
            "&amp;",
            "&#35;",
            "#",
            "# ",
            "+ ",
            "- ",
            "---",
            "===",
            "\n",
            "\n\n",
            "\t",
            "{",
            "}",
            "$",
            "http://x.y/_z_",
            "(",
            ")",
            "!",
            "\"",
            ":");

    private static String read(Block block) {
        return switch (block) {
            case Block.Paragraph(List<Span> spans) ->
                spans.stream().map(Span::text).collect(Collectors.joining());
            default -> "a block of another kind: " + block;
        };
    }

    @Test
    void anyTextReadsAsText() {
        Random random = new Random(20261122);
        for (int i = 0; i < 20_000; i++) {
            String text = random.ints(1 + random.nextInt(12), 0, PIECES.size())
                    .mapToObj(PIECES::get)
                    .collect(Collectors.joining());
            String line = text.replaceAll("\\s*\\R\\s*", " ").strip().replace('\t', ' ');
            if (line.isEmpty()) {
                continue;
            }
            List<Block> blocks = MarkdownBlocks.of("x " + MarkdownEscape.text(text) + " y");
            assertThat(blocks).as(text).hasSize(1);
            assertThat(read(blocks.getFirst())).isEqualTo("x " + line + " y");
            assertThat(read(MarkdownBlocks.of(MarkdownEscape.line(text)).getFirst()))
                    .isEqualTo(line);
        }
    }

    @Test
    void aCommandReadsAsCodeOfItsOwn() {
        Random random = new Random(7);
        for (int i = 0; i < 5_000; i++) {
            String text = random.ints(1 + random.nextInt(9), 0, PIECES.size())
                    .mapToObj(PIECES::get)
                    .collect(Collectors.joining())
                    .strip();
            if (text.isEmpty() || text.matches("(?s).*\\\\\\s*\\R.*")) {
                continue;
            }
            Block block =
                    MarkdownBlocks.of("x " + MarkdownEscape.code(text) + " y").getFirst();
            assertThat(block).isInstanceOf(Block.Paragraph.class);
            Span code = ((Block.Paragraph) block).spans().get(1);
            assertThat(code.code()).as(text).isTrue();
            assertThat(code.text()).isEqualTo(text.replaceAll("\\s*\\R\\s*", " ⏎ "));
        }
    }

    @Test
    void aLineThatGoesOnInTheNextIsOneWithIt() {
        assertThat(MarkdownEscape.code("curl -X GET \\\n  -H 'A: b' \\\n  http://x.y\ndate"))
                .isEqualTo("`curl -X GET -H 'A: b' http://x.y ⏎ date`");
        assertThat(MarkdownEscape.code("# a remark \\\ndate")).isEqualTo("`# a remark \\ ⏎ date`");
        assertThat(MarkdownEscape.code("echo a\\\\\ndate")).isEqualTo("`echo a\\\\ ⏎ date`");
    }

    @Test
    void whatNeedsNoSignHasNone() {
        assertThat(MarkdownEscape.text("erro < 0,1% & fila > 3, R&D, snake_case"))
                .isEqualTo("erro < 0,1% & fila > 3, R&D, snake_case");
    }
}
