/// Tests of the words of a call.
@NullMarked
package plantao.ui.paging;

import org.jspecify.annotations.NullMarked;
