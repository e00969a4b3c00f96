package plantao.runbook.tree;

/// A part of a section, in the order of the text.
public sealed interface Part permits Paragraph, Listing, Table, Fence, Section {
    /// The first source line, counted from 1.
    int line();
}
