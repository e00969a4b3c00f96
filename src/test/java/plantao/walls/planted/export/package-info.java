@NullMarked
package plantao.walls.planted.export;

import org.jspecify.annotations.NullMarked;
