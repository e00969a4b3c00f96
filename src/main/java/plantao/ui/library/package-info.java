/// The library screen: the runbook as a document, and the report of what was read in it with every problem at its
/// line. In: the board's runbook. Out: nothing.
@NullMarked
package plantao.ui.library;

import org.jspecify.annotations.NullMarked;
