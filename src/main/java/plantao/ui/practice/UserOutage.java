package plantao.ui.practice;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import plantao.journal.Detail;
import plantao.journal.Entry;

/// How long users had to do without something.
final class UserOutage {
    private UserOutage() {}

    /// The time in which at least one service was down.
    ///
    /// @param until when the looking ends
    static Duration of(List<Entry> entries, Instant until) {
        Set<String> down = new HashSet<>();
        Duration sum = Duration.ZERO;
        @Nullable Instant since = null;
        for (Entry entry : entries) {
            switch (entry.detail()) {
                case Detail.ServiceDown d -> down.add(d.service());
                case Detail.ServiceUp u -> down.remove(u.service());
                default -> {
                    continue;
                }
            }
            if (since == null && !down.isEmpty()) {
                since = entry.at();
            } else if (since != null && down.isEmpty()) {
                sum = sum.plus(Duration.between(since, entry.at()));
                since = null;
            }
        }
        return since == null || until.isBefore(since) ? sum : sum.plus(Duration.between(since, until));
    }
}
