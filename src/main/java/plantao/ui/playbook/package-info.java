/// Playbooks: the list to choose from and a run with its steps, its command and its output. Boards come in, events
/// go out.
@NullMarked
package plantao.ui.playbook;

import org.jspecify.annotations.NullMarked;
