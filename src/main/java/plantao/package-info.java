/// The entry and the composition root: builds every room by hand and closes them in reverse order.
@NullMarked
package plantao;

import org.jspecify.annotations.NullMarked;
