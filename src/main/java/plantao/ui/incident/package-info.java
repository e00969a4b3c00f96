/// The incidents screen: open and past incidents, the timeline that fills by itself, the post-mortem.
/// In: the board. Out: the post-mortem's text, the incident's resolution and closing.
@NullMarked
package plantao.ui.incident;

import org.jspecify.annotations.NullMarked;
