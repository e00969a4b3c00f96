/// The shape of a runbook. In: Markdown text. Out: a tree of sections made of headings and bold lead-ins, each
/// part with its source lines. Pure.
@NullMarked
package plantao.runbook.tree;

import org.jspecify.annotations.NullMarked;
