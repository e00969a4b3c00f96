/// Practice: the stack that runs, the scenarios, how far the operator has come. In: the practice part of the board
/// and the journal. Out: the events that begin and end a scenario.
@NullMarked
package plantao.ui.practice;

import org.jspecify.annotations.NullMarked;
