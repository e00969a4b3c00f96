/// The reading report for people and for CI. In: problems with the files they stand in. Out: text, JSON or SARIF
/// 2.1.0.
@NullMarked
package plantao.cli.lint;

import org.jspecify.annotations.NullMarked;
