package plantao.runbook.read;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Watches folders and files of runbooks and tells when one may have changed: by the system's own notices where it
/// gives them, and by looking at names, sizes and times where it does not (network drives, a folder put in
/// another's place).
public final class RunbookFolderWatch implements AutoCloseable {
    private static final int DEEPEST = 7;
    private static final int MOST = 10_000;
    /// A save is a burst: it is over after this long without a notice, in milliseconds.
    private static final long QUIET = 120;
    /// A burst that does not end is looked at all the same after this long, in milliseconds.
    private static final long LONGEST = 600;
    /// How often to look without a notice, in milliseconds.
    private static final long IDLE = 800;

    private final Map<Path, String> seen = new LinkedHashMap<>();
    private final Consumer<Path> changed;
    private @Nullable Thread thread;

    /// @param changed is given what was watched, on the watch's own thread; must return at once
    public RunbookFolderWatch(Consumer<Path> changed) {
        this.changed = changed;
    }

    /// Begins to watch; changes from now on are told. Watching the same twice is watching it once.
    ///
    /// @param root a folder with all in it, or a file with its settings beside it
    public synchronized void watch(Path root) {
        if (seen.putIfAbsent(root, state(files(root))) == null && thread == null) {
            thread = Thread.ofPlatform().name("runbook-watch").daemon().start(this::work);
        }
    }

    private void work() {
        try (WatchService service = FileSystems.getDefault().newWatchService()) {
            while (true) {
                for (Path root : roots()) {
                    register(root, service);
                }
                Set<Path> noticed = waited(service);
                roots().forEach(root -> look(root, noticed));
            }
        } catch (IOException e) {
            poll(); // no notices to be had from this system
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void poll() {
        try {
            while (true) {
                TimeUnit.MILLISECONDS.sleep(IDLE);
                roots().forEach(root -> look(root, Set.of()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized List<Path> roots() {
        return List.copyOf(seen.keySet());
    }

    /// @return the folders in which a file that counts was noticed to change
    private static Set<Path> waited(WatchService service) throws InterruptedException {
        Set<Path> noticed = new HashSet<>();
        WatchKey key = service.poll(IDLE, TimeUnit.MILLISECONDS);
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(LONGEST);
        while (key != null) {
            for (WatchEvent<?> event : key.pollEvents()) {
                if (!(event.context() instanceof Path name) || isRead(name)) {
                    noticed.add((Path) key.watchable());
                }
            }
            key.reset();
            key = System.nanoTime() < end ? service.poll(QUIET, TimeUnit.MILLISECONDS) : null;
        }
        return noticed;
    }

    /// Two saves within one tick of the file system's clock look the same: a notice counts by itself.
    private void look(Path root, Set<Path> noticed) {
        List<Path> files = files(root);
        String now = state(files);
        boolean other;
        synchronized (this) {
            other = !now.equals(seen.put(root, now));
        }
        Path parent = root.toAbsolutePath().getParent();
        boolean file = Files.isRegularFile(root);
        if (other || noticed.stream().anyMatch(f -> file ? f.equals(parent) : files.contains(f))) {
            changed.accept(root);
        }
    }

    private static void register(Path root, WatchService service) {
        List<Path> folders = new ArrayList<>();
        for (Path file : files(root)) {
            if (Files.isDirectory(file)) {
                folders.add(file);
            }
        }
        Path parent = root.toAbsolutePath().getParent();
        if (folders.isEmpty() && parent != null) {
            folders.add(parent);
        }
        for (Path folder : folders) {
            try {
                folder.register(
                        service,
                        StandardWatchEventKinds.ENTRY_CREATE,
                        StandardWatchEventKinds.ENTRY_MODIFY,
                        StandardWatchEventKinds.ENTRY_DELETE);
            } catch (IOException e) {
                return; // gone meanwhile, or more folders than the system gives notices for: looking must do
            }
        }
    }

    /// The folders and the files that count, in order.
    private static List<Path> files(Path root) {
        if (Files.isRegularFile(root)) {
            Path config = root.resolveSibling("console.yaml");
            return Files.isRegularFile(config) ? List.of(root, config) : List.of(root);
        }
        List<Path> found = new ArrayList<>();
        try {
            Path real = root.toRealPath();
            Files.walkFileTree(real, Set.of(), DEEPEST, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes is) {
                    boolean hidden = !folder.equals(real)
                            && folder.getFileName().toString().startsWith(".");
                    return hidden ? FileVisitResult.SKIP_SUBTREE : visitFile(folder, is);
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes is) {
                    if (is.isDirectory() || isRead(file)) {
                        found.add(file);
                    }
                    return found.size() < MOST ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException why) {
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            return List.of(); // gone, or not readable just now
        }
        found.sort(null);
        return found;
    }

    private static boolean isRead(Path path) {
        String name = path.getFileName().toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".md")
                || name.endsWith(".markdown")
                || name.endsWith(".mdx")
                || name.equals("console.yaml");
    }

    private static String state(List<Path> files) {
        StringBuilder state = new StringBuilder();
        for (Path file : files) {
            state.append(file).append('|');
            try {
                BasicFileAttributes is = Files.readAttributes(file, BasicFileAttributes.class);
                if (is.isRegularFile()) {
                    state.append(is.size())
                            .append('|')
                            .append(is.lastModifiedTime())
                            .append('|')
                            .append(is.fileKey());
                }
            } catch (IOException e) {
                state.append("gone");
            }
            state.append('\n');
        }
        return state.toString();
    }

    @Override
    public synchronized void close() {
        if (thread != null) {
            thread.interrupt();
        }
    }
}
