package plantao.desk;

import java.util.List;
import plantao.journal.Detail;
import plantao.runbook.Step;
import plantao.runbook.StepSettings;
import plantao.values.Variable;

/// Values that a run gets while it is walked.
final class ValueHandler {
    private ValueHandler() {}

    /// The operator has filled one in. A secret is not written down, and is taken out of everything from now on.
    static Outcome given(Board board, Event.GiveValue e, EventContext stamp) {
        ActiveRun walked = ActiveRun.of(board, e.run()).orElse(null);
        if (walked == null) {
            return Outcome.of(board);
        }
        Variable known = walked.run().target().variables().get(e.name());
        boolean secret = known != null && known.secret()
                || Variable.found(e.name(), e.value(), "").secret();
        Detail detail = new Detail.ValueGiven(e.run(), e.name(), secret ? "" : e.value());
        return ActiveRun.change(board, e.run(), r -> r.given(e.name(), e.value()))
                .then(b -> hidden(b, secret, e.value()))
                .then(b -> LogHandler.record(
                        b, stamp, walked.system().name(), e.run().toString(), detail));
    }

    /// One was found in a step's output. What a step printed that prints secrets is a secret.
    static Outcome captured(Board board, Event.Captured e, EventContext stamp) {
        ActiveRun walked =
                ActiveRun.of(board, e.run()).filter(w -> w.has(e.step())).orElse(null);
        if (walked == null) {
            return Outcome.of(board);
        }
        boolean printsSecrets =
                !Previews.kept(walked.system(), walked.run().steps().get(e.step()));
        Variable learned = Variable.learned(e.name(), e.value(), printsSecrets, "#" + (e.step() + 1));
        Detail detail = new Detail.ValueGiven(e.run(), e.name(), learned.secret() ? "" : e.value());
        return ActiveRun.change(
                        board,
                        e.run(),
                        r -> r.given(e.name(), "").withTarget(r.target().with(learned)))
                .then(b -> hidden(b, learned.secret(), e.value()))
                .then(b -> LogHandler.record(
                        b, stamp, walked.system().name(), e.run().toString(), detail));
    }

    private static Outcome hidden(Board board, boolean secret, String value) {
        return secret && !value.isBlank()
                ? new Outcome(board, List.of(new Effect.KeepSecret(value)))
                : Outcome.of(board);
    }

    /// What `console.yaml` wants to be found in the output of a step.
    static List<StepSettings.Capture> captures(SystemBoard system, Step step) {
        return system.runbook().settings().steps().captures().stream()
                .filter(c -> step.commands().stream()
                        .anyMatch(command -> command.text().contains(c.from())))
                .toList();
    }
}
