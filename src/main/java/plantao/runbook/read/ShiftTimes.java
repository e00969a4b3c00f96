package plantao.runbook.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import plantao.runbook.text.Role;
import plantao.runbook.text.Vocabulary;
import plantao.runbook.text.Words;

/// When in a shift a checklist is due by its title: "Closing of the shift", "Ao assumir o plantão", "Pre-shift
/// checks",
/// or a bare "Start" below the heading of the shift.
final class ShiftTimes {
    private static final int LONGEST = 60;
    private static final int LONGEST_BARE = 2;
    private static final int LONGEST_ROUTINE = 3;
    private static final String NOUN = "shiftNoun";

    // In the order in which they count: "before the end of the shift" is its end.
    private static final List<Map.Entry<String, String>> TIMES = List.of(
            Map.entry("shiftBegins", "shift-start"),
            Map.entry("shiftEnds", "shift-end"),
            Map.entry("shiftBefore", "shift-start"),
            Map.entry("shiftAfter", "shift-end"),
            Map.entry("shiftDuring", "shift"));

    private final Vocabulary vocabulary;

    ShiftTimes(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /// `shift-start`, `shift`, `shift-end`, or null.
    ///
    /// @param title the checklist's own
    /// @param below the topic that it stands in
    @Nullable
    String of(String title, Topic below) {
        List<String> words = words(title);
        if (title.length() > LONGEST || words.isEmpty()) {
            return null;
        }
        String beside = beside(words);
        if (beside != null) {
            return beside;
        }
        if (words.stream().anyMatch(w -> is(NOUN, w))) {
            boolean routine = words.size() <= LONGEST_ROUTINE
                    && words.stream().allMatch(w -> is(NOUN, w) || is("shiftRoutine", w));
            return routine ? "shift" : null;
        }
        return words.size() <= LONGEST_BARE && isShift(below) ? time(words.getFirst()) : null;
    }

    // What stands right beside the word for the shift.
    private @Nullable String beside(List<String> words) {
        for (Map.Entry<String, String> time : TIMES) {
            for (int i = 0; i + 1 < words.size(); i++) {
                boolean before = is(time.getKey(), words.get(i)) && is(NOUN, words.get(i + 1));
                boolean after = is(NOUN, words.get(i)) && is(time.getKey(), words.get(i + 1));
                if (before || after) {
                    return time.getValue();
                }
            }
        }
        return null;
    }

    private @Nullable String time(String word) {
        return TIMES.stream()
                .filter(t -> is(t.getKey(), word))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    private boolean isShift(Topic t) {
        return t.within(Role.ON_CALL_SHIFT)
                || t.above().stream().anyMatch(h -> words(h.title()).stream().anyMatch(w -> is(NOUN, w)));
    }

    // Without what only joins them; "on-call" is one.
    private List<String> words(String title) {
        List<String> out = new ArrayList<>();
        String folded = Words.folded(Words.unqualified(title));
        for (String word : folded.replaceAll("\\bon[ -]call\\b", "oncall").split("[^\\p{L}]+")) {
            if (!word.isEmpty() && !is("shiftJoins", word)) {
                out.add(word);
            }
        }
        return out;
    }

    private boolean is(String list, String word) {
        return vocabulary.list(list).contains(word);
    }
}
