package plantao.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GuardianTest {
    @TempDir
    Path scratch;

    /// A window that practises: starts the stack, freezes one process, says who runs, and waits.
    static final class Window {
        public static void main(String[] arguments) throws Exception {
            var stack = PracticeStack.start(Path.of(arguments[0]), Path.of(arguments[1]), Clock.systemUTC(), e -> {});
            stack.begin("backend-frozen");
            stack.describe().forEach(r -> System.out.println(r.name() + " " + r.pid()));
            System.out.println("up");
            Thread.currentThread().join();
        }
    }

    @Test
    void everythingDiesWithTheWindow() throws Exception {
        String path = System.getProperty("plantao.classpath", System.getProperty("java.class.path"));
        String tests = Path.of(Window.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI())
                .toString();
        Process window = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        path + File.pathSeparator + tests,
                        Window.class.getName(),
                        Stand.FOLDER.toString(),
                        scratch.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<Long> pids = new ArrayList<>();
        try (var out = new BufferedReader(new InputStreamReader(window.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = out.readLine(); line != null && !line.equals("up"); line = out.readLine()) {
                pids.add(Long.parseLong(line.substring(line.indexOf(' ') + 1)));
            }
            assertThat(pids).hasSize(8).allMatch(GuardianTest::alive);
            List<ProcessHandle> servers = pids.stream()
                    .flatMap(p -> ProcessHandle.of(p).stream())
                    .flatMap(ProcessHandle::descendants)
                    .toList();
            window.destroyForcibly().waitFor();
            Stand.until(
                    "every process ends",
                    () -> pids.stream().noneMatch(GuardianTest::alive)
                            && servers.stream().noneMatch(ProcessHandle::isAlive));
        }
        Stand.until("the scratch tree is gone", () -> {
            try (Stream<Path> left = Files.list(scratch)) {
                return left.findAny().isEmpty();
            }
        });
    }

    @Test
    void aForgottenProcessIsLeftAlone() throws Exception {
        Path folder = Files.createDirectory(scratch.resolve("x"));
        Process watched = new ProcessBuilder("sleep", "300").start();
        Process forgotten = new ProcessBuilder("sleep", "300").start();
        try (Guardian guardian = Guardian.over(folder)) {
            guardian.watch(watched, "KILL");
            guardian.watch(forgotten, "KILL");
            guardian.forget(forgotten.pid());
        }
        assertThat(watched.waitFor()).isEqualTo(137);
        assertThat(forgotten.isAlive()).isTrue();
        forgotten.destroyForcibly();
        assertThat(folder).doesNotExist();
    }

    private static boolean alive(long pid) {
        return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
    }
}
