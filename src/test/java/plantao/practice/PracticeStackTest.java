package plantao.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PracticeStackTest {
    private static final String HEALTH = "https://ouvify-backend.onrender.com/api/health";
    private static final String EDGE = "https://ouvify.vercel.app";
    private static final String CONNECTIONS = "psql $DATABASE_URL -tAc 'SELECT count(*) FROM pg_stat_activity;'";

    @TempDir
    static Path scratch;

    static Stand stand;

    @BeforeAll
    static void start() throws Exception {
        stand = new Stand(scratch);
    }

    @AfterEach
    void heal() throws Exception {
        stand.stack.end();
    }

    @AfterAll
    static void close() {
        List<Long> pids = stand.stack.describe().stream()
                .map(PartStatus::pid)
                .filter(p -> p != null)
                .toList();
        stand.close();
        assertThat(pids)
                .isNotEmpty()
                .noneMatch(
                        pid -> ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false));
        assertThat(scratch).isEmptyDirectory();
    }

    private int number(String command) throws Exception {
        Stand.Ran ran = stand.run(command);
        assertThat(ran.exit()).as(ran.out()).isZero();
        return Integer.parseInt(ran.out().strip());
    }

    @Test
    void everyPartIsAProcessOfItsOwn() {
        List<PartStatus> parts = stand.stack.describe();
        assertThat(parts)
                .extracting(PartStatus::name)
                .containsExactly(
                        "guardian", "postgres", "redis", "frontend", "backend", "worker", "provedores", "traffic");
        assertThat(parts).allMatch(p -> p.state() == PartStatus.State.RUNNING);
        assertThat(parts).extracting(PartStatus::pid).doesNotHaveDuplicates().doesNotContainNull();
    }

    @Test
    void answersUnderTheRunbooksAddresses() throws Exception {
        assertThat(stand.get(HEALTH).statusCode()).isEqualTo(200);
        assertThat(stand.get(HEALTH).body()).contains("healthy");
        assertThat(stand.get(EDGE).body()).contains("<title>Ouvify</title>");
        assertThat(stand.get(EDGE + "/api/health").statusCode()).isEqualTo(200);
    }

    @Test
    void measuresItsOwnTraffic() throws Exception {
        double requests = stand.metric(EDGE + "/metrics", "http_requests_total");
        double cpu = stand.metric(EDGE + "/metrics", "process_cpu_seconds_total");
        Stand.until("requests counted", () -> stand.metric(EDGE + "/metrics", "http_requests_total") > requests + 10);
        Stand.until("processor time counted", () -> stand.metric(EDGE + "/metrics", "process_cpu_seconds_total") > cpu);
        assertThat(stand.metric(EDGE + "/metrics", "process_memory_used_ratio")).isBetween(0.05, 0.8);
        assertThat(stand.metric(EDGE + "/metrics", "disk_used_ratio")).isBetween(0.01, 0.5);
        assertThat(stand.get(EDGE + "/metrics").body())
                .contains("http_request_duration_seconds_bucket{route=\"api\",le=\"+Inf\"}");
        int jobs = number("psql $DATABASE_URL -tAc 'select count(*) from notifications_emailqueue'");
        Stand.until(
                "jobs are worked on",
                () -> number("psql $DATABASE_URL -tAc 'select count(*) from notifications_emailqueue'") > jobs);
    }

    @Test
    void aBadDeployIsHealedByRollbackOnly() throws Exception {
        stand.stack.begin("backend-down");
        assertThat(stand.part("backend").state()).isEqualTo(PartStatus.State.DEAD);
        assertThat(stand.get(EDGE + "/api/health").statusCode()).isEqualTo(502);
        Stand.Ran restart = stand.run("render restart -service ouvify-backend");
        assertThat(restart.exit()).isEqualTo(1);
        assertThat(restart.out()).contains("exited with status 1");
        assertThat(stand.run("render logs -app ouvify-backend --tail 50").out()).contains("ModuleNotFoundError");
        assertThat(stand.get(EDGE + "/api/health").statusCode()).isEqualTo(502);
        double failed = stand.metric(EDGE + "/metrics", "http_requests_total{route=\"api\",status=\"5xx\"}");
        Stand.until(
                "errors at the edge",
                () -> stand.metric(EDGE + "/metrics", "http_requests_total{route=\"api\",status=\"5xx\"}") > failed);
        assertThat(stand.run("render rollback -service ouvify-backend").exit()).isZero();
        assertThat(stand.get(HEALTH).statusCode()).isEqualTo(200);
        assertThat(stand.run("render deploys list -service ouvify-backend").out())
                .contains("rolled_back")
                .contains("live");
    }

    @Test
    void endHealsWithoutTheOperator() throws Exception {
        stand.stack.begin("backend-down");
        stand.stack.end();
        assertThat(stand.stack.current()).isEmpty();
        assertThat(stand.get(HEALTH).statusCode()).isEqualTo(200);
    }

    @Test
    void leakedConnectionsRunUpToTheLimit() throws Exception {
        assertThat(number(CONNECTIONS)).isLessThan(50);
        stand.stack.begin("db-connections");
        Stand.until("more than 95 connections", () -> number(CONNECTIONS) > 95);
        Stand.until("health says so", () -> stand.get(HEALTH).statusCode() == 503);
        stand.stack.end();
        Stand.until("connections are closed", () -> number(CONNECTIONS) < 50);
    }

    @Test
    void aKilledWorkerLetsTheQueueGrow() throws Exception {
        stand.stack.begin("worker-stopped");
        Stand.until("the queue grows", () -> number("redis-cli -h $REDIS_HOST LLEN celery") > 100);
        Stand.until("the heartbeat expires", () -> number("redis-cli EXISTS celery:heartbeat") == 0);
        assertThat(stand.run("render restart -service ouvify-celery").exit()).isZero();
        Stand.until("the queue drains", () -> number("redis-cli LLEN celery") < 20);
        assertThat(number("redis-cli EXISTS celery:heartbeat")).isEqualTo(1);
    }

    @Test
    void aFrozenProcessTimesOutAtTheEdge() throws Exception {
        stand.stack.begin("backend-frozen");
        assertThat(stand.part("backend").state()).isEqualTo(PartStatus.State.FROZEN);
        assertThat(stand.get(EDGE + "/api/health").statusCode()).isEqualTo(504);
        stand.stack.end();
        assertThat(stand.get(HEALTH).statusCode()).isEqualTo(200);
    }

    @Test
    void aFullDiskIsMeasuredAndEmptied() throws Exception {
        stand.stack.begin("disk-full");
        assertThat(stand.metric(EDGE + "/metrics", "disk_used_ratio")).isGreaterThan(0.9);
        stand.stack.end();
        assertThat(stand.metric(EDGE + "/metrics", "disk_used_ratio")).isLessThan(0.5);
    }

    @Test
    void restartGivesANewProcess() throws Exception {
        Long before = stand.part("worker").pid();
        assertThat(stand.run("render restart -service ouvify-celery").exit()).isZero();
        assertThat(stand.part("worker").pid()).isNotNull().isNotEqualTo(before);
        assertThat(stand.events).contains(new PracticeEvent.Acted("worker", "restarted"));
    }

    @Test
    void suspendHoldsUntilResume() throws Exception {
        assertThat(stand.run("render suspend -service ouvify-backend").exit()).isZero();
        assertThat(stand.part("backend").state()).isEqualTo(PartStatus.State.SUSPENDED);
        assertThat(stand.run("render resume -service ouvify-backend").exit()).isZero();
        assertThat(stand.get(HEALTH).statusCode()).isEqualTo(200);
    }

    @Test
    void environmentChangesReachTheProcess() throws Exception {
        assertThat(stand.run("render env get EMAIL_HOST -service ouvify-backend")
                        .out())
                .isEqualTo("smtp.example.org\n");
        assertThat(stand.run("render env set MAINTENANCE_MODE=true -service ouvify-backend")
                        .exit())
                .isZero();
        assertThat(stand.get(EDGE + "/api/feedbacks").statusCode()).isEqualTo(503);
        assertThat(stand.run("render env unset MAINTENANCE_MODE -service ouvify-backend")
                        .exit())
                .isZero();
        Stand.until(
                "the process answers without it",
                () -> stand.get(EDGE + "/api/feedbacks").statusCode() == 200);
    }

    @Test
    void clientsSpeakToTheServers() throws Exception {
        assertThat(stand.run("psql $DATABASE_URL -c 'select 1 as one'").out())
                .isEqualTo(" one \n-----\n   1\n(1 row)\n\n");
        assertThat(stand.run("echo 'select 1; select 2' | psql $DATABASE_URL -tA")
                        .out())
                .isEqualTo("1\n2\n");
        Stand.Ran wrong = stand.run("psql $DATABASE_URL -c 'select nope'");
        assertThat(wrong.exit()).isEqualTo(1);
        assertThat(wrong.out()).contains("column \"nope\" does not exist");
        assertThat(stand.run("redis-cli -h $REDIS_HOST -p $REDIS_PORT -a $REDIS_PASSWORD PING")
                        .out())
                .isEqualTo("PONG\n");
        assertThat(stand.run("redis-cli -a wrong PING").exit()).isEqualTo(1);
        assertThat(stand.run("redis-cli -p 1 PING").exit()).isEqualTo(69);
        assertThat(stand.run("psql postgresql://a:b@127.0.0.1:1/x -c 'select 1'")
                        .exit())
                .isEqualTo(69);
    }

    @Test
    void aDumpCanBeRestored() throws Exception {
        int users = number("psql $DATABASE_URL -tAc 'select count(*) from auth_user'");
        assertThat(users).isPositive();
        Stand.Ran ran = stand.run("""
                pg_dump $DATABASE_URL -F c -f b.dump && gzip b.dump && test $(ls ../backups/db | wc -l) = 7 &&
                psql $DATABASE_URL -c 'DROP SCHEMA public CASCADE;' && psql $DATABASE_URL -c 'CREATE SCHEMA public;' &&
                pg_restore -d $DATABASE_URL --no-owner --no-acl $(ls ../backups/db/* | tail -n 1)""");
        assertThat(ran.exit()).as(ran.out()).isZero();
        assertThat(number("psql $DATABASE_URL -tAc 'select count(*) from auth_user'"))
                .isEqualTo(users);
        assertThat(number("psql $DATABASE_URL -tAc \"select count(*) from pg_indexes where schemaname = 'public'\""))
                .isGreaterThan(4);
    }

    @Test
    void endBringsADroppedSchemaBack() throws Exception {
        assertThat(stand.run("psql $DATABASE_URL -c 'DROP SCHEMA public CASCADE'")
                        .exit())
                .isZero();
        stand.stack.end();
        assertThat(number("psql $DATABASE_URL -tAc 'select count(*) from auth_user'"))
                .isPositive();
    }

    @Test
    void whatCannotActSaysSo() throws Exception {
        for (String command : List.of(
                "render frobnicate", "render logs --colour", "aws s3 ls", "git push", "python manage.py flush")) {
            Stand.Ran ran = stand.run(command);
            assertThat(ran.exit()).as(command).isEqualTo(69);
            assertThat(ran.out()).as(command).contains("not possible in practice");
        }
        Stand.Ran nobody = stand.run("render restart -service nobody");
        assertThat(nobody.exit()).isEqualTo(1);
        assertThat(nobody.out()).contains("ouvify-backend");
    }

    @Test
    void aSessionAnswersLineByLine() throws Exception {
        Stand.Ran ran = stand.run("""
                python manage.py shell <<'EOF'
                from apps.core.models import User
                # how many
                User.objects.count()
                PasswordResetToken.objects.filter(
                    created_at__lt=timezone.now() - timedelta(days=400)
                ).delete()
                EOF""");
        assertThat(ran.exit()).as(ran.out()).isZero();
        assertThat(ran.out()).isEqualTo("40\n0 rows changed\n");
        Stand.Ran unknown = stand.run("echo 'import os; os.system(1)\nos.abort()' | python manage.py shell");
        assertThat(unknown.exit()).isEqualTo(69);
        assertThat(unknown.out()).contains("os.abort()' has no stand-in");
    }

    @Test
    void aRollbackOfASuspendedProcessDoesNotWakeIt() throws Exception {
        stand.stack.begin("tenant-bleed");
        assertThat(stand.stack.mended()).contains(false);
        assertThat(stand.run("grep -r 'filter(client=' apps/backend/apps/").exit())
                .as("the version took the filter out of the code")
                .isEqualTo(1);
        stand.run("render suspend -service ouvify-backend");
        assertThat(stand.run("render rollback -service ouvify-backend").out()).contains("suspended");
        assertThat(stand.part("backend").state()).isEqualTo(PartStatus.State.SUSPENDED);
        assertThat(stand.run("grep -r 'filter(client=' apps/backend/apps/").exit())
                .isZero();
        stand.run("render resume -service ouvify-backend");
        assertThat(stand.stack.mended()).contains(true);
    }

    @Test
    void thePlaceIsClosed() throws Exception {
        Stand.Ran env = stand.run("env");
        assertThat(env.out())
                .doesNotContain(System.getProperty("user.home") + "\n")
                .contains("HISTFILE=\n");
        assertThat(stand.run("command -v mvn javac docker kubectl").exit()).isNotZero();
        Path home = Path.of(stand.run("echo $HOME").out().strip());
        assertThat(Files.isDirectory(home)).isTrue();
        assertThat(home.startsWith(scratch.toRealPath())).isTrue();
        assertThat(stand.run("curl -sS -m 3 http://192.0.2.1/").exit()).isNotZero();
        assertThat(stand.stack.target().place().fence()).isNotNull();
        assertThat(stand.stack.target().toString()).doesNotContain("postgresql://");
    }

    @Test
    void aDeathNobodyAskedForIsTold() throws Exception {
        Long pid = stand.part("worker").pid();
        assertThat(pid).isNotNull();
        assertThat(ProcessHandle.of(pid).orElseThrow().destroyForcibly()).isTrue();
        Stand.until(
                "the death is told", () -> stand.events.contains(new PracticeEvent.ProcessDied("worker", pid, 137)));
        assertThat(stand.part("worker").state()).isEqualTo(PartStatus.State.DEAD);
    }

    @Test
    void anUnknownScenarioIsRefused() {
        assertThatThrownBy(() -> stand.stack.begin("nope"))
                .isInstanceOf(PracticeException.class)
                .hasMessageContaining("There are: backend-down");
    }
}
