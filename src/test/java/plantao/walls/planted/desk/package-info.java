@NullMarked
package plantao.walls.planted.desk;

import org.jspecify.annotations.NullMarked;
