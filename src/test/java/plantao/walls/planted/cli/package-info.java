@NullMarked
package plantao.walls.planted.cli;

import org.jspecify.annotations.NullMarked;
