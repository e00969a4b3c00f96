/// The command line. In: arguments and a [plantao.cli.Session] to work with. Out: text on standard output and an
/// exit status.
@NullMarked
package plantao.cli;

import org.jspecify.annotations.NullMarked;
