package plantao.runbook.read;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import plantao.runbook.Playbook;
import plantao.runbook.Runbook;

/// Runbooks for tests.
final class Texted {
    private Texted() {}

    static Runbook resource(String name) {
        return RunbookReader.read(name, Map.of(name, text(name)));
    }

    static Runbook resource(String name, String yaml) {
        Map<String, String> files = new HashMap<>(Map.of(name, text(name)));
        files.put("console.yaml", yaml);
        return RunbookReader.read(name, files);
    }

    static Runbook of(String markdown) {
        return RunbookReader.read("x.md", Map.of("x.md", markdown));
    }

    static Playbook playbook(Runbook r, String title) {
        return r.playbooks().stream()
                .filter(p -> p.title().equals(title))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No playbook " + title));
    }

    static String text(String name) {
        try (InputStream in = Texted.class.getResourceAsStream("/plantao/runbook/read/" + name)) {
            if (in == null) {
                throw new AssertionError("No resource " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
