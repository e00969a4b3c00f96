package plantao.runbook.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import plantao.runbook.Problem;

/// Links, references, hosts, dates.
class ReferenceRulesTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    @Test
    void anchorsMustBeHeadings() {
        String text = "# A\n\n[x](#41-fora-do-ar) [y](#4-1-fora-do-ar) [z](#nada) [w](#feito)\n\n"
                + "```\n[n](#none)\n```\n\n## 4.1 Fora do ar\n\nText. <a id=\"feito\"></a>\n";
        assertThat(Linted.problems("broken-link", text)).singleElement().satisfies(p -> {
            assertThat(p.origin().line()).isEqualTo(3);
            assertThat(p.message()).contains("#nada");
        });
    }

    @Test
    void filesAreJudgedOnlyWhereTheRunbookHasSeveral() {
        String link = "# A\n\nSee [b](sub/b.md#c), [d](d.md), [up](../up.md), [web](https://x.org/d.md).\n";
        assertThat(Linted.problems("broken-link", link)).isEmpty();
        assertThat(Linted.problems("broken-link", Map.of("x.md", link, "sub/b.md", "# B\n\n## C\n\nText.\n"), null))
                .singleElement()
                .satisfies(p -> assertThat(p.message()).contains("d.md"));
    }

    @Test
    void sectionsReferredToMustBeThere() {
        String text = "# A\n\n- Ver seção 6.2 e veja a seção 9.\n- See section 4 of the contract.\n\n"
                + "## 6. Fim\n\n### 6.2 Mais\n\nText.\n";
        assertThat(Linted.problems("broken-reference", text)).singleElement().satisfies(p -> {
            assertThat(p.origin().line()).isEqualTo(3);
            assertThat(p.message()).contains("section 9");
        });
    }

    @Test
    void exampleHostsAreNamedOnce() {
        String text = "# A\n\nhttps://app.yourdomain.com and https://app.yourdomain.com/x\n"
                + "https://api.mycompany.com.br https://example.company https://myexample.com\n\n"
                + "```python\nmail('test@example.com')\n```\n";
        assertThat(Linted.problems("example-host", text))
                .extracting(Problem::message)
                .satisfiesExactly(
                        m -> assertThat(m).contains("app.yourdomain.com", "2 places"),
                        m -> assertThat(m).contains("api.mycompany.com.br"));
    }

    @Test
    void reviewsThatAreDueAreFound() {
        String text = "# A\n\n**Próxima revisão:** 03/12/2025\n\nNext review: 2027-01-01\n";
        assertThat(Linted.problems("review-overdue", Map.of("x.md", text), TODAY))
                .singleElement()
                .satisfies(p -> assertThat(p.origin().line()).isEqualTo(3));
        assertThat(Linted.problems("review-overdue", Map.of("x.md", text), null))
                .isEmpty();
        String front = "---\ntitle: A\nlast_reviewed_on: 2026-06-01\nreview_in: 3 months\n---\n\n# A\n\nText.\n";
        assertThat(Linted.problems("review-overdue", Map.of("x.md", front), TODAY))
                .hasSize(1);
        assertThat(Linted.problems("review-overdue", Map.of("x.md", front.replace("3 months", "1 year")), TODAY))
                .isEmpty();
    }

    @Test
    void halfAYearWithoutAnUpdateIsStale() {
        String text = "# A\n\n**Last updated:** 2026-05-21\n\nText.\n";
        assertThat(Linted.problems("stale", Map.of("x.md", text), TODAY)).hasSize(1);
        assertThat(Linted.problems("stale", Map.of("x.md", text.replace("05-21", "06-21")), TODAY))
                .isEmpty();
    }
}
