package plantao.desk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import plantao.journal.Detail;
import plantao.playbook.CheckRound;
import plantao.playbook.Run;
import plantao.playbook.StepResult;
import plantao.playbook.StepState;
import plantao.runbook.Phase;
import plantao.runbook.Risk;
import plantao.runbook.Step;
import plantao.values.ResolvedCommand;

/// Rounds of checks: all of a diagnosis at one word, and once more after something was done, compared.
public final class CheckRounds {
    private static final int LONGEST = 120;

    private CheckRounds() {}

    /// The checks that one word runs: steps that only read, end by themselves and lack nothing.
    ///
    /// @param again those that were made before, else those of the diagnosis that are still to be made
    public static List<Integer> ready(SystemBoard system, Run run, boolean again) {
        return IntStream.range(0, run.steps().size())
                .filter(i -> again ? made(run, i) : open(run, i))
                .filter(i -> runs(system, run, i))
                .boxed()
                .toList();
    }

    private static boolean made(Run run, int i) {
        Phase phase = run.steps().get(i).phase();
        StepResult result = run.states().get(i).result();
        return (phase == Phase.DIAGNOSIS || phase == Phase.VERIFICATION)
                && result != null
                && !(result instanceof StepResult.NotStarted);
    }

    private static boolean open(Run run, int i) {
        return run.steps().get(i).phase() == Phase.DIAGNOSIS
                && run.states().get(i).status() == StepState.Status.TODO;
    }

    private static boolean runs(SystemBoard system, Run run, int i) {
        Step step = run.steps().get(i);
        return !step.commands().isEmpty()
                && step.risk() == Risk.SAFE
                && !StepHandler.timeout(system, step).isZero()
                && Approvals.allow(system.trust(), step.commands())
                && Resolutions.of(run, i).ready();
    }

    static Outcome start(Board board, Event.RunChecks e, EventContext stamp) {
        ActiveRun walked = ActiveRun.of(board, e.run()).filter(ActiveRun::idle).orElse(null);
        if (walked == null || board.readOnly()) {
            return Outcome.of(board);
        }
        Run run = walked.run();
        List<Integer> checks = ready(walked.system(), run, e.again());
        Map<Integer, StepState> before = new HashMap<>();
        if (e.again()) {
            checks.forEach(i -> before.put(i, run.states().get(i)));
        }
        CheckRound round = new CheckRound(checks, before, e.again() ? run.current() : null);
        return checks.isEmpty()
                ? Outcome.of(board)
                : go(ActiveRun.change(board, run.id(), r -> r.withRound(round)).board(), run.id(), stamp);
    }

    /// A step has ended: the next of its round begins, or the round is over.
    static Outcome next(Board board, Event.StepEnded e, EventContext stamp) {
        return go(board, e.run(), stamp);
    }

    private static Outcome go(Board board, java.util.UUID id, EventContext stamp) {
        ActiveRun walked = ActiveRun.of(board, id).orElse(null);
        CheckRound round = walked == null ? null : walked.run().round();
        if (walked == null || round == null) {
            return Outcome.of(board);
        }
        SystemBoard system = walked.system();
        Run run = walked.run();
        if (round.waiting().isEmpty()) {
            return over(board, system, run, round, stamp);
        }
        int step = round.waiting().getFirst();
        Board rest = ActiveRun.change(board, id, r -> r.withRound(round.rest()).at(step))
                .board();
        ResolvedCommand resolved = Resolutions.of(run, step);
        return board.readOnly() || !resolved.ready()
                ? go(rest, id, stamp)
                : StepHandler.start(rest, system, run, step, resolved, false, stamp);
    }

    private static Outcome over(Board board, SystemBoard system, Run run, CheckRound round, EventContext stamp) {
        Integer back = round.back();
        Outcome ended = ActiveRun.change(
                board,
                run.id(),
                r -> back == null ? r.withRound(null) : r.withRound(null).at(back));
        if (!round.again()) {
            return ended;
        }
        List<String> checks = new ArrayList<>();
        List<String> before = new ArrayList<>();
        List<String> now = new ArrayList<>();
        round.before().keySet().stream().sorted().forEach(i -> {
            checks.add(run.steps().get(i).title());
            StepState then = round.before().getOrDefault(i, StepState.TODO);
            int line = differing(lines(then), lines(run.states().get(i)));
            before.add(told(then, line));
            now.add(told(run.states().get(i), line));
        });
        Detail detail = new Detail.Rechecked(run.id(), lastDone(run), checks, before, now);
        return ended.then(
                b -> LogHandler.record(b, stamp, system.name(), run.id().toString(), detail));
    }

    /// The step that was last done beyond looking; empty when none was.
    private static String lastDone(Run run) {
        return IntStream.range(0, run.steps().size())
                .filter(i -> run.steps().get(i).phase() != Phase.DIAGNOSIS
                        && run.steps().get(i).phase() != Phase.VERIFICATION
                        && run.states().get(i).status() == StepState.Status.DONE)
                .boxed()
                .max(java.util.Comparator.comparing(i -> {
                    var at = run.states().get(i).at();
                    return at == null ? run.started() : at;
                }))
                .map(i -> run.steps().get(i).title())
                .orElse("");
    }

    /// How a check ended, in a line: its status and the line it printed there, else its last.
    private static String told(StepState state, int line) {
        String status = switch (state.result()) {
            case StepResult.Exited(int exit, var _, int _) -> "exit " + exit;
            case StepResult.TimedOut _ -> "timed out";
            case StepResult.Cancelled _ -> "cancelled";
            case StepResult.NotStarted _ -> "not started";
            case null -> "";
        };
        List<String> lines = lines(state);
        String said = lines.isEmpty() ? "" : lines.get(Math.min(line, lines.size() - 1));
        String cut = said.length() > LONGEST ? said.substring(0, LONGEST) + "…" : said;
        return cut.isEmpty() ? status : status + " · " + cut;
    }

    /// The first line in which two outputs differ: what has changed is what matters.
    private static int differing(List<String> a, List<String> b) {
        int i = 0;
        while (i < a.size() && i < b.size() && a.get(i).equals(b.get(i))) {
            i++;
        }
        return i;
    }

    /// What it printed, without empty lines and the console's own remarks.
    private static List<String> lines(StepState state) {
        return state.excerpt() == null
                ? List.of()
                : state.excerpt()
                        .lines()
                        .map(String::strip)
                        .filter(l -> !l.isEmpty() && !l.startsWith("— "))
                        .toList();
    }
}
