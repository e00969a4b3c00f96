package plantao.values;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MaskingTest {
    private static final String SECRET = "s3cr/t pä$$+w?rd";
    private final Masking masking = Masking.of(List.of(SECRET));

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4})
    void hidesItInBase64WhereverItStandsWithinSomethingLonger(int before) {
        byte[] whole = ("uvwxy".substring(0, before) + SECRET + "zz").getBytes(StandardCharsets.UTF_8);
        for (Base64.Encoder encoder : List.of(Base64.getEncoder(), Base64.getUrlEncoder())) {
            String encoded = encoder.encodeToString(whole);
            String masked = masking.mask("Basic " + encoded);
            assertThat(masked).contains("••••••••");
            assertThat(masked.replace("Basic ", "").replace("••••••••", "").length())
                    .isLessThan(12);
        }
    }

    @Test
    void hidesItAsItIsAndEncodedForAddressesAndJson() {
        String form = URLEncoder.encode(SECRET, StandardCharsets.UTF_8);
        for (String written : List.of(
                SECRET,
                form,
                form.replace("+", "%20"),
                form.toLowerCase(java.util.Locale.ROOT).replace("+", "%20"),
                Base64.getEncoder().encodeToString(SECRET.getBytes(StandardCharsets.UTF_8)))) {
            assertThat(masking.mask("a" + written + "b" + written))
                    .startsWith("a••••••••")
                    .doesNotContain(written);
        }
        assertThat(Masking.of(List.of("a\"b\\c")).mask("{\"x\":\"a\\\"b\\\\c\"}"))
                .isEqualTo("{\"x\":\"••••••••\"}");
    }

    @Test
    void hidesThePasswordOfAnAddressByItself() {
        Masking url = Masking.of(List.of("postgresql://app:p%40ssw0rd@db.example:5432/x?a=b@c"));

        assertThat(url.mask("p%40ssw0rd p@ssw0rd db.example")).isEqualTo("•••••••• •••••••• db.example");
    }

    @Test
    void hidesEachLineOfAKey() {
        Masking key = Masking.of(List.of("-----BEGIN KEY-----\nMIIEpAIBAAKC\nq83vEjRWeJCr\n-----END KEY-----\n"));

        assertThat(key.mask("q83vEjRWeJCr")).isEqualTo("••••••••");
        assertThat(key.mask("-----BEGIN KEY-----")).isEqualTo("-----BEGIN KEY-----");
    }

    @Test
    void leavesVeryShortOnesAlone() {
        assertThat(Masking.of(List.of("abc", "", "   ")).mask("abc   d")).isEqualTo("abc   d");
    }

    @Test
    void hidesTheLongerOfTwoThatBeginAlike() {
        assertThat(Masking.of(List.of("token", "token-long")).mask("token-long token"))
                .isEqualTo("•••••••• ••••••••");
    }

    @Test
    void neverCutsThroughASecret() {
        String text = "x".repeat(10) + SECRET + "y".repeat(10);
        for (int wanted = 0; wanted <= text.length(); wanted++) {
            int cut = masking.cut(text, wanted);
            assertThat(cut).isLessThanOrEqualTo(wanted);
            assertThat(masking.mask(text.substring(0, cut)) + masking.mask(text.substring(cut)))
                    .isEqualTo(masking.mask(text));
        }
    }

    @Test
    void theBeginningOfASecretIsHeldBackFromALineThatGoesOn() {
        Masking masking = Masking.of(java.util.List.of("hunter22"));
        assertThat(masking.unfinished("db=> ")).isEqualTo("db=> ");
        assertThat(masking.unfinished("key hunt")).isEqualTo("key ");
        assertThat(masking.unfinished("key hunter22 of"))
                .doesNotContain("hunter")
                .endsWith(" of");
    }
}
