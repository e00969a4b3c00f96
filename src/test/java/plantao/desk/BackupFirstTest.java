package plantao.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import plantao.playbook.Run;
import plantao.runbook.Procedure;
import plantao.runbook.Runbook;
import plantao.runbook.read.RunbookReader;
import plantao.values.Place;
import plantao.values.Target;

/// Which backup is offered before something is destroyed.
class BackupFirstTest {
    private static final String TEXT = """
            # Shop

            ## 1. Backup

            ### 1.1 Files backup

            ```bash
            rsync -a /srv/media/ store:/media/
            ```

            ### 1.2 Database backup

            ```bash
            pg_dump $SHOP_URL -f shop.dump
            ```

            ### 1.3 Queue backup

            ```bash
            redis-cli -h $QUEUE_HOST BGSAVE
            ```

            ## 2. Incidents

            ### 2.1 The queue is stuck

            **Solution**

            ```bash
            # 1. Empty the queue
            redis-cli -h $QUEUE_HOST DEL jobs

            # 2. Empty the tables
            psql $SHOP_URL -c "DROP SCHEMA public CASCADE;"

            # 3. Forget the queue (back it up first, see section 1.1)
            redis-cli -h $QUEUE_HOST FLUSHALL

            # 4. Remove the rest
            rm -rf rest
            ```
            """;

    private final Runbook runbook = RunbookReader.read("shop", Map.of("runbook.md", TEXT));
    private final Run run = opened(runbook);

    private static Run opened(Runbook runbook) {
        Play play = new Play();
        Place place = new Place("here", Path.of("."), true, Map.of(), null);
        Target target = new Target("one", "One", Target.Kind.PRODUCTION, Map.of(), Map.of(), place);
        play.send(new Event.Opened(SystemBoardFactory.open(runbook, List.of(target), 1, Trust.FULL, Instant.EPOCH)));
        var playbook = runbook.playbooks().getFirst();
        play.send(new Event.OpenRun(
                runbook.system(), playbook.title(), playbook.origin().line(), null));
        return play.board.system(runbook.system()).orElseThrow().runs().getFirst();
    }

    private String offered(int step) {
        return BackupFirst.of(runbook, run, run.steps().get(step))
                .map(Procedure::title)
                .orElse("");
    }

    @Test
    void theOneThatSavesWhatTheStepDestroys() {
        assertThat(offered(0)).isEqualTo("Queue backup");
        assertThat(offered(1)).isEqualTo("Database backup");
    }

    @Test
    void theOneThatTheStepPointsTo() {
        assertThat(offered(2)).isEqualTo("Files backup");
    }

    @Test
    void anyWhereNoneIsNearer() {
        assertThat(offered(3)).isEqualTo("Files backup");
    }
}
