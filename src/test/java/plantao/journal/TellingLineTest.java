package plantao.journal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TellingLineTest {
    @Test
    void ofAStatusItIsWhatHasStopped() {
        assertThat(TellingLine.of("""
                        db running pid=1
                        api STOPPED
                        web running pid=3
                        — stopped at line 1 (exit 3): shopctl status
                        """)).isEqualTo("api STOPPED");
    }

    @Test
    void ofSeveralFailuresItIsTheLast() {
        assertThat(TellingLine.of("""
                        Traceback (most recent call last):
                          File "x.py", line 3
                        ValueError: no port
                        """)).isEqualTo("ValueError: no port");
    }

    @Test
    void withoutAnyItIsTheLastLineWithWords() {
        assertThat(TellingLine.of("one\n two \n----\n")).isEqualTo("two");
        assertThat(TellingLine.of("— it took longer than it may\n")).isEmpty();
        assertThat(TellingLine.of("")).isEmpty();
    }
}
