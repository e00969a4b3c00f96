package plantao.practice.blueprint;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One process of the stack.
///
/// @param kind what the process does: serve HTTP, work on a queue, do a job by the clock, make traffic
/// @param names what stand-in commands call it, its own name beside
/// @param replaces addresses of the runbook that it stands for → a path under its own address (mostly empty)
/// @param port a fixed port, or null for any free one
/// @param memoryMegabytes the memory it may use before its used ratio is 1
/// @param connections how many database connections it keeps
/// @param log `text` (`[LEVEL] message`) or `json`
/// @param environment variables it runs with; stand-ins may change them
public record ProcessSpec(
        String label,
        Kind kind,
        List<String> names,
        Map<String, String> replaces,
        @Nullable Integer port,
        int memoryMegabytes,
        int connections,
        String log,
        Map<String, String> environment,
        List<Route> routes,
        @Nullable Work work,
        @Nullable Traffic traffic,
        @Nullable Job job,
        List<Release> releases)
        implements Serializable {

    /// What a process does.
    public enum Kind {
        WEB,
        /// A Prometheus that scrapes the web processes.
        PROMETHEUS,
        WORKER,
        /// Does the same again and again, as cron has it done.
        JOB,
        TRAFFIC
    }

    public ProcessSpec {
        names = names == null ? List.of() : List.copyOf(names);
        replaces = replaces == null ? Map.of() : replaces;
        memoryMegabytes = memoryMegabytes == 0 ? 256 : memoryMegabytes;
        connections = connections == 0 ? 2 : connections;
        log = log == null ? "text" : log;
        environment = environment == null ? Map.of() : environment;
        routes = routes == null ? List.of() : List.copyOf(routes);
        releases = releases == null ? List.of() : List.copyOf(releases);
    }

    /// The same at another rate of traffic, or with the consumers of several copies.
    public ProcessSpec at(double perSecond, int copies) {
        Traffic to = traffic;
        Work on = work;
        return new ProcessSpec(
                label,
                kind,
                names,
                replaces,
                port,
                memoryMegabytes,
                connections,
                log,
                environment,
                routes,
                on == null ? null : on.times(copies),
                to == null ? null : new Traffic(to.to(), perSecond, to.requests()),
                job,
                releases);
    }

    /// A path that a web process answers; the first that fits is taken.
    ///
    /// @param method null for any
    /// @param path exact, or a prefix when it ends with `*`
    /// @param name its label in the measurements
    /// @param when environment variables that must have these values
    /// @param onError the status when an action fails
    public record Route(
            @Nullable String method,
            String path,
            String name,
            Map<String, String> when,
            int onError,
            List<Action> actions)
            implements Serializable {
        public Route {
            name = name == null ? path : name;
            when = when == null ? Map.of() : when;
            onError = onError == 0 ? 500 : onError;
            actions = actions == null ? List.of() : List.copyOf(actions);
        }
    }

    /// What a worker does with a list in Redis.
    ///
    /// @param queue the list it takes jobs from (BRPOP)
    /// @param consumers jobs worked on at once
    /// @param heartbeat a key it keeps alive, or null
    /// @param heartbeatSeconds that key's time to live
    /// @param members a set it enters itself into, or null
    public record Work(
            String queue,
            int consumers,
            @Nullable String heartbeat,
            int heartbeatSeconds,
            @Nullable String members,
            List<Action> actions)
            implements Serializable {
        public Work {
            consumers = consumers == 0 ? 1 : consumers;
            heartbeatSeconds = heartbeatSeconds == 0 ? 5 : heartbeatSeconds;
            actions = actions == null ? List.of() : List.copyOf(actions);
        }

        Work times(int copies) {
            return new Work(queue, consumers * copies, heartbeat, heartbeatSeconds, members, actions);
        }
    }

    /// What is done by the clock, the first time when it starts.
    ///
    /// @param everySeconds from one beginning to the next
    /// @param heartbeat a key it sets after each time that went well, or null
    /// @param heartbeatSeconds that key's time to live; two turns where it is left out
    public record Job(int everySeconds, @Nullable String heartbeat, int heartbeatSeconds, List<Action> actions)
            implements Serializable {
        public Job {
            heartbeatSeconds = heartbeatSeconds == 0 ? 2 * everySeconds : heartbeatSeconds;
            actions = actions == null ? List.of() : List.copyOf(actions);
        }
    }

    /// Steady requests.
    ///
    /// @param to the web process they go to
    /// @param perSecond how many in all, above 0
    public record Traffic(String to, double perSecond, List<Request> requests) implements Serializable {
        public Traffic {
            requests = requests == null ? List.of() : List.copyOf(requests);
        }
    }

    /// One kind of request.
    ///
    /// @param weight how often, compared with the others
    public record Request(
            String method, String path, @Nullable String body, int weight) implements Serializable {
        public Request {
            method = method == null ? "GET" : method;
            weight = weight == 0 ? 1 : weight;
        }
    }

    /// A past deploy that the history begins with, oldest first.
    ///
    /// @param daysAgo when it went out
    public record Release(String id, String commit, String title, int daysAgo) implements Serializable {}
}
