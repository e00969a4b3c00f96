package plantao.playbook.screen;

import java.util.function.Supplier;

/// Hands a stream to a screen: its characters with their width, and what [Sequences] finds between them.
final class Parser {
    /// What is understood of a stream.
    interface Sink {
        void text(String character, int width);

        void control(char c);

        /// `ESC … final`.
        ///
        /// @param between intermediate bytes, mostly none
        void escape(String between, char last);

        /// `ESC [ … final`.
        ///
        /// @param mark the private mark (`?`, `>`, …) or 0
        void sequence(char mark, Parameters parameters, String between, char last);
    }

    private static final String[] ASCII = new String[0x7f];

    static {
        for (int c = 0; c < ASCII.length; c++) {
            ASCII[c] = String.valueOf((char) c);
        }
    }

    private final Sink sink;
    /// A character set that stands for ASCII's, or null.
    private final Supplier<? extends CharSequence> graphics;
    private final Sequences sequences = new Sequences();
    private char high;

    /// @param graphics what stands for the characters from `_` to `~`; empty for themselves
    Parser(Sink sink, Supplier<? extends CharSequence> graphics) {
        this.sink = sink;
        this.graphics = graphics;
    }

    void take(char c) {
        switch (sequences.take(c)) {
            case TEXT -> text(c);
            case CONTROL -> sink.control(c);
            case ESCAPE -> sink.escape(sequences.between(), sequences.last());
            case SEQUENCE ->
                sink.sequence(
                        sequences.mark(),
                        new Parameters(sequences.parameters().toString()),
                        sequences.between(),
                        sequences.last());
            case NOTHING -> {
                // Within a sequence, or in a string, of which nothing is done.
            }
        }
    }

    private void text(char c) {
        if (c < 0x7f) {
            CharSequence set = c >= 0x5f ? graphics.get() : "";
            sink.text(set.isEmpty() ? ASCII[c] : single(set.charAt(c - 0x5f)), 1);
        } else if (Character.isHighSurrogate(c)) {
            high = c;
        } else {
            int character = Character.isLowSurrogate(c)
                    ? Character.isHighSurrogate(high) ? Character.toCodePoint(high, c) : 0xFFFD
                    : c;
            high = 0;
            if (!Sequences.turns(character)) {
                sink.text(Character.toString(character), Widths.of(character));
            }
        }
    }

    private static String single(char c) {
        return c < 0x7f ? ASCII[c] : String.valueOf(c);
    }
}
