/// Reads `console.yaml`. In: its text. Out: [plantao.runbook.Settings] and the problems found in it. Pure.
@NullMarked
package plantao.runbook.config;

import org.jspecify.annotations.NullMarked;
