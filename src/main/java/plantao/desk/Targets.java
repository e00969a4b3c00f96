package plantao.desk;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import plantao.runbook.PlaceSpec;
import plantao.runbook.Runbook;
import plantao.runbook.TargetSpec;
import plantao.runbook.VariableSpec;
import plantao.values.Place;
import plantao.values.Target;
import plantao.values.Variable;

/// The environments a runbook can be bound to on this machine.
public final class Targets {
    private Targets() {}

    /// The environments of `console.yaml` in their order; without any, one called production, for who does not say
    /// what a runbook is for is treated with the most care.
    ///
    /// @param folder the runbook's folder
    /// @param environment this process's environment variables
    public static List<Target> of(Runbook runbook, Path folder, Map<String, String> environment) {
        List<TargetSpec> specs = runbook.settings().targets();
        if (specs.isEmpty()) {
            specs = List.of(
                    new TargetSpec("production", label(runbook.language()), "production", Map.of(), null, List.of()));
        }
        List<Target> targets = new ArrayList<>();
        for (TargetSpec spec : specs) {
            Map<String, Variable> variables = new HashMap<>();
            runbook.variables().forEach(m -> inherit(variables, m.text().replaceAll("[${}]", ""), environment));
            runbook.settings().variables().forEach(v -> put(variables, v, environment));
            spec.variables().forEach(v -> put(variables, v, environment));
            Path work = spec.folder() == null
                    ? folder
                    : folder.resolve(spec.folder()).normalize();
            targets.add(new Target(
                    spec.id(),
                    spec.label(),
                    kind(spec.kind()),
                    spec.substitutions(),
                    Map.copyOf(variables),
                    place(spec, folder, work, LocalSystem.is(runbook)),
                    spec.database() == null ? runbook.settings().steps().database() : spec.database(),
                    spec.prometheus() == null ? runbook.settings().steps().prometheus() : spec.prometheus()));
        }
        return List.copyOf(targets);
    }

    private static Place place(TargetSpec spec, Path folder, Path work, boolean probedHere) {
        PlaceSpec place = spec.place();
        if (place == null || place.kind().equals("here")) {
            boolean declared = place != null || spec.folder() != null || probedHere;
            return new Place("local shell", work, true, Map.of(), null, new Place.Reach.Here(declared));
        }
        String there = place.folder() == null ? "" : place.folder();
        Place.Reach reach = place.kind().equals("ssh")
                ? new Place.Reach.Ssh(place.name(), there)
                : new Place.Reach.Container(place.name(), there);
        String label = place.kind() + " " + place.name() + (there.isEmpty() ? "" : ":" + there);
        return new Place(label, folder, true, Map.of(), null, reach);
    }

    /// A variable the runbook uses and the operator's own environment has.
    private static void inherit(Map<String, Variable> variables, String name, Map<String, String> environment) {
        String value = environment.get(name);
        if (value != null) {
            variables.put(name, Variable.found(name, value, "environment variable " + name));
        }
    }

    private static void put(Map<String, Variable> variables, VariableSpec spec, Map<String, String> environment) {
        String value = spec.value();
        String from = "console.yaml";
        if (value == null && spec.env() != null) {
            value = environment.get(spec.env());
            from = "environment variable " + spec.env();
        }
        if (value == null && spec.command() != null) {
            variables.put(spec.name(), Variable.printed(spec.name(), spec.command(), spec.secret()));
        } else if (value != null) {
            variables.put(spec.name(), new Variable(spec.name(), value, spec.secret(), from));
        }
    }

    private static Target.Kind kind(String kind) {
        return switch (kind.toLowerCase(Locale.ROOT)) {
            case "staging" -> Target.Kind.STAGING;
            case "local" -> Target.Kind.LOCAL;
            default -> Target.Kind.PRODUCTION;
        };
    }

    private static String label(String language) {
        return switch (language) {
            case "pt" -> "Produção";
            case "es" -> "Producción";
            default -> "Production";
        };
    }
}
