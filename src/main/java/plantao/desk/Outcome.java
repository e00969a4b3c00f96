package plantao.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// What an event leads to: the next board and what is to be done outside, in order.
public record Outcome(Board board, List<Effect> effects) {
    public Outcome {
        effects = List.copyOf(effects);
    }

    /// Nothing to do outside.
    public static Outcome of(Board board) {
        return new Outcome(board, List.of());
    }

    /// Goes on from here: the effects of both, in order.
    public Outcome then(Function<Board, Outcome> next) {
        Outcome after = next.apply(board);
        List<Effect> all = new ArrayList<>(effects);
        all.addAll(after.effects);
        return new Outcome(after.board, all);
    }
}
