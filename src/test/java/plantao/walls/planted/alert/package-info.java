@NullMarked
package plantao.walls.planted.alert;

import org.jspecify.annotations.NullMarked;
