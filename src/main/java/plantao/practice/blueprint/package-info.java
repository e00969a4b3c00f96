/// What a practice stack consists of, as plain values. In: the text of a `practice.yaml`. Out: a
/// [plantao.practice.blueprint.Blueprint], or a [plantao.practice.blueprint.BlueprintException] with file, line and
/// what to do. Pure, but for reading that file. Nothing about a product: all of that is in the data.
@NullMarked
package plantao.practice.blueprint;

import org.jspecify.annotations.NullMarked;
