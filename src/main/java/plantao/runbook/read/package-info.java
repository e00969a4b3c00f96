/// Makes a runbook out of a tree of sections. In: files by name, or a folder. Out: [plantao.runbook.Runbook] with
/// its problems. Pure, but for [plantao.runbook.read.RunbookFolder].
@NullMarked
package plantao.runbook.read;

import org.jspecify.annotations.NullMarked;
