/// The handoffs screen: the shift's draft, a handoff that waits to be accepted, earlier ones.
/// In: the board and the drafts. Out: the shift's end, the acceptance.
@NullMarked
package plantao.ui.handoff;

import org.jspecify.annotations.NullMarked;
