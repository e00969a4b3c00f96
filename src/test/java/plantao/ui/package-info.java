/// Tests of the window on hand-made boards of an imaginary shop.
@NullMarked
package plantao.ui;

import org.jspecify.annotations.NullMarked;
