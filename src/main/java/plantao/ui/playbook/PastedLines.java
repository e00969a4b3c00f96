package plantao.ui.playbook;

import java.util.stream.Collectors;

/// Lines that were pasted where one command is typed.
final class PastedLines {
    private PastedLines() {}

    /// Commands on lines of their own, on one; a line that goes on behind `\` is one with the next.
    static String inOne(String lines) {
        return lines.replaceAll("\\s*\\\\\\R\\s*", " ")
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .collect(Collectors.joining("; "));
    }
}
