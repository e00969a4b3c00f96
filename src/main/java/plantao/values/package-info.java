/// Fills in what a runbook leaves open. In: a command's text, a [plantao.values.Target] (environment) and values.
/// Out: a [plantao.values.ResolvedCommand] command, and masking of whatever comes back. Pure, but for reading
/// secrets.
@NullMarked
package plantao.values;

import org.jspecify.annotations.NullMarked;
