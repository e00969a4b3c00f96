@NullMarked
package plantao.walls.planted.values;

import org.jspecify.annotations.NullMarked;
