package plantao.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A process that measures with the built program and JavaFX on its path, and prints what it finds.
final class MeasuringProcess {
    private MeasuringProcess() {}

    /// Runs it to its end.
    ///
    /// @param arguments the measurement's own: the project's folder, the staged program's folder, the jar with the
    /// classes
    /// @param main the class by name: here JavaFX is not on the path
    /// @param given its arguments
    /// @throws IOException when it cannot be started, or fails
    static void run(String[] arguments, String main, String... given) throws IOException, InterruptedException {
        var jars = new ArrayList<String>(List.of(arguments[2], arguments[1] + "/plantao.jar"));
        try (var lib = Files.list(Path.of(arguments[1], "lib"))) {
            lib.map(Path::toString).sorted().forEach(jars::add);
        }
        var words = new ArrayList<String>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "@" + Path.of(arguments[0], "packaging/java.options"),
                "--module-path",
                Path.of(arguments[1], "javafx").toString(),
                "-Dprism.order=sw"));
        if (System.getenv("DISPLAY") == null) {
            words.add("-Dglass.platform=Headless");
        }
        words.addAll(List.of("-cp", String.join(File.pathSeparator, jars), main));
        words.addAll(List.of(given));
        int status = new ProcessBuilder(words).inheritIO().start().waitFor();
        if (status != 0) {
            throw new IOException("the measuring process ended with " + status);
        }
    }
}
