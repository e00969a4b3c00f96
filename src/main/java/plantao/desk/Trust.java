package plantao.desk;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Whether a runbook's commands and probes may be used.
///
/// @param waiting what is not yet approved: new or changed commands, probes and settings; empty when all are
/// @param approved the hashes of everything of this runbook that was ever approved
/// @param settled whether the environments and variables on the board are approved: without them nothing is, for
/// they
///     say what a command becomes
/// @param everything nothing needs approval (practice is fenced in)
@RecordBuilder
public record Trust(List<Item> waiting, Set<String> approved, boolean settled, boolean everything)
        implements TrustBuilder.With {
    /// One thing that would run or be probed, or that says where.
    ///
    /// @param kind `command`, `probe` or `setting`
    /// @param line where it stands, or 0
    /// @param hash SHA-256 of kind and text, in hex: what the approval is kept by
    /// @param before what stood there until it was changed, or null when it is new
    public record Item(
            String kind,
            String text,
            int line,
            String hash,
            @Nullable String before) {
        public Item(String kind, String text, int line, String hash) {
            this(kind, text, line, hash, null);
        }

        /// The text for people: a probe as one would say it (`API: http https://…`, `Queue: redis-cli LLEN jobs`),
        /// everything else as it stands.
        public String said() {
            return ProbeWords.of(kind, text);
        }

        /// The same of what stood there before, or null when it is new.
        public @Nullable String saidBefore() {
            return before == null ? null : ProbeWords.of(kind, before);
        }
    }

    public static final Trust FULL = new Trust(List.of(), Set.of(), true, true);

    public Trust {
        waiting = List.copyOf(waiting);
        approved = Set.copyOf(approved);
    }

    /// Nothing is approved yet.
    public Trust(List<Item> waiting) {
        this(waiting, Set.of(), false, false);
    }

    public boolean full() {
        return waiting.isEmpty();
    }

    /// Whether it was approved before, and only what was changed or added since waits.
    public boolean partial() {
        return !full() && !approved.isEmpty();
    }

    boolean allows(String hash) {
        return everything || settled && approved.contains(hash);
    }

    /// The operator has approved all that waits.
    Trust granted() {
        Set<String> all = new HashSet<>(approved);
        waiting.forEach(i -> all.add(i.hash()));
        return new Trust(List.of(), all, true, everything);
    }
}
