/// The words of a call to the operator. In: a page. Out: a title and a body in the operator's language, short and
/// free of control characters.
@NullMarked
package plantao.ui.paging;

import org.jspecify.annotations.NullMarked;
