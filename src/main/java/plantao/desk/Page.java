package plantao.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import plantao.alert.Alert;
import plantao.journal.Silence;
import plantao.values.Target;

/// One thing to call the operator for, while the window may be behind others. Free of language.
///
/// @param items the alerts it is about, the worst first, then the oldest; never empty
public record Page(Kind kind, List<Item> items) {
    /// Why the operator is called.
    public enum Kind {
        /// Alerts began to fire.
        FIRING,
        /// They still fire and nobody has acknowledged them.
        STILL_FIRING,
        /// They are over.
        OVER,
        /// Silences are about to end; each item is one, `lasted` the time that is left.
        SILENCE_ENDS
    }

    public Page {
        items = List.copyOf(items);
    }

    /// An alert as a page tells it.
    ///
    /// @param service the service it is about, or null
    /// @param level 1 (worst) to 4
    /// @param practice whether it is only practised
    /// @param since when its condition began to hold
    /// @param lasted how long it has held, or had until it was over
    /// @param flapping whether it comes and goes
    public record Item(
            String system,
            String alert,
            @Nullable String service,
            int level,
            boolean practice,
            Instant since,
            Duration lasted,
            boolean flapping) {

        /// One that does not come and go.
        public Item(
                String system,
                String alert,
                @Nullable String service,
                int level,
                boolean practice,
                Instant since,
                Duration lasted) {
            this(system, alert, service, level, practice, since, lasted, false);
        }

        static Item ending(SystemBoard system, Silence silence, Instant now) {
            return new Item(
                    system.name(),
                    silence.name(),
                    null,
                    3,
                    system.target().kind() == Target.Kind.PRACTICE,
                    now,
                    Duration.between(now, silence.until()),
                    false);
        }

        static Item of(SystemBoard system, Alert alert, Instant since, Instant until) {
            Duration lasted = Duration.between(since, until);
            return new Item(
                    system.name(),
                    alert.rule().name(),
                    alert.rule().source().service(),
                    alert.rule().level(),
                    system.target().kind() == Target.Kind.PRACTICE,
                    since,
                    lasted.isNegative() ? Duration.ZERO : lasted,
                    alert.flapping(until));
        }

        Item until(Instant end) {
            Duration length = Duration.between(since, end);
            return new Item(
                    system, alert, service, level, practice, since, length.isNegative() ? lasted : length, flapping);
        }
    }

    /// The severity of the worst of them: 1 (worst) to 4.
    public int level() {
        return items.getFirst().level();
    }

    /// Whether all of it is only practised.
    public boolean practice() {
        return items.stream().allMatch(Item::practice);
    }
}
