package plantao.runbook.read;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import plantao.runbook.Runbook;
import plantao.runbook.text.Decoding;

/// Reads runbooks from files and folders; the only class of the room that touches files.
///
/// A folder with `console.yaml` or `runbook.md`, of files with one alert each, or whose first page lists the
/// others, be
/// they in folders below, is one system; a folder of such folders or of independent runbooks is several; a single
/// Markdown file is one.
public final class RunbookFolder {
    /// Of larger files only the beginning is read, in bytes: as much as the reader takes, however it is encoded.
    static final int LARGEST = 4 * PreparedText.LONGEST;

    private static final int DEEPEST = 6;
    private static final int MOST_FILES = 3000;
    private static final String CONFIG = "console.yaml";
    private static final Set<String> INDEX = Set.of("readme.md", "index.md", "_index.md");
    private static final String MAIN = "runbook.md";

    // Handoffs, incident reports and minutes are named by their day: what happened once is no runbook.
    private static final Pattern RECORD = Pattern.compile("^\\d{4}-\\d{2}-\\d{2}(?!\\d)");

    private RunbookFolder() {}

    /// Everything at `path`, in the order of the names; never empty.
    public static List<LoadedRunbook> load(Path path) {
        return load(path, null);
    }

    /// The same, with the dates in the texts (last review, next review) held against a day.
    ///
    /// @param today that day; null leaves dates alone
    public static List<LoadedRunbook> load(Path path, @Nullable LocalDate today) {
        try {
            if (!Files.exists(path)) {
                return failed(path, "There is no file or folder " + path + ". Check the path.");
            }
            if (!Files.isReadable(path)) {
                return failed(path, "There is no permission to read " + path + ".");
            }
            if (Files.isRegularFile(path)) {
                return List.of(file(path, today));
            }
            if (!Files.isDirectory(path)) {
                return failed(path, path + " is neither a file nor a folder.");
            }
            List<LoadedRunbook> all = folder(path, 0, today);
            return all.isEmpty()
                    ? failed(
                            path,
                            "There is no Markdown file (.md) in " + path + ". Give a runbook or a folder of runbooks.")
                    : all;
        } catch (IOException e) {
            return failed(path, "Reading " + path + " failed: " + e.getMessage());
        }
    }

    private static List<LoadedRunbook> failed(Path path, String reason) {
        return List.of(new LoadedRunbook.Failed(path, reason));
    }

