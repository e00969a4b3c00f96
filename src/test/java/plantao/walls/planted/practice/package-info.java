@NullMarked
package plantao.walls.planted.practice;

import org.jspecify.annotations.NullMarked;
