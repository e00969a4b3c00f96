package plantao.practice;

import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import plantao.practice.process.StackProcess;

/// How to start a small Java process: the running Java, the few class path entries it needs, options for a quick
/// start.
///
/// @param java the program
/// @param classPath where this program's classes and the PostgreSQL driver lie
record JavaProgram(Path java, String classPath) {
    private static final List<String> OPTIONS = List.of(
            "-Xmx64m",
            "-Xss512k",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xshare:auto",
            "-XX:-UsePerfData",
            "-Djava.net.preferIPv4Stack=true",
            "-Dsun.net.httpserver.nodelay=true",
            "-Dhttp.maxConnections=64",
            "-Dsun.net.http.retryPost=false");

    /// The Java that runs this.
    ///
    /// @throws PracticeException when it has no `bin/java` (an image built without it)
    static JavaProgram running() throws PracticeException {
        return at(Path.of(System.getProperty("java.home")));
    }

    static JavaProgram at(Path home) throws PracticeException {
        Path java = home.resolve("bin").resolve("java");
        if (!Files.isExecutable(java)) {
            throw new PracticeException(
                    "The practice processes need a java program and there is none",
                    java.toString(),
                    "Start the console with a Java that has bin/java.",
                    null);
        }
        Set<String> places = new LinkedHashSet<>();
        for (Class<?> type : List.of(StackProcess.class, org.postgresql.Driver.class)) {
            try {
                places.add(Path.of(type.getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .toURI())
                        .toString());
            } catch (URISyntaxException e) {
                throw new PracticeException(
                        "The program does not find its own classes", type.getName(), "Install it again.", e);
            }
        }
        return new JavaProgram(java, String.join(File.pathSeparator, places));
    }

    /// The words that start this class.
    List<String> words(Class<?> main) {
        var words = new ArrayList<String>();
        words.add(java.toString());
        words.addAll(OPTIONS);
        words.addAll(List.of("-cp", classPath, main.getName()));
        return words;
    }
}
