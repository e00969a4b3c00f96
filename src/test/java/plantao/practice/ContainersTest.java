package plantao.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `docker`, `docker compose` and `git` act on a stack's real servers and processes.
class ContainersTest {
    @TempDir
    static Path scratch;

    private static Stand stand;

    @BeforeAll
    static void start() throws Exception {
        stand = new Stand(Path.of("runbooks/sms-gateway/practice"), scratch);
    }

    @AfterAll
    static void end() {
        stand.close();
    }

    @Test
    void aRestartedServerIsAnotherProcessOnTheSameData() throws Exception {
        assertThat(stand.run("psql -c 'create table kept (n int)'").exit()).isZero();
        Long before = stand.part("postgres").pid();
        assertThat(stand.run("docker-compose -f any.yml restart db").exit()).isZero();
        assertThat(stand.part("postgres").pid()).isNotNull().isNotEqualTo(before);
        assertThat(stand.run("docker-compose exec db psql -U user -d sms_gateway -tAc 'select count(*) from kept'")
                        .out())
                .contains("0");
    }

    @Test
    void aStoppedServerIsSeenAndComesBack() throws Exception {
        assertThat(stand.run("docker compose stop redis").exit()).isZero();
        assertThat(stand.part("redis").state()).isEqualTo(PartStatus.State.SUSPENDED);
        assertThat(stand.run("docker compose exec redis redis-cli ping").out()).contains("is not running");
        assertThat(stand.run("docker compose up -d").exit()).isZero();
        assertThat(stand.run("docker compose exec redis redis-cli ping").out()).contains("PONG");
    }

    @Test
    void commandsInContainersStayBehindTheFence() throws Exception {
        assertThat(stand.run("docker compose exec web cat /etc/hostname").exit())
                .isEqualTo(69);
        assertThat(stand.run("docker compose exec web reboot").exit()).isEqualTo(69);
    }

    @Test
    void aTaggedImageGoesLive() throws Exception {
        String now = stand.part("web").version();
        assertThat(stand.run(
                                "docker tag web:previous web:latest && docker compose stop web && docker compose up -d --no-deps web")
                        .exit())
                .isZero();
        assertThat(stand.part("web").version()).isNotEqualTo(now);
        stand.stack.end();
    }

    @Test
    void aDumpIsRestored() throws Exception {
        assertThat(stand.run("./scripts/backup.sh && psql -c 'delete from users' && ./scripts/backup.sh restore latest")
                        .exit())
                .isZero();
        assertThat(stand.run("psql -tAc 'select count(*) from users'").out()).contains("25");
    }

    @Test
    void saysWhichServicesThereAre() throws Exception {
        assertThat(stand.run("docker compose logs nothing").out()).contains("no such service: nothing");
    }
}
