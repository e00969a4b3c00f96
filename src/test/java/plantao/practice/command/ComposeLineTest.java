package plantao.practice.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ComposeLineTest {
    private static ComposeLine read(String line) {
        return ComposeLine.read(List.of(line.split(" ")));
    }

    @Test
    void readsTheVerbBehindTheGlobalOptions() {
        ComposeLine line = read("-f docker-compose.prod.yml --profile=full logs --tail=50 web db");
        assertThat(line.flaw()).isNull();
        assertThat(line.verb()).isEqualTo("logs");
        assertThat(line.options()).isEqualTo(Map.of("tail", "50"));
        assertThat(line.words()).containsExactly("web", "db");
    }

    @Test
    void anFBehindLogsFollows() {
        ComposeLine line = read("logs -f -n 10");
        assertThat(line.has("follow")).isTrue();
        assertThat(line.options()).containsEntry("tail", "10");
    }

    @Test
    void leavesTheCommandInAContainerAsItIs() {
        ComposeLine line = read("exec -T db psql -U user -c x");
        assertThat(line.words()).containsExactly("db", "psql", "-U", "user", "-c", "x");
        assertThat(read("run --rm api alembic upgrade head").words())
                .containsExactly("api", "alembic", "upgrade", "head");
    }

    @Test
    void takesANumberOfCopies() {
        assertThat(read("up -d --scale worker=3").options()).containsEntry("scale", "worker=3");
        assertThat(read("restart -t 5 web").words()).containsExactly("web");
    }

    @Test
    void saysWhatItDoesNotKnow() {
        assertThat(read("logs --colour web").flaw()).contains("--colour");
        assertThat(read("-f docker-compose.yml").flaw()).contains("verb is missing");
        assertThat(read("logs --tail").flaw()).contains("--tail lacks its value");
    }
}
