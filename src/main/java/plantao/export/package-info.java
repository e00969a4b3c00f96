/// Writes documents. In: folds of entries. Out: Markdown, and Markdown as blocks for a screen to draw. Pure.
@NullMarked
package plantao.export;

import org.jspecify.annotations.NullMarked;
