package plantao.desk;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Two clocks side by side: the one on the wall and the computer's steady one. Where they disagree the computer
/// slept or its clock was moved; where both have moved on far, nothing ran meanwhile.
///
/// @param wall the time at the last look
/// @param nanos the steady clock at the last look
public record ClockPulse(Instant wall, long nanos) {
    /// How far the clocks may drift apart between two looks.
    static final Duration APART = Duration.ofSeconds(20);
    /// The longest time between two looks that is still a busy computer and not a stopped one.
    static final Duration LONGEST = Duration.ofSeconds(30);

    /// What lies between two looks, when it is a gap; null when all went on.
    public Event.@Nullable ClockJumped gap(Instant wallNow, long nanosNow) {
        Duration seen = Duration.between(wall, wallNow);
        Duration passed = Duration.ofNanos(nanosNow - nanos);
        boolean jumped = seen.minus(passed).abs().compareTo(APART) > 0;
        return jumped || passed.compareTo(LONGEST) > 0 ? new Event.ClockJumped(wall, wallNow) : null;
    }
}
