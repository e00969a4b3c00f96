package plantao.practice.command;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import plantao.practice.process.RedisClient;
import plantao.practice.process.RedisClient.Reply;

/// What `redis-cli --scan`, `--bigkeys` and `--memkeys` tell of a server's keys.
record RedisKeys(RedisClient client, PrintStream out) {
    private static final Map<String, String> SIZES = Map.of(
            "string", "STRLEN", "list", "LLEN", "set", "SCARD", "zset", "ZCARD", "hash", "HLEN", "stream", "XLEN");

    private record Big(String key, long size) {}

    /// Prints the keys, one a line.
    ///
    /// @param pattern as MATCH takes it
    void list(String pattern) throws IOException {
        keys(pattern).forEach(out::println);
    }

    /// Prints the biggest key of each type.
    ///
    /// @param memory by bytes used instead of by elements
    void biggest(boolean memory) throws IOException {
        var biggest = new TreeMap<String, Big>();
        List<String> keys = keys("*");
        for (String key : keys) {
            String type = client.call("TYPE", key).plain();
            String command = SIZES.get(type);
            if (command != null) {
                Reply size = memory ? client.call("MEMORY", "USAGE", key) : client.call(command, key);
                long found = size instanceof Reply.Number number ? number.value() : 0;
                biggest.merge(type, new Big(key, found), (a, b) -> a.size() >= b.size() ? a : b);
            }
        }
        out.println("-------- summary -------\n");
        out.println("Sampled " + keys.size() + " keys in the keyspace!\n");
        biggest.forEach((type, big) -> out.printf(
                Locale.ROOT,
                "Biggest %6s found \"%s\" has %d %s%n",
                type,
                big.key(),
                big.size(),
                memory || type.equals("string") ? "bytes" : type.equals("hash") ? "fields" : "items"));
    }

    private List<String> keys(String pattern) throws IOException {
        var found = new ArrayList<String>();
        String cursor = "0";
        do {
            if (!(client.call("SCAN", cursor, "MATCH", pattern, "COUNT", "500") instanceof Reply.Array(var parts))
                    || parts == null
                    || !(parts.get(1) instanceof Reply.Array(var keys))) {
                throw new IOException("the server does not answer to SCAN");
            }
            cursor = parts.getFirst().plain();
            if (keys != null) {
                keys.forEach(k -> found.add(k.plain()));
            }
        } while (!cursor.equals("0"));
        return found;
    }
}
