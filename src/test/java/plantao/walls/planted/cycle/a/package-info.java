@NullMarked
package plantao.walls.planted.cycle.a;

import org.jspecify.annotations.NullMarked;
