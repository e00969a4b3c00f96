package plantao.ui.settings;

import java.util.function.Consumer;
import java.util.function.Supplier;

/// How the operator is called while the window is behind others.
///
/// @param now what is chosen
/// @param choose changes it at once
/// @param test calls once, as chosen, and answers later, on any thread
public record CallingPanel(Supplier<Choice> now, Consumer<Choice> choose, Consumer<Consumer<Answer>> test) {
    /// @param shown whether by a desktop notification
    /// @param heard whether by a tone
    public record Choice(boolean shown, boolean heard) {
        public static final Choice BOTH = new Choice(true, true);
    }

    /// What came of a test.
    public record Answer(Outcome shown, Outcome heard) {}

    /// What came of one way of calling.
    public enum Outcome {
        DONE,
        /// This computer has nothing for it.
        IMPOSSIBLE,
        /// The operator does not want it.
        OFF
    }

    /// For windows nobody is called by.
    public static final CallingPanel NONE = new CallingPanel(() -> Choice.BOTH, _ -> {}, _ -> {});
}
