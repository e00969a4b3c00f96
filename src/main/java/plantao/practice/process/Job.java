package plantao.practice.process;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import plantao.practice.blueprint.Action;
import plantao.practice.blueprint.ProcessSpec;

/// A job that the clock starts: carries out its actions when it starts and then at a fixed rate, one time after the
/// other.
final class Job {
    private final Launch launch;
    private final ProcessSpec.Job job;
    private final ActionRunner actor;
    private final RedisPool redis;
    private final ProcessLog log;

    Job(Launch launch, ProcessSpec.Job job, ActionRunner actor, RedisPool redis, ProcessLog log) {
        this.launch = launch;
        this.job = job;
        this.actor = actor;
        this.redis = redis;
        this.log = log;
    }

    /// Does it from now on, on a thread of its own; returns at once: the servers may be starting beside it.
    void start() {
        log.info("ready, every " + job.everySeconds() + " s");
        var clock = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("job").factory());
        clock.execute(this::await);
        var _ = clock.scheduleAtFixedRate(this::once, 0, job.everySeconds(), TimeUnit.SECONDS);
    }

    /// Until both servers answer, for a while: they start at the same time as this.
    private void await() {
        var ready = new Action("select 1", null, null, null, null, null, 0, 0, null, Map.of());
        try {
            for (int left = 100; left > 0; left--) {
                try {
                    actor.act(ready, ActionRunner.values(launch.environment()));
                    redis.call(List.of("PING"));
                    return;
                } catch (IOException | SQLException e) {
                    Thread.sleep(100);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void once() {
        Map<String, String> values = ActionRunner.values(launch.environment());
        values.put("job", values.getOrDefault("uuid", ""));
        long begun = System.nanoTime();
        try {
            if (launch.behaviour().pauseMillis() > 0) {
                Thread.sleep(launch.behaviour().pauseMillis());
            }
            for (Action action : job.actions()) {
                if (ActionRunner.applies(action, values)) {
                    actor.act(action, values);
                }
            }
            if (job.heartbeat() != null) {
                redis.call(List.of(
                        "SET", job.heartbeat(), launch.version(), "EX", Integer.toString(job.heartbeatSeconds())));
            }
            log.info("run ended after " + (System.nanoTime() - begun) / 1_000_000 + " ms");
        } catch (IOException | SQLException e) {
            log.error("run failed: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
