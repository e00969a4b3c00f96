package plantao.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The window at 1280×720 on the software pipeline, fed through the desk: 1,000 tiles with 1,000 updates a second,
/// then
/// 5,000 active alerts with 10,000 updates a minute. Times between frames, the work of the JavaFX thread, memory.
/// Prints figures and judges nothing.
public final class BoardBench {
    private BoardBench() {}

    /// @param arguments the project's folder, the staged program's folder, the jar with this class, and perhaps for
    /// how
    /// many seconds each is measured
    public static void main(String[] arguments) throws IOException, InterruptedException {
        List<String> jars = new ArrayList<>(List.of(arguments[2], arguments[1] + "/plantao.jar"));
        try (var lib = Files.list(Path.of(arguments[1], "lib"))) {
            lib.map(Path::toString).sorted().forEach(jars::add);
        }
        for (String load : List.of("tiles", "alerts")) {
            List<String> words = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "@" + Path.of(arguments[0], "packaging/java.options"),
                    "--module-path",
                    Path.of(arguments[1], "javafx").toString(),
                    "-Dprism.order=sw"));
            if (System.getenv("DISPLAY") == null) {
                words.add("-Dglass.platform=Headless");
            }
            words.addAll(List.of(
                    "-cp",
                    String.join(File.pathSeparator, jars),
                    "plantao.bench.BoardLoad",
                    load,
                    arguments.length > 3 ? arguments[3] : "60"));
            int status = new ProcessBuilder(words).inheritIO().start().waitFor();
            if (status != 0) {
                throw new IOException("the measuring process ended with " + status);
            }
        }
    }
}
