/// The Practice screen: what runs, what can go wrong, begin and end.
@NullMarked
package plantao.ui.practice;

import org.jspecify.annotations.NullMarked;
