package plantao.runbook.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plantao.runbook.AlertRule;
import plantao.runbook.Problem;
import plantao.runbook.Runbook;
import plantao.runbook.Service;

class RobustnessTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                "no heading at all",
                "\uFEFF# x",
                "```\nopen",
                "| a |\n|---|",
                "- [ ]",
                "**:**",
                "# \n## \n### ",
                "---\na: b\n---\n",
                "\u0000\uD800",
                "1) \n2) ```\n"
            })
    void readsAnything(String text) {
        Runbook r = Texted.of(text);
        assertThat(r.coverage().lines())
                .isEqualTo(r.coverage().structured() + r.coverage().prose());
    }

    @Test
    void readsCutAndShuffledRunbooks() {
        String[] lines = (Texted.text("shop.md") + Texted.text("gateway.md")).split("\n");
        Random random = new Random(7);
        for (int round = 0; round < 60; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < 80; i++) {
                String line = lines[random.nextInt(lines.length)];
                text.append(random.nextInt(5) == 0 ? line.substring(0, random.nextInt(line.length() + 1)) : line)
                        .append(random.nextInt(9) == 0 ? "\r\n" : "\n");
            }
            assertThatCode(() -> Texted.of(text.toString())).as(text.toString()).doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"99999999999999999999", "2147483648", "0", "00", "-1", "1e999", "3.5.2,1"})
    void readsAnyNumbers(String number) {
        for (String name : new String[] {"shop.md", "gateway.md"}) {
            Runbook r = Texted.of(Texted.text(name).replaceAll("\\d+", number));
            assertThat(r.coverage().lines())
                    .isEqualTo(r.coverage().structured() + r.coverage().prose());
        }
        assertThatCode(() -> Texted.of("# x\n\n## Health\n\n| Endpoint | Interval | Rule |\n|---|---|---|\n| /up | "
                        + number + " s | " + number + " failures |\n"))
                .doesNotThrowAnyException();
    }

    @Test
    void endsOnHostileLines() {
        for (String piece :
                new String[] {"> ", "`", "- ", "[", "**", "kubectl ", "a -b=c ", "| ", "<a", "((", "https://"}) {
            assertThatCode(() ->
                            Texted.of("# x\n\n```bash\n" + piece.repeat(20_000) + "\n```\n\n" + piece.repeat(20_000)))
                    .as(piece)
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void saysThatNothingWasRecognised() {
        assertThat(Texted.of("# Poem\n\nRoses are red.\n").problems())
                .extracting(Problem::code)
                .containsExactly("nothing-recognised");
    }

    @Test
    void reportsAnUnclosedFenceAtItsLine() {
        assertThat(Texted.of("# A\n\n## Deploy\n\n```bash\nls\n").problems())
                .filteredOn(p -> p.code().equals("unclosed-fence"))
                .singleElement()
                .satisfies(p -> assertThat(p.origin().line()).isEqualTo(5));
    }

    @Test
    void worksBesideABrokenConfig() {
        Runbook r = Texted.resource("gateway.md", "services: [\n");
        assertThat(r.problems())
                .filteredOn(p -> p.severity() == Problem.Severity.ERROR)
                .extracting(Problem::code)
                .containsExactly("broken-config");
        assertThat(r.services()).extracting(Service::name).containsExactly("Gateway", "Store");
    }

    @Test
    void namesUnknownServicesAndObeysTheConfig() {
        Runbook r = Texted.resource(
                "shop.md",
                "services: {Nada: {tcp: {host: h, port: 1}}, Loja Web: {tcp: {host: loja, port: 443}}}\nplaybooks: {Certificado vence: Pedidos acumulando}\n");
        assertThat(r.problems()).extracting(Problem::code).contains("unknown-service-in-config");
        // It is measured, so it is shown.
        assertThat(r.services())
                .filteredOn(s -> s.name().equals("Nada"))
                .singleElement()
                .satisfies(s -> assertThat(s.origin().file()).isEqualTo("console.yaml"));
        assertThat(r.settings().probes())
                .filteredOn(p -> p.subject().equals("Loja Web"))
                .singleElement()
                .satisfies(p -> assertThat(p.kind()).isEqualTo("tcp"));
        AlertRule last = r.alerts().getLast();
        assertThat(last.playbook()).satisfies(l -> assertThat(l.why()).contains("console.yaml"));
    }

    @Test
    void readsWindowsLineEndingsTheSame() {
        String text = Texted.text("shop.md");
        assertThat(RunbookReader.read("s", Map.of("s.md", text.replace("\n", "\r\n"))))
                .isEqualTo(RunbookReader.read("s", Map.of("s.md", text)));
    }

    @Test
    void showsMojibakePutRightAndSaysSo() {
        Runbook r = Texted.of("# OperaÃ§Ã£o\n\n## Deploy\n\n1. NÃ£o pare: `ls -la`\n");
        assertThat(r.title()).isEqualTo("Operação");
        assertThat(r.procedures().getFirst().steps().getFirst().title()).startsWith("Não pare");
        assertThat(r.problems())
                .filteredOn(p -> p.code().equals("mojibake"))
                .singleElement()
                .satisfies(p -> assertThat(p.message()).contains("Windows-1252", "3 characters"));
    }
}
