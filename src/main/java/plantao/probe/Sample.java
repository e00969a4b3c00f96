package plantao.probe;

import java.util.Map;

/// One sample of an exposition page.
///
/// @param value may be infinite or not a number
record Sample(String name, Map<String, String> labels, double value) {}
