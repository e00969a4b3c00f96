package plantao.practice.process;

import java.io.IOException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import plantao.practice.blueprint.Behaviour;
import plantao.practice.blueprint.ProcessSpec;
import plantao.practice.blueprint.ProcessSpec.Traffic;
import plantao.practice.blueprint.ProcessSpec.Work;

/// Entry of every process of a practice stack. Reads its [Launch] from standard input, does its work, and ends
/// when standard input does: its parent is gone then.
public final class StackProcess {
    private StackProcess() {}

    /// Runs until killed, or until standard input ends.
    public static void main(String[] arguments) throws IOException, InterruptedException, ClassNotFoundException {
        var in = new ObjectInputStream(System.in);
        in.setObjectInputFilter(
                ObjectInputFilter.Config.createFilter("plantao.practice.**;java.util.*;java.lang.*;!*"));
        Launch launch = (Launch) in.readObject();
        Thread.ofPlatform().daemon().name("parent").start(StackProcess::endWithParent);
        var log = new ProcessLog(launch.name(), launch.spec().log(), Clock.systemUTC(), System.out);
        log.info("starting version " + launch.version());
        Behaviour.Crash crash = launch.behaviour().crash();
        if (crash != null) {
            crash.log().forEach(log::raw);
            log.critical("exited with status " + crash.exit());
            Runtime.getRuntime().halt(crash.exit());
        }
        try {
            begin(launch, log);
        } catch (IOException e) {
            log.critical("cannot listen on 127.0.0.1:" + launch.port() + ": " + e.getMessage());
            Runtime.getRuntime().halt(1);
        }
        for (int i = 0; i < launch.behaviour().busyThreads(); i++) {
            Thread.ofPlatform().daemon().name("busy-" + i).start(StackProcess::computeForEver);
        }
        Files.createFile(Path.of(launch.ready()));
        Thread.currentThread().join(); // the work goes on in other threads until the process is killed
    }

    private static void computeForEver() {
        while (true) {
            ActionRunner.compute(1000);
        }
    }

    private static void begin(Launch launch, ProcessLog log) throws IOException, InterruptedException {
        Traffic traffic = launch.spec().traffic();
        if (traffic != null) {
            new TrafficSource(launch, traffic, log).start();
            return;
        }
        if (launch.spec().kind() == ProcessSpec.Kind.PROMETHEUS) {
            new Prometheus(launch, log).start();
            return;
        }
        Launch.Servers servers = launch.servers();
        if (servers == null) {
            throw new IOException("no servers given");
        }
        var pool = new ConnectionPool(
                servers,
                launch.name(),
                launch.spec().connections(),
                launch.behaviour().leak());
        var redis = new RedisPool(servers);
        var actor = new ActionRunner(pool, redis, log);
        Work work = launch.spec().work();
        ProcessSpec.Job job = launch.spec().job();
        if (job != null) {
            new Job(launch, job, actor, redis, log).start();
        } else if (work != null) {
            new Worker(launch, work, actor, redis, log).start();
        } else {
            new Web(launch, actor, log).start();
        }
    }

    private static void endWithParent() {
        try {
            while (System.in.read() >= 0) {
                // nothing more is expected
            }
        } catch (IOException e) {
            // a broken pipe means the same as its end
        }
        Runtime.getRuntime().halt(0);
    }
}
