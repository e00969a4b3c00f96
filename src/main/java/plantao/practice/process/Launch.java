package plantao.practice.process;

import java.io.Serializable;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import plantao.practice.blueprint.Behaviour;
import plantao.practice.blueprint.ProcessSpec;

/// What a process of the stack is told on standard input when it starts (Java serialization, from its parent only:
/// it holds passwords, which must be neither in arguments nor in a file).
///
/// @param port where a web process listens, else 0
/// @param addresses the web processes' base addresses, by name
/// @param work the working folder
/// @param disk the folder whose size is measured against `diskMegabytes`
/// @param ready a file to create once the process does its work
public record Launch(
        String name,
        ProcessSpec spec,
        Behaviour behaviour,
        String version,
        int port,
        Map<String, String> addresses,
        Map<String, String> environment,
        @Nullable Servers servers,
        String work,
        String disk,
        int diskMegabytes,
        String ready)
        implements Serializable {

    /// Where the servers listen and how to get in.
    public record Servers(
            int postgresPort, String database, String user, String password, int redisPort, String redisPassword)
            implements Serializable {

        /// The address for JDBC, without credentials.
        public String jdbcUrl() {
            return "jdbc:postgresql://127.0.0.1:" + postgresPort + "/" + database;
        }

        /// The address as `psql` takes it, credentials in it.
        public String url() {
            return "postgresql://" + user + ":" + password + "@127.0.0.1:" + postgresPort + "/" + database;
        }

        @Override
        public String toString() {
            return "Servers[postgres " + postgresPort + ", redis " + redisPort + "]";
        }
    }
}
