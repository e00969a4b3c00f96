/// The programs that run as the separate processes of a practice stack: a web server, a queue worker, a traffic
/// source. In: a [plantao.practice.process.Launch] on standard input. Out: HTTP, SQL, Redis commands, a log and
/// measurements. Every figure is measured on the process itself.
@NullMarked
package plantao.practice.process;

import org.jspecify.annotations.NullMarked;
