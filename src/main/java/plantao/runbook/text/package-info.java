/// Words and figures of a runbook. In: pieces of Markdown text. Out: plain titles, roles, durations, bounds,
/// severities, cadences, all by a vocabulary that is data. Pure.
@NullMarked
package plantao.runbook.text;

import org.jspecify.annotations.NullMarked;
