package plantao.runbook.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SieveTest {
    private static final List<String> PIECES = List.of(
            "a", "B", "1", "07", " ", "\t", "\n", "_ID", "rm -rf", "ção", "Ã", "ſ", "K", "🚨", "→", "é", "É", "-", ".",
            ":", "/", "$", "{", "}", "[", "]", "(", ")", "<", ">", "\\", "step 2", "SELECT", "curl", "k", "s",
            "\u0085");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "^a",
                "a$",
                "^(?:a|B)+$",
                "[^a-z]\\d",
                "(?i)k",
                "(?iu)s|é",
                "(?<![\\p{L}])\\d{2,}",
                "\\brm\\s+-[rf]+\\b",
                "(?i:select)\\s",
                "[\\w.-]+\\s?:",
                "(?m)^1",
                "(?s)^.*\\n.*$",
                ".\\z",
                "\\Q$(\\E|\\}",
                "(a)\\1",
                "[a-c&&[^b]]",
                "\\p{Lu}",
                "x{0}a?1",
                "(?:a{2,5}|1{4})",
                "[]a]",
                "[^]a]",
                "[\\]\\[]",
                "(?!a)\\S",
                "(?<n>a)B",
                "[é-ü]",
                "(?=.*1)a",
                "\\u00e9",
                "\\x41|a",
                "[🚨→]",
                "^$",
                "",
                "(?i)[B-d]{2}",
                "\\s*\\(([^()]*)\\)\\s*$",
                "a++1",
                "(?>a|1) "
            })
    void findsWhatTheExpressionFindsAlone(String regex) {
        Pattern alone = Pattern.compile(regex);
        Sieve sieve = Sieve.of(regex);
        Random random = new Random(regex.hashCode());
        for (int i = 0; i < 600; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(9); n > 0; n--) {
                text.append(PIECES.get(random.nextInt(PIECES.size())));
            }
            assertThat(sieve.in(text))
                    .as("%s in %s", regex, text)
                    .isEqualTo(alone.matcher(text).find());
            assertThat(sieve.matcher(text).matches())
                    .isEqualTo(alone.matcher(text).matches());
            assertThat(sieve.matcher(text).replaceAll("_"))
                    .isEqualTo(alone.matcher(text).replaceAll("_"));
            assertThat(sieve.split(text.toString(), 0)).isEqualTo(alone.split(text));
        }
    }

    @Test
    void anExpressionWithTooManyStatesStillFindsTheSame() {
        String regex = "(?:a|b)*a(?:a|b){3}(?:a|b){3}(?:a|b){3}(?:a|b){3}(?:a|b){3}c";
        Pattern alone = Pattern.compile(regex);
        Sieve sieve = Sieve.of(regex);
        Random random = new Random(5);
        for (int i = 0; i < 200; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = 0; n < 60; n++) {
                text.append("abbac".charAt(random.nextInt(n == 59 ? 5 : 4)));
            }
            assertThat(sieve.in(text)).isEqualTo(alone.matcher(text).find());
        }
    }
}
