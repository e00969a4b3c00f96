/// The desk everything meets at. In: [plantao.desk.Event]s (readings, results, the operator's wishes). Out: a
/// [plantao.desk.Board], the immutable picture of everything, and [plantao.desk.Effect]s for the outside to carry
/// out.
@NullMarked
package plantao.desk;

import org.jspecify.annotations.NullMarked;
