@NullMarked
package plantao.walls.planted.link;

import org.jspecify.annotations.NullMarked;
