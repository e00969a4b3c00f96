package plantao.values;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
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
        Map<String, Variable> byName = new HashMap<>();
        List.of(variables).forEach(v -> byName.put(v.name(), v));
        Place place = new Place("local shell", Path.of("/"), true, Map.of(), null);
        return new Target("prod", "Production", Target.Kind.PRODUCTION, substitutions, byName, place);
    }

    static Target bare() {
        return target(Map.of());
    }

    static ResolvedCommand resolve(String text, Map<String, String> given, String... placeholders) {
        return Resolver.resolve(shell(text, placeholders), bare(), given, Map.of());
    }

    /// The steps of one run, one after the other in one shell: all their scripts as one, or the first refusal.
    static ResolvedCommand resolve(List<String> steps, Map<String, String> given, String... placeholders) {
        List<Resolver.Before> before = new ArrayList<>();
        StringBuilder script = new StringBuilder();
        Map<String, String> environment = new HashMap<>();
        ResolvedCommand resolved = resolve("true", given);
        for (String step : steps) {
            List<Command> commands = List.of(shell(step, placeholders));
            resolved = Resolver.resolve(commands, bare(), given, Map.of(), before);
            if (resolved.refusal() != null) {
                return resolved;
            }
            script.append(resolved.script()).append('\n');
            environment.putAll(resolved.environment());
            before.add(new Resolver.Before(commands, given));
        }
        return new ResolvedCommand(
                script.toString(), environment, resolved.pieces(), resolved.values(), resolved.missing(), null);
    }

    /// What came of a script.
    ///
    /// @param printed by it
    /// @param files that it left, deleted since
    record Ran(String printed, String files) {}

    /// What bash really prints for a resolved command in a folder of its own.
    static String run(ResolvedCommand resolved, Path folder) throws IOException, InterruptedException {
        return run(List.of(resolved), "", folder).getFirst().printed();
    }

    /// Runs scripts one after the other, none of which knows of the others, in one bash.
    ///
    /// @param before what that bash reads first
    /// @param folder where they run; scripts and values lie beside it
    static List<Ran> run(List<ResolvedCommand> all, String before, Path folder)
            throws IOException, InterruptedException {
        Path beside = Files.createTempDirectory("scripts");
        StringBuilder lines = new StringBuilder(before);
        for (int i = 0; i < all.size(); i++) {
            StringBuilder set = new StringBuilder();
            all.get(i)
                    .environment()
                    .forEach((name, given) ->
                            set.append("export %s='%s'\n".formatted(name, given.replace("'", "'\\''"))));
            Path values = Files.writeString(beside.resolve("values" + i), set);
            Path script =
                    Files.writeString(beside.resolve("script" + i), all.get(i).script());
            lines.append(
                    "( . %s; . %s ) </dev/null 2>&1; printf '\\0'; shopt -s nullglob; left=(* ../hit*); printf '%%s\\0' \"${left[*]}\"; [ -z \"${left[*]}\" ] || rm -rf -- \"${left[@]}\"\n"
                            .formatted(values, script));
        }
        ProcessBuilder builder = new ProcessBuilder(
                        "bash",
                        "--noprofile",
                        "--norc",
                        Files.writeString(beside.resolve("all"), lines).toString())
                .directory(folder.toFile())
                .redirectInput(Path.of("/dev/null").toFile());
        builder.environment().put("HOME", folder.toString());
        Process process = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
        List<String> parts =
                List.of(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).split("\0", -1));
        process.waitFor();
        List<Ran> ran = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            ran.add(new Ran(parts.get(2 * i), parts.get(2 * i + 1)));
        }
        try (var files = Files.list(beside)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(beside);
        return ran;
    }
}
