/// What is shown before anything is open: practise now, or open a folder.
@NullMarked
package plantao.ui.start;

import org.jspecify.annotations.NullMarked;
