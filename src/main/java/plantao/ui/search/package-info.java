/// Looking into the whole log. In: what is typed, and what the log has of it. Out: the way to the incident or
/// handoff that an entry belongs to.
@NullMarked
package plantao.ui.search;

import org.jspecify.annotations.NullMarked;
