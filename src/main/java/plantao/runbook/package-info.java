/// Reads a team's runbook. In: Markdown text and the `console.yaml` beside it. Out: a [plantao.runbook.Runbook] of
/// plain values and a list of [plantao.runbook.Problem]s. Pure, but for the folder reader.
@NullMarked
package plantao.runbook;

import org.jspecify.annotations.NullMarked;
