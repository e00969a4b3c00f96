/// The live board: services, metrics, alerts and the map of what needs what.
@NullMarked
package plantao.ui.board;

import org.jspecify.annotations.NullMarked;
