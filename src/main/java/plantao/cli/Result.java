package plantao.cli;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.json.JsonMapper;

/// What a verb gives to the program or person that called it.
final class Result {
    private Result() {}

    /// Prints a text in UTF-8, whatever the terminal's encoding is.
    static void print(PrintStream out, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.write(bytes, 0, bytes.length);
        out.flush();
    }

    /// Maps, lists and scalars as indented JSON with a line feed at the end.
    static String json(Object value) {
        return JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(value) + "\n";
    }
}
