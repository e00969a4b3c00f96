package plantao;

import java.nio.file.Path;
import plantao.store.Folders;

/// Where the consoles of tests keep their things.
public final class Homes {
    private Homes() {}

    /// Everything in a folder of the test's.
    public static Folders in(Path home) {
        return new Folders(home.resolve("data"), home.resolve("config"), home.resolve("cache"), home.resolve("state"));
    }

    /// Everything but the cache, where the servers of practice are unpacked once for all tests.
    public static Folders withCache(Path home) {
        return new Folders(
                home.resolve("data"),
                home.resolve("config"),
                Folders.of(System.getenv(), home).cache(),
                home.resolve("state"));
    }
}
