package plantao;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// A bundled runbook copied elsewhere with every name in it changed.
final class Copied {
    private Copied() {}

    /// Copies a folder; every text in its files and in their names is replaced as `renames` says, in its order.
    static void folder(Path from, Path to, Map<String, String> renames) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(from)) {
            files = all.filter(Files::isRegularFile).toList();
        }
        for (Path file : files) {
            String name = renamed(from.relativize(file).toString(), renames);
            Path target = to.resolve(name);
            Files.createDirectories(target.getParent());
            Files.writeString(target, renamed(Files.readString(file, StandardCharsets.UTF_8), renames));
        }
    }

    private static String renamed(String text, Map<String, String> renames) {
        String result = text;
        for (Map.Entry<String, String> rename : renames.entrySet()) {
            result = result.replace(rename.getKey(), rename.getValue());
        }
        return result;
    }
}
