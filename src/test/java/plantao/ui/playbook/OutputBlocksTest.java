package plantao.ui.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import plantao.desk.Event;
import plantao.playbook.Output;
import plantao.playbook.StepState;

class OutputBlocksTest {
    @Test
    void stepsStandInTheOrderTheyEndedAndTheRunningOneLast() {
        Bench bench = new Bench().open("não responde");
        bench.happen(new Event.GoToStep(bench.run().id(), 3)).after(1).ran(0, 10, "a");
        bench.happen(new Event.GoToStep(bench.run().id(), 0)).after(1).ran(1, 10, "b");
        assertThat(OutputBlocks.steps(bench.run())).containsExactly(3, 0);
        bench.after(1).happen(new Event.RunStep(bench.run().id(), 3, false));
        assertThat(OutputBlocks.steps(bench.run())).containsExactly(0, 3);
    }

    @Test
    void withoutLinesInThisSessionTheExcerptIsShown() {
        Bench bench = new Bench().open("não responde").ran(0, 10, "x", "y");
        StepState state = bench.run().states().getFirst();
        assertThat(OutputBlocks.ended(state, new Output(), "none", n -> "gone"))
                .extracting(r -> ((OutputRow.Line) r).line().text())
                .containsExactly("x", "y");
    }

    @Test
    void linesThatWereDroppedAreCounted() {
        Output output = new Output();
        Bench bench = new Bench();
        for (int i = 0; i < Output.KEPT + 3; i++) {
            output.add(new Output.Line(bench.now, "line " + i, false));
        }
        List<OutputRow> rows = OutputBlocks.ended(StepState.TODO, output, "none", n -> n + " gone");
        assertThat(rows).hasSize(Output.KEPT + 1).first().isEqualTo(new OutputRow.Remark("3 gone"));
    }
}
