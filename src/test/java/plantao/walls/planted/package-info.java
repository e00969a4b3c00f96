/// A small house in which every wall is broken: what [plantao.walls.WallsTest] has to find.
@NullMarked
package plantao.walls.planted;

import org.jspecify.annotations.NullMarked;
