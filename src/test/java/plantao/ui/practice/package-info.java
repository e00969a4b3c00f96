/// Tests of practice's pure parts.
@NullMarked
package plantao.ui.practice;

import org.jspecify.annotations.NullMarked;
