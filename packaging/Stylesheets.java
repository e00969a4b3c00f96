import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.css.Stylesheet;

/// Writes the binary form of every stylesheet below a folder to the same place below another one. JavaFX takes it
/// where
/// it lies beside the `.css`, and need not parse that at each start. Run by `packaging/plantao` when it builds.
final class Stylesheets {
    public static void main(String[] arguments) throws IOException {
        Path from = Path.of(arguments[0]);
        Path to = Path.of(arguments[1]);
        List<Path> sheets;
        try (Stream<Path> all = Files.walk(from)) {
            sheets = all.filter(file -> file.toString().endsWith(".css")).toList();
        }
        for (Path sheet : sheets) {
            Path binary = to.resolve(from.relativize(sheet).toString().replaceFirst("css$", "bss"));
            Files.createDirectories(binary.getParent());
            Stylesheet.convertToBinary(sheet.toFile(), binary.toFile());
        }
    }
}
