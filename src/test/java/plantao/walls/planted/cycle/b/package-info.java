@NullMarked
package plantao.walls.planted.cycle.b;

import org.jspecify.annotations.NullMarked;
