/// What every screen uses: fonts, theme and state marks.
@NullMarked
package plantao.ui.fx;

import org.jspecify.annotations.NullMarked;
