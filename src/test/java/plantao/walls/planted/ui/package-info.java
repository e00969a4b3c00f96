@NullMarked
package plantao.walls.planted.ui;

import org.jspecify.annotations.NullMarked;