    private static LoadedRunbook file(Path file, @Nullable LocalDate today) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        String name = file.getFileName().toString();
        Map<String, String> texts = new LinkedHashMap<>();
        String problem = read(file, name, texts);
        if (problem != null) {
            return new LoadedRunbook.Failed(file, problem);
        }
        if (folder != null && name.equalsIgnoreCase(MAIN) && Files.isRegularFile(folder.resolve(CONFIG))) {
            read(folder.resolve(CONFIG), CONFIG, texts);
        }
        return new LoadedRunbook.Read(file, RunbookReader.read(file.toString(), texts, today));
    }

    private static List<LoadedRunbook> folder(Path folder, int depth, @Nullable LocalDate today) throws IOException {
        List<Path> files = new ArrayList<>();
        List<Path> folders = new ArrayList<>();
        try (Stream<Path> entries = Files.list(folder)) {
            for (Path p : entries.sorted().toList()) {
                if (p.getFileName().toString().startsWith(".")) {
                    continue;
                }
                if (isMarkdown(p)) {
                    files.add(p);
                } else if (Files.isDirectory(p)
                        && !Files.isSymbolicLink(p)
                        && !p.getFileName().toString().equals("practice")) {
                    folders.add(p);
                }
            }
        }
        boolean main = files.stream().anyMatch(f -> f.getFileName().toString().equalsIgnoreCase(MAIN));
        if (main || Files.isRegularFile(folder.resolve(CONFIG))) {
            return List.of(system(folder, below(folder), today));
        }
        List<Path> all = folders.isEmpty() || files.isEmpty() ? List.of() : below(folder);
        if (listsFolders(folder, files, all)) {
            return List.of(system(folder, all, today));
        }
        List<LoadedRunbook> each = new ArrayList<>();
        for (Path f : files) {
            each.add(file(f, today));
        }
        if (isOneAlertEach(each) || isIndexed(files, each)) {
            each = new ArrayList<>(List.of(system(folder, files, today)));
        }
        for (Path f : depth < DEEPEST ? folders : List.<Path>of()) {
            each.addAll(folder(f, depth + 1, today));
        }
        return each;
    }

    // Most files hold exactly one playbook and none holds several: together they are one system's.
    private static boolean isOneAlertEach(List<LoadedRunbook> files) {
        List<Runbook> read = files.stream()
                .flatMap(l -> l instanceof LoadedRunbook.Read r ? Stream.of(r.runbook()) : Stream.empty())
                .toList();
        long single = read.stream().filter(r -> r.playbooks().size() == 1).count();
        boolean several = read.stream()
                .anyMatch(r -> r.playbooks().size() > 2 || !r.services().isEmpty());
        return read.size() > 1 && !several && single * 5 >= read.size() * 3L;
    }

    // The folder's own page lists the others: together they are one system's.
    private static boolean isIndexed(List<Path> files, List<LoadedRunbook> each) {
        for (int i = 0; i < files.size(); i++) {
            String name = files.get(i).getFileName().toString().toLowerCase(java.util.Locale.ROOT);
            if (INDEX.contains(name) && each.get(i) instanceof LoadedRunbook.Read r) {
                String text = String.join("\n", r.runbook().texts().values());
                long listed = files.stream()
                        .map(f -> f.getFileName().toString())
                        .filter(f -> text.contains("](" + f) || text.contains("](./" + f))
                        .count();
                return listed > 1 && listed * 2 >= files.size() - 1;
            }
        }
        return false;
    }

    // The same where the pages stand in folders below ("alerts/disk-full.md"), none of which is a system itself.
    private static boolean listsFolders(Path folder, List<Path> files, List<Path> all) throws IOException {
        if (all.stream().anyMatch(f -> isSystem(f.getParent()))) {
            return false;
        }
        for (Path f : files) {
            if (INDEX.contains(f.getFileName().toString().toLowerCase(java.util.Locale.ROOT))) {
                Map<String, String> texts = new LinkedHashMap<>();
                read(f, "index", texts);
                String text = texts.getOrDefault("index", "");
                long listed = all.stream()
                        .map(p -> folder.relativize(p).toString().replace('\\', '/'))
                        .filter(p -> text.contains("](" + p) || text.contains("](./" + p))
                        .count();
                return listed > 1 && listed * 2 >= all.size() - 1;
            }
        }
        return false;
    }

    private static boolean isSystem(@Nullable Path folder) {
        return folder != null
                && (Files.isRegularFile(folder.resolve(MAIN)) || Files.isRegularFile(folder.resolve(CONFIG)));
    }

    private static List<Path> below(Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder, DEEPEST)) {
            return walk.filter(RunbookFolder::isMarkdown)
                    .filter(p -> folder.equals(p.getParent())
                            || !RECORD.matcher(p.getFileName().toString()).find())
                    .filter(p -> Stream.iterate(folder.relativize(p), q -> q != null, Path::getParent)
                            .map(Path::getFileName)
                            .noneMatch(n -> n.toString().equals("practice")
                                    || n.toString().startsWith(".")))
                    .sorted()
                    .limit(MOST_FILES)
                    .toList();
        } catch (java.io.UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static LoadedRunbook system(Path folder, List<Path> files, @Nullable LocalDate today) throws IOException {
        Map<String, String> texts = new LinkedHashMap<>();
        List<String> problems = new ArrayList<>();
        for (Path f : files) {
            String problem = read(f, folder.relativize(f).toString().replace('\\', '/'), texts);
            if (problem != null) {
                problems.add(problem);
            }
        }
        if (texts.isEmpty()) {
            String why = problems.isEmpty()
                    ? "There is a " + CONFIG + " but no Markdown file in " + folder + ". Put the runbook beside it as "
                            + MAIN + "."
                    : String.join(" ", problems);
            return new LoadedRunbook.Failed(folder, why);
        }
        Path config = folder.resolve(CONFIG);
        if (Files.isRegularFile(config)) {
            read(config, CONFIG, texts);
        }
        return new LoadedRunbook.Read(folder, RunbookReader.read(folder.toString(), texts, today));
    }

    private static boolean isMarkdown(Path p) {
        String name = p.getFileName().toString().toLowerCase(java.util.Locale.ROOT);
        return (name.endsWith(".md") || name.endsWith(".markdown") || name.endsWith(".mdx")) && Files.isRegularFile(p);
    }

    private static byte[] beginning(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(LARGEST);
            return bytes.length < LARGEST ? bytes : Decoding.wholeLines(bytes);
        }
    }

    // Puts the text into `texts`; else says why not.
    private static @Nullable String read(Path file, String name, Map<String, String> texts) throws IOException {
        if (!Files.isReadable(file)) {
            return "There is no permission to read " + file + ".";
        }
        String text = Decoding.text(beginning(file));
        if (text == null) {
            return file + " is a binary file, no text. Give a Markdown file.";
        }
        if (text.isBlank() && !name.equals(CONFIG)) {
            return file + " is empty.";
        }
        texts.put(name, text);
        return null;
    }
}
