package plantao.runbook.lint;

import plantao.runbook.Origin;

/// One place where a rule is broken.
///
/// @param what what is wrong there, a sentence or two in English
record Finding(Origin origin, String what) {}
