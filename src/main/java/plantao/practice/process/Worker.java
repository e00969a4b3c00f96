package plantao.practice.process;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import plantao.practice.blueprint.Action;
import plantao.practice.blueprint.ProcessSpec.Work;

/// A worker process: takes jobs off a Redis list, carries out its actions for each, and shows that it is alive.
final class Worker {
    private final Launch launch;
    private final Work work;
    private final ActionRunner actor;
    private final RedisPool redis;
    private final ProcessLog log;
    private final LongAdder done = new LongAdder();

    Worker(Launch launch, Work work, ActionRunner actor, RedisPool redis, ProcessLog log) {
        this.launch = launch;
        this.work = work;
        this.actor = actor;
        this.redis = redis;
        this.log = log;
    }

    /// Works from now on, on threads of its own; returns after the first sign of life.
    void start() throws InterruptedException {
        while (!beat()) {
            Thread.sleep(50); // Redis is being started beside this process
        }
        for (int i = 0; i < work.consumers(); i++) {
            Thread.ofPlatform().name("consumer-" + i).start(this::consume);
        }
        Thread.ofPlatform().name("heartbeat").start(this::live);
        log.info("ready, " + work.consumers() + " consumers on " + work.queue());
    }

    private void live() {
        long reported = 0;
        while (true) {
            pause(1000);
            beat();
            long now = done.sum();
            if (now - reported >= 500) {
                log.info(now + " tasks done");
                reported = now;
            }
        }
    }

    private boolean beat() {
        try {
            if (work.heartbeat() != null) {
                redis.call(List.of(
                        "SET", work.heartbeat(), launch.version(), "EX", Integer.toString(work.heartbeatSeconds())));
            }
            if (work.members() != null) {
                redis.call(List.of("SADD", work.members(), launch.name()));
                redis.call(List.of("EXPIRE", work.members(), Integer.toString(work.heartbeatSeconds())));
            }
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private void consume() {
        while (true) {
            try (RedisClient client = redis.connect(10_000)) {
                while (true) {
                    if (client.call("BRPOP", work.queue(), "2") instanceof RedisClient.Reply.Array(var items)
                            && items != null
                            && items.size() == 2) {
                        perform(items.get(1).plain());
                    }
                }
            } catch (IOException e) {
                log.error("Broker connection lost: " + e.getMessage());
                pause(1000);
            }
        }
    }

    private void perform(String job) {
        Map<String, String> values = ActionRunner.values(launch.environment());
        values.put("job", job);
        try {
            for (Action action : work.actions()) {
                if (ActionRunner.applies(action, values)) {
                    actor.act(action, values);
                }
            }
            done.increment();
        } catch (IOException | SQLException e) {
            log.error("Task failed: " + job + ": " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
