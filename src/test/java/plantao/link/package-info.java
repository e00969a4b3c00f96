@NullMarked
package plantao.link;

import org.jspecify.annotations.NullMarked;
