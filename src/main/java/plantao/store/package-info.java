/// Where entries are kept. In: [plantao.journal.Entry]s, approvals. Out: the same, after a crash too; what could
/// not be saved, said in words. The embedded log is an H2 file, a team's is PostgreSQL; all SQL of ours is here.
@NullMarked
package plantao.store;

import org.jspecify.annotations.NullMarked;
