/// When work that comes back is due. In: a cadence and a schedule in a runbook's own words ("Monday, 10:00", "1º
/// domingo 01:00-05:00 UTC"). Out: a [plantao.runbook.due.Schedule] that gives the occurrences around any moment.
/// Pure.
@NullMarked
package plantao.runbook.due;

import org.jspecify.annotations.NullMarked;
