/// Figures of what the log knows: times, alerts, checklists, steps over some weeks. In: the board's log. Out: a
/// report as a file.
@NullMarked
package plantao.ui.figures;

import org.jspecify.annotations.NullMarked;
