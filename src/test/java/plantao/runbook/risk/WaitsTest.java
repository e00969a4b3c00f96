package plantao.runbook.risk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WaitsTest {
    /// What operators type, each line with whether it ends by itself.
    @Test
    void asPeopleLabelledThem() throws IOException {
        SoftAssertions softly = new SoftAssertions();
        try (InputStream in = WaitsTest.class.getResourceAsStream("/plantao/runbook/waiting.txt")) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().forEach(line -> {
                String[] parts = line.split(" +", 2);
                softly.assertThat(Waits.of(parts[1]) != Waiting.ENDS)
                        .as(parts[1])
                        .isEqualTo(parts[0].equals("waits"));
            });
        }
        softly.assertAll();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "vim /etc/hosts",
                "sudo top",
                "kubectl exec -it api-0 -- bash",
                "psql app",
                "ssh web1",
                "crontab -e"
            })
    void wantsATerminal(String command) {
        assertThat(Waits.of(command)).isEqualTo(Waiting.DRAWS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tail -f app.log",
                "ping db",
                "npm run dev",
                "kubectl port-forward svc/a 80",
                "acme logs --follow"
            })
    void onlyNeverEnds(String command) {
        assertThat(Waits.of(command)).isEqualTo(Waiting.WAITS);
    }

    @ParameterizedTest
    @CsvSource({
        "psql -h db app, sql",
        "sudo -u postgres psql, sql",
        "docker compose exec db mysql -u root, sql",
        "redis-cli -h cache, redis",
        "python manage.py shell, code",
        "heroku run rails console -a app, code",
        "psql -c 'select 1',",
        "echo x | psql app,",
        "redis-cli ping,",
        "python x.py,",
        "mysql --version,"
    })
    void knowsTheLanguageOfTheSessionThatIsOpened(String command, String language) {
        assertThat(Waits.session(command)).isEqualTo(language);
    }
}
