/// The product's memory. In: immutable [plantao.journal.Entry]s. Out: incidents, shifts, checklists and handoffs,
/// which are folds of entries. Pure: nothing here knows where entries are kept.
@NullMarked
package plantao.journal;

import org.jspecify.annotations.NullMarked;
