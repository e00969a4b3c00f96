/// What is known of what is typed: how dangerous it is (`Risks`) and whether it ends by itself (`Waits`). A shell
/// text is read as
/// the commands it runs, through `sudo`, `ssh` or `xargs` down to the program, and what a program does with its
/// words is looked up in
/// tables (`programs.json` and its neighbours).
@NullMarked
package plantao.runbook.risk;

import org.jspecify.annotations.NullMarked;
