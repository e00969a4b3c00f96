@NullMarked
package plantao.walls.planted.playbook;

import org.jspecify.annotations.NullMarked;
