/// What is around every screen: rail, top bar, incident strip, notices, palette and keys.
@NullMarked
package plantao.ui.frame;

import org.jspecify.annotations.NullMarked;
