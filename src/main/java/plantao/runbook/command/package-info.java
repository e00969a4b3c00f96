/// What an operator types. In: fences, lists and inline code. Out: steps with logical commands, their risk and the
/// inputs of the sessions they open. Pure; nothing is ever run here.
@NullMarked
package plantao.runbook.command;

import org.jspecify.annotations.NullMarked;
