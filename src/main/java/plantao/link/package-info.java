/// Other alerting programs. In: what `console.yaml` says of them, alerts of ours. Out: their alerts as values,
/// silences set there, calls to a webhook. Nothing is contacted that is not configured and approved.
@NullMarked
package plantao.link;

import org.jspecify.annotations.NullMarked;
