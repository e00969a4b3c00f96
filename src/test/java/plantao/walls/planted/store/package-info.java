@NullMarked
package plantao.walls.planted.store;

import org.jspecify.annotations.NullMarked;
