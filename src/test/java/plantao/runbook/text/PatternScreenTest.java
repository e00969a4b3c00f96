package plantao.runbook.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PatternScreenTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "(?i)\\bDROP\\s+(?:TABLE|VIEW)\\b; [drop table]",
                "\\bdocker(?:-compose|\\s+compose)?\\s+down; [docker down, docker compose down, docker-compose down]",
                "a+b*c?; [a]",
                "[xX]{3,}; [x]",
                "(?:foo|)bar; [bar, foobar]",
                "(?!never)(?<=x)yes; [yes]",
                "colou?r; [color, colour]"
            })
    void knowsWhatAPatternNeeds(String regex, String pieces) {
        List<List<Set<String>>> ways = pieces(regex);
        assertThat(ways)
                .isNotNull()
                .allSatisfy(way -> assertThat(way)
                        .isNotEmpty()
                        .allSatisfy(any -> assertThat(any).isNotEmpty().doesNotContain("")));
        for (String text : pieces.substring(1, pieces.length() - 1).split(", ")) {
            assertThat(ways)
                    .anySatisfy(way ->
                            assertThat(way).allSatisfy(any -> assertThat(any).anyMatch(piece -> text.contains(piece))));
        }
    }

    private static @Nullable List<List<Set<String>>> pieces(String regex) {
        List<Literals.Way> ways = Literals.of(regex);
        return ways == null ? null : ways.stream().map(Literals.Way::pieces).toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "(?i)ab|cd; (?i)ab, (?i)cd",
                "ab|(?i)cd; ab|(?i)cd, ab|(?i)cd",
                "x(?i)ab|cd; x(?i)ab|cd, x(?i)ab|cd"
            })
    void takesAlternativesApartWhereTheyStandAlone(String regex, String own) {
        assertThat(Literals.of(regex)).extracting(Literals.Way::regex).containsExactly(own.split(", "));
    }

    @Test
    void knowsEverythingThatEachWayNeeds() {
        assertThat(pieces("\\bkubectl\\b.*(?:delete|drain)|\\brm\\s+-rf"))
                .containsExactly(
                        List.of(Set.of("kubectl"), Set.of("delete", "drain")), List.of(Set.of("-rf"), Set.of("rm")));
    }

    @ParameterizedTest
    @CsvSource({"\\w+", "[^a]", "(?:a|\\d)", "a?", "…", "(?x) a b"})
    void demandsNothingWhereNothingIsSure(String regex) {
        assertThat(Literals.of(regex)).isNull();
    }

    @Test
    void findsWhatTryingEveryPatternFinds() {
        List<Pattern> patterns = new ArrayList<>();
        for (String pattern : List.of(
                "(?:^|[|;&]\\s*)watch\\s|\\b(?:kubectl|oc)\\b.*\\s(?:-w|--watch|delete)\\b",
                "(?:^|[\\s;&|(])rm\\s+(?:-\\S+\\s+)*[^\\s-]",
                "\\bcurl\\b(?=.*(?:(?:-X|--request)\\s*[\"']?POST|\\s(?:-d|--data\\S*)\\s)).*/[\\w-]*(?:delete|purge)",
                "(?i)\\bDROP\\s+(?:TABLE|DATABASE|INDEX)\\b|\\bdropdb\\b",
                "--dry-run\\b|\\bterraform\\s+(?:plan|apply)\\b",
                "\\btar\\s+-?\\w*[cx]\\w*\\b|\\bsed\\s+-i\\b")) {
            patterns.add(Pattern.compile(pattern));
        }
        PatternScreen screen =
                PatternScreen.of(patterns.stream().map(Pattern::pattern).toList());
        String[] words = {
            "rm",
            "-rf",
            "/x",
            "kubectl",
            "delete",
            "DELETE",
            "FROM",
            "pod",
            "docker",
            "compose",
            "down",
            "-v",
            "systemctl",
            "restart",
            "npm",
            "run",
            "deploy",
            "git",
            "push",
            "--force",
            "psql",
            "<",
            "a.sql",
            "|",
            "sh",
            "curl",
            "-X",
            "POST",
            "SET",
            "a",
            "b",
            ".save(",
            "migrate",
            "&&",
            ";",
            "\"",
            "sudo",
            "é",
            "\n",
            "flushall",
            "terraform",
            "apply",
            "tee"
        };
        Random random = new Random(3);
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(7); n >= 0; n--) {
                text.append(words[random.nextInt(words.length)]).append(random.nextInt(6) == 0 ? "" : " ");
            }
            int expected = -1;
            for (int p = 0; p < patterns.size() && expected < 0; p++) {
                expected = patterns.get(p).matcher(text).find() ? p : -1;
            }
            assertThat(screen.first(text.toString())).as(text.toString()).isEqualTo(expected);
        }
    }
}
