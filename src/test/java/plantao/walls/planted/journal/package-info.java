@NullMarked
package plantao.walls.planted.journal;

import org.jspecify.annotations.NullMarked;
