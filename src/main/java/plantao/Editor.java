package plantao;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import plantao.desk.Board;
import plantao.desk.Effect;
import plantao.desk.Event;

/// Opens a file at a line in the operator's own editor: `$VISUAL`, else `$EDITOR`, else what the desktop opens such
/// files with (`xdg-open`). An editor of the terminal is given one.
final class Editor {
    /// They take `+LINE FILE`.
    private static final Set<String> PLUS = Set.of(
            "vi",
            "vim",
            "nvim",
            "gvim",
            "view",
            "nano",
            "pico",
            "emacs",
            "emacsclient",
            "micro",
            "joe",
            "mcedit",
            "ne",
            "gedit",
            "gnome-text-editor",
            "pluma",
            "xed",
            "jed",
            "kak",
            "mg");
    /// They take `FILE:LINE`.
    private static final Set<String> COLON = Set.of("subl", "sublime_text", "hx", "helix", "zed", "zeditor", "lapce");
    /// They take `--goto FILE:LINE`.
    private static final Set<String> GOTO = Set.of("code", "codium", "code-insiders", "cursor", "windsurf");
    /// They take `--line LINE FILE`.
    private static final Set<String> LINE = Set.of("kate", "kwrite", "idea", "pycharm", "webstorm", "goland");

    private static final Set<String> TERMINAL = Set.of(
            "vi", "vim", "nvim", "view", "nano", "pico", "micro", "joe", "mcedit", "ne", "jed", "kak", "mg", "hx",
            "helix");

    private final Map<String, String> environment;

    Editor(Map<String, String> environment) {
        this.environment = environment;
    }

    /// Opens a line of a runbook.
    ///
    /// @param desk is told when that is not possible
    static void open(Effect.Edit edit, Map<String, String> environment, Consumer<Event> desk) {
        Path source = Path.of(edit.source());
        Path file = Files.isDirectory(source) ? source.resolve(edit.file()) : source;
        String problem = new Editor(environment).open(file.toAbsolutePath(), edit.line());
        if (problem != null) {
            desk.accept(new Event.NoticeRaised(Board.Notice.Level.WARNING, problem));
        }
    }

    /// Starts the editor and leaves it alone.
    ///
    /// @param line from 1; 0 for none
    /// @return what went wrong, or null
    @Nullable
    String open(Path file, int line) {
        List<String> order = order(file, line).orElse(null);
        if (order == null) {
            return "No editor was found to open " + file + ". Set VISUAL or EDITOR, or install xdg-utils.";
        }
        String problem = start(order, "editor");
        return problem.isEmpty() ? null : problem;
    }

    /// Opens an address in the desktop's own program for it.
    ///
    /// @param desk is told when that is not possible
    static void open(Effect.OpenAddress address, Map<String, String> environment, Consumer<Event> desk) {
        String problem = new Editor(environment)
                .found("xdg-open")
                .map(open -> start(List.of(open, address.uri()), "program"))
                .orElse("Nothing was found to open " + (address.uri().startsWith("/") ? address.uri() : "the mail")
                        + " with. Install xdg-utils, or copy it and open it yourself.");
        if (!problem.isEmpty()) {
            desk.accept(new Event.NoticeRaised(Board.Notice.Level.WARNING, problem));
        }
    }

    /// @return what went wrong, or nothing
    private static String start(List<String> order, String what) {
        ProcessBuilder builder = new ProcessBuilder(order);
        builder.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        try {
            builder.start();
            return "";
        } catch (IOException e) {
            return "The " + what + " " + order.getFirst() + " could not be started: " + e.getMessage() + ".";
        }
    }

    /// The command to start; empty when there is nothing that could open it.
    Optional<List<String>> order(Path file, int line) {
        for (String name : List.of("VISUAL", "EDITOR")) {
            String wish = environment.getOrDefault(name, "").strip();
            if (!wish.isEmpty()) {
                Optional<List<String>> order = wished(List.of(wish.split("\\s+")), file, line);
                if (order.isPresent()) {
                    return order;
                }
            }
        }
        return found("xdg-open").map(open -> List.of(open, file.toString()));
    }

    private Optional<List<String>> wished(List<String> wish, Path file, int line) {
        String program = found(wish.getFirst()).orElse(null);
        if (program == null) {
            return Optional.empty();
        }
        String name = Path.of(wish.getFirst()).getFileName().toString();
        List<String> order = new ArrayList<>();
        order.add(program);
        order.addAll(wish.subList(1, wish.size()));
        order.addAll(at(name, file.toString(), line));
        if (!TERMINAL.contains(name) && !wish.contains("-nw") && !wish.contains("-t")) {
            return Optional.of(order);
        }
        return terminal().map(terminal -> {
            List<String> inside = new ArrayList<>(terminal);
            inside.addAll(order);
            return inside;
        });
    }

    private static List<String> at(String editor, String file, int line) {
        if (line < 1) {
            return List.of(file);
        }
        return PLUS.contains(editor)
                ? List.of("+" + line, file)
                : COLON.contains(editor)
                        ? List.of(file + ":" + line)
                        : GOTO.contains(editor)
                                ? List.of("--goto", file + ":" + line)
                                : LINE.contains(editor) ? List.of("--line", String.valueOf(line), file) : List.of(file);
    }

    private Optional<List<String>> terminal() {
        for (String name : List.of("x-terminal-emulator", "konsole", "xfce4-terminal", "alacritty", "xterm")) {
            Optional<String> program = found(name);
            if (program.isPresent()) {
                return Optional.of(List.of(program.get(), "-e"));
            }
        }
        for (String name : List.of("gnome-terminal", "ptyxis")) {
            Optional<String> program = found(name);
            if (program.isPresent()) {
                return Optional.of(List.of(program.get(), "--"));
            }
        }
        return found("kitty").map(List::of);
    }

    /// The program's path: itself when it is absolute, else the first of `PATH`.
    private Optional<String> found(String program) {
        if (program.contains("/")) {
            return program.startsWith("/") && Files.isExecutable(Path.of(program))
                    ? Optional.of(program)
                    : Optional.empty();
        }
        for (String folder : environment.getOrDefault("PATH", "").split(":")) {
            if (folder.startsWith("/") && Files.isExecutable(Path.of(folder, program))) {
                return Optional.of(Path.of(folder, program).toString());
            }
        }
        return Optional.empty();
    }
}
