/// Tests of the board's pure parts.
@NullMarked
package plantao.ui.board;

import org.jspecify.annotations.NullMarked;
