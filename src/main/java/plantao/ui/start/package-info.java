/// The first screen, while no system is open: practise now or open a folder. In: the board, the operator's wishes
/// for the window. Out: the events that start practice and open folders.
@NullMarked
package plantao.ui.start;

import org.jspecify.annotations.NullMarked;
