package plantao.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import plantao.playbook.Run;
import plantao.runbook.Command;
import plantao.runbook.Step;
import plantao.runbook.command.TypedStep;

/// What is different between the steps of a run and those that the runbook has by now.
public final class StepChanges {
    /// More lines are not compared.
    private static final int MOST = 2000;

    /// What became of a line.
    public enum Kind {
        SAME,
        GONE,
        NEW
    }

    /// A step's title (behind its number) or a line of its commands.
    public record Line(Kind kind, String text) {}

    private StepChanges() {}

    /// The lines of both in order; empty when there is no difference, or the runbook has no such title any more.
    public static List<Line> since(SystemBoard system, Run run) {
        List<String> then = lines(run.steps());
        List<String> now = lines(present(system, run));
        if (now.isEmpty() || then.equals(now) || then.size() > MOST || now.size() > MOST) {
            return List.of();
        }
        int[][] common = new int[then.size() + 1][now.size() + 1];
        for (int i = then.size() - 1; i >= 0; i--) {
            for (int j = now.size() - 1; j >= 0; j--) {
                common[i][j] = then.get(i).equals(now.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        List<Line> lines = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < then.size() || j < now.size()) {
            if (i < then.size() && j < now.size() && then.get(i).equals(now.get(j))) {
                lines.add(new Line(Kind.SAME, then.get(i++)));
                j++;
            } else if (j == now.size() || i < then.size() && common[i + 1][j] >= common[i][j + 1]) {
                lines.add(new Line(Kind.GONE, then.get(i++)));
            } else {
                lines.add(new Line(Kind.NEW, now.get(j++)));
            }
        }
        return List.copyOf(lines);
    }

    private static List<Step> present(SystemBoard system, Run run) {
        return RunFactory.steps(system, run.title(), run.origin().line());
    }

    private static List<String> lines(List<Step> steps) {
        return steps.stream()
                .filter(s -> !TypedStep.is(s))
                .flatMap(s -> Stream.concat(
                        s.commands().stream().anyMatch(c -> c.text().startsWith(s.title()))
                                ? Stream.of()
                                : Stream.of(s.title()),
                        s.commands().stream().flatMap(StepChanges::lines)))
                .toList();
    }

    private static Stream<String> lines(Command command) {
        return Stream.concat(command.text().lines(), command.inputs().stream()).map(l -> "    " + l);
    }
}
