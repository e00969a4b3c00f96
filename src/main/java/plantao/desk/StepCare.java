package plantao.desk;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import plantao.playbook.Danger;
import plantao.playbook.Run;
import plantao.runbook.Risk;
import plantao.runbook.Runner;
import plantao.runbook.Step;
import plantao.values.HostNames;
import plantao.values.Place;
import plantao.values.ResolvedCommand;
import plantao.values.Target;
import plantao.values.Variable;

/// How careful to be with a step. Outside production, a step that changes something and that nothing of its
/// environment has changed, or that still holds a value of production, is treated as one in production: it may
/// well be one.
///
/// @param kind what the step is treated as
/// @param why what it is treated so for, when that is not its environment
/// @param holds the production value it holds, for [Why#HOLDS]
public record StepCare(Target.Kind kind, @Nullable Why why, String holds) {
    /// Why a step outside production is treated as one in production.
    public enum Why {
        /// Nothing of its environment stands in it.
        UNCHANGED,
        HOLDS
    }

    /// Shorter values stand in too many harmless places.
    private static final int TELLING = 4;

    public Danger danger(Risk risk) {
        return Danger.of(risk, kind);
    }

    public static StepCare of(SystemBoard system, Run run, int index) {
        Target own = run.target();
        Step step = run.steps().get(index);
        Target production = system.targets().stream()
                .filter(t -> t.kind() == Target.Kind.PRODUCTION)
                .findFirst()
                .orElse(null);
        boolean elsewhere = own.kind() == Target.Kind.STAGING || own.kind() == Target.Kind.LOCAL;
        if (!elsewhere || production == null || step.risk() == Risk.SAFE) {
            return new StepCare(own.kind(), null, "");
        }
        ResolvedCommand resolved = Resolutions.of(run, index);
        Optional<String> held = held(own, production, resolved);
        if (held.isPresent()) {
            return new StepCare(Target.Kind.PRODUCTION, Why.HOLDS, held.get());
        }
        return changed(own, production, run, step, resolved)
                ? new StepCare(own.kind(), null, "")
                : new StepCare(Target.Kind.PRODUCTION, Why.UNCHANGED, "");
    }

    /// A value of production, or a text of the runbook that something else should stand for here.
    private static Optional<String> held(Target own, Target production, ResolvedCommand resolved) {
        String text = resolved.shown();
        for (Variable variable : production.variables().values()) {
            Variable here = own.variables().get(variable.name());
            boolean same = here != null && here.value().equals(variable.value());
            boolean foreign = variable.value().length() >= TELLING && !same;
            if (foreign
                    && (text.contains(variable.value())
                            || resolved.environment().containsValue(variable.value()))) {
                return Optional.of(variable.secret() ? variable.name() : variable.value());
            }
            boolean used = same
                    && !variable.value().isEmpty()
                    && variable.secret()
                    && resolved.values().stream().anyMatch(v -> v.name().equals(variable.name()));
            if (used) {
                return Optional.of(variable.name());
            }
        }
        for (String theirs : production.substitutions().values()) {
            if (theirs.length() >= TELLING
                    && text.contains(theirs)
                    && !own.substitutions().containsValue(theirs)) {
                return Optional.of(theirs);
            }
        }
        return own.substitutions().entrySet().stream()
                .filter(e -> e.getKey().length() >= TELLING && !e.getValue().contains(e.getKey()))
                .map(java.util.Map.Entry::getKey)
                .filter(text::contains)
                .findFirst();
    }

    private static boolean changed(Target own, Target production, Run run, Step step, ResolvedCommand resolved) {
        Place.Reach reach = own.place().reach();
        if (!reach.equals(production.place().reach()) && !own.place().here()) {
            return true;
        }
        Runner runner = Previews.runner(run, step).runner();
        boolean other = runner == Runner.SQL && !java.util.Objects.equals(own.database(), production.database());
        return other
                || resolved.pieces().stream()
                        .anyMatch(p -> p.kind() != ResolvedCommand.Piece.Kind.PLAIN && differs(p, own, production));
    }

    private static boolean differs(ResolvedCommand.Piece piece, Target own, Target production) {
        String name = piece.name() == null ? "" : piece.name();
        if (own.substitutions().containsKey(name)) {
            return !own.substitutions()
                    .get(name)
                    .equals(production.substitutions().get(name));
        }
        Variable here = own.variables().get(name);
        Variable there = production.variables().get(name);
        return here != null
                && here.owned()
                && !here.value().isEmpty()
                && (there == null || !there.value().equals(here.value()));
    }

    /// Why a step can't run in production from here: it means this computer, and nobody has said that this is the
    /// right one.
    static Optional<String> wrongComputer(Run run, Step step, ResolvedCommand resolved) {
        Target target = run.target();
        boolean undeclared = target.place().reach() instanceof Place.Reach.Here here && !here.declared();
        if (target.kind() != Target.Kind.PRODUCTION || !undeclared) {
            return Optional.empty();
        }
        return switch (Previews.runner(run, step).runner()) {
            case SHELL, HTTP ->
                HostNames.in(resolved.shown())
                        .map(word -> "This step names " + word + ", which is this computer's own, and " + target.label()
                                + " has no place. Say in console.yaml where its commands run (`place: ssh ALIAS`,"
                                + " `place: container NAME`, or `place: here` when it is this computer), or copy the"
                                + " command.");
            case SQL, PROMQL, NONE -> Optional.empty();
        };
    }
}
