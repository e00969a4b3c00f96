/// Says what is wrong with a runbook. In: a read [plantao.runbook.Runbook] with its text. Out:
/// [plantao.runbook.Problem]s, each by a rule of the table in [plantao.runbook.lint.RuleTable]. Pure.
@NullMarked
package plantao.runbook.lint;

import org.jspecify.annotations.NullMarked;
