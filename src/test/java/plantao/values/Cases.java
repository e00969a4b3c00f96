package plantao.values;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import plantao.runbook.Command;
import plantao.runbook.Origin;
import plantao.runbook.Risk;
import plantao.runbook.Runner;

/// What the tests of this room share.
final class Cases {
    private Cases() {}

    static Command shell(String text, String... placeholders) {
        return new Command(
                text, "bash", Runner.SHELL, Risk.SAFE, false, List.of(), List.of(placeholders), new Origin("r.md", 1));
    }

    static Target target(Map<String, String> substitutions, Variable... variables) {
        Map<String, Variable> byName = new java.util.HashMap<>();
        List.of(variables).forEach(v -> byName.put(v.name(), v));
        Place place = new Place("local shell", Path.of("/"), true, Map.of(), null);
        return new Target("prod", "Production", Target.Kind.PRODUCTION, substitutions, byName, place);
    }

    static Target bare() {
        return target(Map.of());
    }

    static Resolved resolve(String text, Map<String, String> given, String... placeholders) {
        return Resolver.resolve(shell(text, placeholders), bare(), given, Map.of());
    }

    /// What bash really prints for a resolved command in a folder of its own.
    static String run(Resolved resolved, Path folder) throws IOException, InterruptedException {
        Path script = Files.writeString(folder.resolve("script"), resolved.script());
        ProcessBuilder builder = new ProcessBuilder("bash", "--noprofile", "--norc", script.toString())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        builder.environment().putAll(resolved.environment());
        builder.environment().put("HOME", folder.toString());
        Process process = builder.start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        Files.delete(script);
        return printed;
    }
}
