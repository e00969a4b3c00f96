@NullMarked
package plantao.walls.planted.runbook;

import org.jspecify.annotations.NullMarked;
