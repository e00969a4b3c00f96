/// Stand-ins for commands that a workstation lacks. In: a command's name and arguments. Out: text, an exit status,
/// and the act itself on the practice stack: over its control socket, or as a small client that speaks to its
/// servers.
@NullMarked
package plantao.practice.command;

import org.jspecify.annotations.NullMarked;
