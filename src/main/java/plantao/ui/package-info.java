/// The window. In: [plantao.desk.Board]s. Out: [plantao.desk.Event]s. JavaFX lives here and nowhere else.
@NullMarked
package plantao.ui;

import org.jspecify.annotations.NullMarked;
