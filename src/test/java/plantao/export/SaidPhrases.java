package plantao.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/// The sentences that the window has in Portuguese, as they stand in their file.
public final class SaidPhrases {
    private static final Path FILE = Path.of("src/main/resources/plantao/export/said_pt_BR.txt");

    private SaidPhrases() {}

    /// English, with holes such as `{1}`, to Portuguese.
    public static Map<String, String> all() {
        Map<String, String> all = new TreeMap<>();
        try {
            Files.readAllLines(FILE).stream()
                    .filter(line -> line.contains(" => "))
                    .map(line -> line.split(" => ", 2))
                    .forEach(sides -> all.put(sides[0], sides[1]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }
}
