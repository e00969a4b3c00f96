/// What a program draws on a terminal's screen, as a model (ECMA-48 and the common part of xterm). Characters and
/// sizes enter, masked pictures of the screen ([ScreenSnapshot]) leave. It draws nothing and reads nothing itself.
@NullMarked
package plantao.playbook.screen;

import org.jspecify.annotations.NullMarked;
