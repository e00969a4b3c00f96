/// The public view of a read runbook. In: a [plantao.runbook.Runbook]. Out: a tree of plain values for JSON, or
/// lines of text. Pure.
@NullMarked
package plantao.cli.inspect;

import org.jspecify.annotations.NullMarked;
