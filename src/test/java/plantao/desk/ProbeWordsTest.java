package plantao.desk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProbeWordsTest {
    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
                    probe;API: http {url=http://a.example/health};API: http http://a.example/health
                    probe;Mail: tcp {host=m.example, port=25};Mail: tcp m.example:25
                    probe;Queue: command {command=redis-cli LLEN jobs};Queue: redis-cli LLEN jobs
                    probe;Queue: command {command=ps -o pid,ppid};Queue: ps -o pid,ppid
                    probe;Queue: command {command=wc -l, pattern=(x)};Queue: command {command=wc -l, pattern=(x)}
                    probe;API: http {url=http://a.example, within=2s};API: http {url=http://a.example, within=2s}
                    setting;database: postgresql://a:pw@b/c;database: postgresql://a:••••@b/c
                    setting;database: postgresql://a:$PW@b/c;database: postgresql://a:$PW@b/c
                    command;curl http://a/b:c@d;curl http://a/b:c@d
                    command;x: command {command=ls};x: command {command=ls}
                    """)
    void aProbeIsSaidPlainlyAndNothingOfItIsHidden(String kind, String text, String said) {
        assertThat(new Trust.Item(kind, text, 1, "").said()).isEqualTo(said);
        assertThat(new Trust.Item(kind, "", 1, "", text).saidBefore()).isEqualTo(said);
    }
}
