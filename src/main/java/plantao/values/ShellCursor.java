package plantao.values;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A place in a shell text that is being read, and what was found so far.
final class ShellCursor {
    final String text;
    final ShellContext[] at;
    final int[] wordAt;
    final List<ShellLayout.Word> words = new ArrayList<>();
    final List<ShellLayout.Use> uses = new ArrayList<>();
    int pos;
    /// Index of the word being read, or -1; its end is set when it ends.
    int word = -1;

    ShellCursor(String text) {
        this.text = text;
        at = new ShellContext[text.length()];
        Arrays.fill(at, ShellContext.PLAIN);
        wordAt = new int[text.length()];
        Arrays.fill(wordAt, -1);
    }

    void take(ShellContext context, int count) {
        int end = Math.min(text.length(), pos + count);
        for (; pos < end; pos++) {
            at[pos] = context;
            wordAt[pos] = word;
        }
    }

    void beginWord(int command) {
        if (word < 0) {
            word = words.size();
            words.add(new ShellLayout.Word(pos, text.length(), command));
        }
    }

    void endWord() {
        if (word >= 0) {
            ShellLayout.Word begun = words.get(word);
            words.set(word, new ShellLayout.Word(begun.start(), pos, begun.command()));
            word = -1;
        }
    }
}
