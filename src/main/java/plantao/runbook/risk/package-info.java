/// How dangerous what is typed is: a shell text is read as the commands it runs, through `sudo`, `ssh` or `xargs`
/// down to
/// the program, and what a program does with its words is looked up in tables (`programs.json` and its neighbours).
@NullMarked
package plantao.runbook.risk;

import org.jspecify.annotations.NullMarked;
