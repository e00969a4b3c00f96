package plantao.export;

import org.jspecify.annotations.Nullable;

/// A stretch of text inside a block.
///
/// @param link where it leads, or null
public record Span(
        String text,
        boolean bold,
        boolean italic,
        boolean code,
        @Nullable String link) {
    public static Span plain(String text) {
        return new Span(text, false, false, false, null);
    }
}
