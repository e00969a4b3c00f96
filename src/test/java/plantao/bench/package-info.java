/// Measurements of the built program, run by `packaging/bench`: figures for a person to read, never a verdict.
@NullMarked
package plantao.bench;

import org.jspecify.annotations.NullMarked;
