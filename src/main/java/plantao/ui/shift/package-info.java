/// The shift screen: starting a shift, the runbook's checklists, notes. In: the board. Out: ticks, notes, the
/// shift's start.
@NullMarked
package plantao.ui.shift;

import org.jspecify.annotations.NullMarked;
