package plantao.store;

import java.util.List;

/// What came of an [Ask].
///
/// @param done false when it could not be done: then the lines say why
/// @param lines one text each; what they are is said by the question
public record Answer(boolean done, List<String> lines) {
    public Answer {
        lines = List.copyOf(lines);
    }

    static Answer of(List<String> lines) {
        return new Answer(true, lines);
    }

    static Answer failed(String why) {
        return new Answer(false, List.of(why));
    }
}
