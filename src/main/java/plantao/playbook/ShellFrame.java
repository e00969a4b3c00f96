package plantao.playbook;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// How variables and a script are written for the shell to read: each text ends with NUL, in UTF-8 whatever the
/// console's own locale. What bash would not take as a variable, or sets itself, is left out.
final class ShellFrame {
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    /// bash sets these itself and lets nobody write them, or would run what they name.
    private static final Set<String> NOT_GIVEN =
            Set.of("UID", "EUID", "PPID", "BASHOPTS", "SHELLOPTS", "BASH_VERSINFO", "BASH_ENV", "ENV", "HISTFILE");

    private ShellFrame() {}

    /// `NAME NUL VALUE NUL …`
    static byte[] variables(Map<String, String> variables) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        put(bytes, variables);
        return bytes.toByteArray();
    }

    /// `NAME NUL VALUE NUL … NUL SCRIPT NUL`
    static byte[] step(Map<String, String> variables, String script) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        put(bytes, variables);
        put(bytes, "");
        put(bytes, script.replace("\0", ""));
        return bytes.toByteArray();
    }

    private static void put(ByteArrayOutputStream bytes, Map<String, String> variables) {
        variables.forEach((name, value) -> {
            if (NAME.matcher(name).matches() && !NOT_GIVEN.contains(name) && value.indexOf(0) < 0) {
                put(bytes, name);
                put(bytes, value);
            }
        });
    }

    private static void put(ByteArrayOutputStream bytes, String text) {
        bytes.writeBytes(text.getBytes(StandardCharsets.UTF_8));
        bytes.write(0);
    }
}
