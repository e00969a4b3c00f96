package plantao.practice.process;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;

/// Keeps connections to Redis open and lends them, one per call.
final class RedisPool {
    private final Launch.Servers servers;
    private final ConcurrentLinkedDeque<RedisClient> idle = new ConcurrentLinkedDeque<>();

    RedisPool(Launch.Servers servers) {
        this.servers = servers;
    }

    /// Sends one command; a connection that broke meanwhile is replaced once.
    RedisClient.Reply call(List<String> words) throws IOException {
        RedisClient client = idle.poll();
        if (client != null) {
            try {
                return answered(client, words);
            } catch (IOException e) {
                client.close();
            }
        }
        return answered(connect(5000), words);
    }

    /// A connection of its own, for a command that waits.
    RedisClient connect(int timeoutMillis) throws IOException {
        return new RedisClient("127.0.0.1", servers.redisPort(), servers.redisPassword(), timeoutMillis);
    }

    private RedisClient.Reply answered(RedisClient client, List<String> words) throws IOException {
        RedisClient.Reply reply = client.call(words);
        idle.push(client);
        return reply;
    }
}
