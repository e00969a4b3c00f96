/// The whole program, on the real practice stack.
@NullMarked
package plantao;

import org.jspecify.annotations.NullMarked;
