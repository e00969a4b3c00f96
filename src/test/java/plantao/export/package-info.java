@NullMarked
package plantao.export;

import org.jspecify.annotations.NullMarked;
