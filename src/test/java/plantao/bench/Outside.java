package plantao.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// How everything outside practice stood before commands were run in it: the runbook's folder, the project's, the
/// home folder.
public final class Outside {
    private final Path runbook;
    private final Path project = Path.of("").toAbsolutePath();
    private final Path home = Path.of(System.getProperty("user.home"));
    private final Map<Path, String> ofRunbook;
    private final Map<Path, String> ofProject;
    private final Map<Path, String> ofHome;

    /// As it is now.
    ///
    /// @param runbook the folder of the runbook that is practised on
    public Outside(Path runbook) throws IOException {
        this.runbook = runbook;
        ofRunbook = files(runbook);
        ofProject = files(project);
        ofHome = entries(home);
    }

    /// What is different now; empty when nothing is.
    ///
    /// @param written the names of files that commands wrote in practice, which must be nowhere else
    public List<String> changed(Set<String> written) throws IOException {
        List<String> all = new ArrayList<>();
        difference("the runbook's own folder", ofRunbook, files(runbook), all);
        difference("the folder the program runs in", ofProject, files(project), all);
        difference("the home folder", ofHome, entries(home), all);
        for (Path place : List.of(Path.of("/tmp"), Path.of(System.getProperty("java.io.tmpdir")), Path.of("/"))) {
            Set<String> names = entries(place).keySet().stream()
                    .map(f -> String.valueOf(f.getFileName()))
                    .collect(Collectors.toCollection(TreeSet::new));
            names.retainAll(written);
            names.forEach(n -> all.add(place + " has " + n));
        }
        List<ProcessHandle> left = ProcessHandle.current()
                .descendants()
                .filter(ProcessHandle::isAlive)
                .toList();
        left.forEach(p -> all.add("a process was left behind: " + p.info()));
        return all;
    }

    private static void difference(String where, Map<Path, String> before, Map<Path, String> now, List<String> all) {
        if (!before.equals(now)) {
            Set<Map.Entry<Path, String>> changed = new java.util.HashSet<>(now.entrySet());
            changed.removeAll(before.entrySet());
            Set<Path> gone = new TreeSet<>(before.keySet());
            gone.removeAll(now.keySet());
            all.add(where + " changed: " + changed + ", gone: " + gone);
        }
    }

    /// Every file below with its size and time; folders that builds and version control write are left out.
    public static Map<Path, String> files(Path root) throws IOException {
        Map<Path, String> all = new HashMap<>();
        try (Stream<Path> walk = Files.walk(root)) {
            for (Path file : walk.filter(Files::isRegularFile)
                    .filter(f ->
                            !f.toString().contains("/.git") && !f.toString().contains("/target/"))
                    .toList()) {
                all.put(file, Files.size(file) + " " + Files.getLastModifiedTime(file));
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return all;
    }

    /// What lies directly in a folder, with the files' sizes.
    private static Map<Path, String> entries(Path folder) throws IOException {
        Map<Path, String> all = new HashMap<>();
        try (Stream<Path> list = Files.list(folder)) {
            for (Path entry : list.toList()) {
                all.put(entry, Files.isRegularFile(entry) ? Long.toString(Files.size(entry)) : "folder");
            }
        }
        return all;
    }
}
