package plantao.store;

import java.util.List;

/// What came of an [LogRequest].
///
/// @param done false when it could not be done: then the lines say why
/// @param lines one text each; what they are is said by the question
public record LogReply(boolean done, List<String> lines) {
    public LogReply {
        lines = List.copyOf(lines);
    }

    static LogReply of(List<String> lines) {
        return new LogReply(true, lines);
    }

    static LogReply failed(String why) {
        return new LogReply(false, List.of(why));
    }
}
