/// The Settings screen.
@NullMarked
package plantao.ui.settings;

import org.jspecify.annotations.NullMarked;
