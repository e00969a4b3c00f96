package plantao.runbook.tree;

import org.jspecify.annotations.Nullable;
import plantao.runbook.text.Words;

/// A line of Markdown. What extractors compare it by is found once, when the first of them asks.
public final class Line {
    private final String text;
    private final int number;
    private @Nullable String plain;
    private @Nullable String folded;

    /// @param number in the source, counted from 1
    public Line(String text, int number) {
        this.text = text;
        this.number = number;
    }

    /// As it was written.
    public String text() {
        return text;
    }

    /// Its number in the source, counted from 1.
    public int number() {
        return number;
    }

    /// Without Markdown.
    public String plain() {
        String known = plain;
        if (known == null) {
            known = Words.plain(text);
            plain = known;
        }
        return known;
    }

    /// Without Markdown, in lower case and without accents.
    public String folded() {
        String known = folded;
        if (known == null) {
            known = Words.folded(plain());
            folded = known;
        }
        return known;
    }
}
