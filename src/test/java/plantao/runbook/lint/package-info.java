@NullMarked
package plantao.runbook.lint;

import org.jspecify.annotations.NullMarked;
