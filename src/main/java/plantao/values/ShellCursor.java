package plantao.values;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A place in a shell text that is being read, and what was found so far.
final class ShellCursor {
    final String text;
    final Context[] at;
    final int[] wordAt;
    final List<Layout.Word> words = new ArrayList<>();
    final List<Layout.Use> uses = new ArrayList<>();
    int pos;
    /// Index of the word being read, or -1; its end is set when it ends.
    int word = -1;

    ShellCursor(String text) {
        this.text = text;
        at = new Context[text.length()];
        Arrays.fill(at, Context.PLAIN);
        wordAt = new int[text.length()];
        Arrays.fill(wordAt, -1);
    }

    void take(Context context, int count) {
        int end = Math.min(text.length(), pos + count);
        for (; pos < end; pos++) {
            at[pos] = context;
            wordAt[pos] = word;
        }
    }

    void beginWord(int command) {
        if (word < 0) {
            word = words.size();
            words.add(new Layout.Word(pos, text.length(), command));
        }
    }

    void endWord() {
        if (word >= 0) {
            Layout.Word begun = words.get(word);
            words.set(word, new Layout.Word(begun.start(), pos, begun.command()));
            word = -1;
        }
    }
}
