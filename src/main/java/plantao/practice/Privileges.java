package plantao.practice;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// PostgreSQL refuses to run as root. A user namespace without a mapping (unshare(1)) makes root nobody in particular.
final class Privileges {
    private Privileges() {}

    /// The words before a PostgreSQL program: none for an ordinary user.
    ///
    /// @throws IOException for root on a machine that allows no user namespaces
    static List<String> prefix() throws IOException, InterruptedException {
        if (!System.getProperty("user.name").equals("root")) {
            return List.of();
        }
        Process trial = new ProcessBuilder("unshare", "-U", "true")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (trial.waitFor(5, TimeUnit.SECONDS) && trial.exitValue() == 0) {
            return List.of("unshare", "-U");
        }
        throw new IOException("it may not run as root, and this machine allows no user namespaces (unshare -U);"
                + " start the console as an ordinary user");
    }
}
