/// Walks a playbook. In: its steps, the operator's decisions, results. Out: the next state of the
/// [plantao.playbook.Run] (pure) and, from the runners, a step's output and [plantao.playbook.StepResult].
@NullMarked
package plantao.playbook;

import org.jspecify.annotations.NullMarked;
