/// Builds a small real system on loopback to practise on. In: a folder with `practice.yaml`
/// ([plantao.practice.blueprint]) and a folder to build in. Out: a running [plantao.practice.PracticeStack], its
/// target, and [plantao.practice.PracticeEvent]s. Shell: starts processes, opens sockets, writes a scratch tree.
@NullMarked
package plantao.practice;

import org.jspecify.annotations.NullMarked;
