package plantao.export;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PrintedHtmlTest {
    private static String body(String markdown) {
        String html = PrintedHtml.of(markdown, "pt-BR");
        return html.substring(html.indexOf("<body>") + 7, html.indexOf("</body>"));
    }

    @Test
    void isOneFileInWhichNothingRunsAndNothingIsFetched() {
        String html = PrintedHtml.of("""
                # Incidente: <b>API</b> & "caixa"

                <script>alert(1)</script>

                Um <img src=x onerror=alert(1)> no meio, ![um gráfico](https://example.org/g.png),
                [um laço](javascript:alert(1)) e [outro](https://example.org/a?b=1&c=2).
                """, "pt-BR");
        assertThat(html)
                .startsWith("<!doctype html>\n<html lang=\"pt-BR\">")
                .contains("<title>Incidente: &lt;b>API&lt;/b> &amp; \"caixa\"</title>")
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
                .contains("&lt;img src=x onerror=alert(1)&gt;")
                .contains("um gráfico")
                .contains("<a rel=\"nofollow\" href=\"https://example.org/a?b=1&amp;c=2\">outro</a>")
                .doesNotContain("<script", "<img", "javascript:", "g.png", "<link");
    }

    @Test
    void drawsBoxesTablesAndCommands() {
        assertThat(body("""
                - [ ] a fazer
                - [x] feito
                - outro

                | a | b |
                |---|---:|
                | 1 | 2 |

                ```text
                a < b
                ```
                """))
                .contains("<li class=\"task\">☐ a fazer</li>", "<li class=\"task\">☑ feito</li>", "<li>outro</li>")
                .contains("<td align=\"right\">2</td>")
                .contains("<pre><code class=\"language-text\">a &lt; b\n</code></pre>");
    }

    @Test
    void aDocumentWithoutHeadingHasATitleToo() {
        assertThat(PrintedHtml.of("só texto", "\"><script>"))
                .contains("<title>Plantão</title>", "<html lang=\"script\">");
    }

    @Test
    void theYamlBeforeADocumentIsNoHeading() {
        assertThat(PrintedHtml.of("---\ntitle: x\nstatus: draft\n---\n\n# Shop\n", "en"))
                .contains("<title>Shop</title>", "<body>\n<h1>Shop</h1>")
                .doesNotContain("status: draft");
    }
}
