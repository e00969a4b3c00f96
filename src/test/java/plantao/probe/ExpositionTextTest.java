package plantao.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import plantao.probe.ExpositionText.Line;

class ExpositionTextTest {
    private static Sample sample(String line) {
        if (ExpositionText.read(line, name -> true) instanceof Line.Wanted(Sample sample)) {
            return sample;
        }
        throw new AssertionError("no sample: " + line);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "up 1 | 1",
                "up 1.5e-3 | 0.0015",
                "up -3 1395066363000 | -3",
                "up\t7 | 7",
                "  up 2 | 2",
                "up .5 | 0.5",
                "up{} 4 | 4",
                "up 3 # {trace_id=\"x\"} 0.67 | 3",
            })
    void plainValues(String line, double value) {
        assertThat(sample(line)).isEqualTo(new Sample("up", Map.of(), value));
    }

    @Test
    void specialValues() {
        assertThat(sample("x NaN").value()).isNaN();
        assertThat(sample("x +Inf").value()).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(sample("x -Inf").value()).isEqualTo(Double.NEGATIVE_INFINITY);
    }

    @Test
    void labelsAndEscapes() {
        assertThat(sample("a:b{path=\"C:\\\\DIR\\n\\\"q\\\"\", other = \"{},=\" , } 1.4 99"))
                .isEqualTo(new Sample("a:b", Map.of("path", "C:\\DIR\n\"q\"", "other", "{},="), 1.4));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "# HELP x about", "# TYPE x counter", "#", "\r"})
    void commentsAndNothing(String line) {
        assertThat(ExpositionText.read(line, name -> true)).isInstanceOf(Line.Blank.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html>",
                "1up 3",
                "up",
                "up{",
                "up{a}",
                "up{a=b} 1",
                "up{a=\"b} 1",
                "up{a=\"b\" c=\"d\"} 1",
                "up one",
                "up 1f",
                "up 0x10",
                "{\"json\": true}"
            })
    void malformed(String line) {
        assertThat(ExpositionText.read(line, name -> true)).isInstanceOf(Line.Malformed.class);
    }

    @Test
    void unwantedSamplesAreRecognised() {
        assertThat(ExpositionText.read("other{a=\"b\"} 1", name -> false)).isInstanceOf(Line.Other.class);
        assertThat(ExpositionText.read("<!doctype html>", name -> false)).isInstanceOf(Line.Malformed.class);
    }

    @ParameterizedTest
    @CsvSource({
        "5xx,503,true",
        "5xx,5xx,true",
        "5xx,404,false",
        "5xx,5031,false",
        "~5..,500,true",
        "~5..,1500,false",
        "a,b,false"
    })
    void labelsMatch(String wanted, String found, boolean matches) {
        assertThat(Labels.match(Map.of("l", wanted), Map.of("l", found))).isEqualTo(matches);
    }
}
