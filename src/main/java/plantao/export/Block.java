package plantao.export;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A block of a Markdown document, as a screen draws it.
public sealed interface Block {
    /// @param level 1 to 6
    record Heading(int level, List<Span> spans) implements Block {}

    record Paragraph(List<Span> spans) implements Block {}

    /// A list.
    ///
    /// @param first the number of the first item, or null for bullets
    record Listing(@Nullable Integer first, List<Item> items) implements Block {}

    /// An item of a list.
    ///
    /// @param ticked for task items whether it is ticked, else null
    record Item(@Nullable Boolean ticked, List<Block> blocks) {}

    record Quote(List<Block> blocks) implements Block {}

    record Code(String language, String text) implements Block {}

    /// @param rows the header first
    record Grid(List<List<List<Span>>> rows) implements Block {}

    record Rule() implements Block {}
}
