package plantao;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import plantao.store.StoreException;

/// This console's name in the log: the machine's name and a part of its own, made once.
final class Device {
    private Device() {}

    /// The name kept in the folder, or a new one; one for this session only where it can't be kept.
    static String name(Path folder, Map<String, String> environment) {
        Path file = folder.resolve("device");
        try {
            if (Files.isRegularFile(file)) {
                String kept = Files.readString(file).strip();
                if (kept.matches("[A-Za-z0-9._-]{3,80}")) {
                    return kept;
                }
            }
            String made = made(environment);
            Files.createDirectories(folder);
            Files.writeString(file, made + "\n");
            return made;
        } catch (IOException e) {
            return made(environment);
        }
    }

    /// Takes another name from now on.
    ///
    /// @throws StoreException when it cannot be kept
    static void rename(Path folder, String name) {
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("device"), name + "\n");
        } catch (IOException e) {
            throw new StoreException(
                    "The log was restored, but this console's new name could not be kept",
                    folder.resolve("device").toString(),
                    "Write " + name + " into that file.",
                    e);
        }
    }

    /// A name that was never used.
    static String made(Map<String, String> environment) {
        byte[] own = new byte[3];
        new SecureRandom().nextBytes(own);
        String host = environment.getOrDefault("HOSTNAME", "console").replaceAll("[^A-Za-z0-9.-]", "-");
        return host + "-" + HexFormat.of().formatHex(own);
    }
}
