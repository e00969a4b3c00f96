/// Measures. In: a [plantao.probe.Check]. Out: a [plantao.probe.Reading]. Every check is bounded in time and
/// memory.
@NullMarked
package plantao.probe;

import org.jspecify.annotations.NullMarked;
