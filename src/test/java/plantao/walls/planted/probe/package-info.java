@NullMarked
package plantao.walls.planted.probe;

import org.jspecify.annotations.NullMarked;
