package plantao.store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How sharing the log stands.
///
/// @param url where it is shared, as in the settings; holds no password
/// @param where the server as the operator knows it; empty when nothing is shared
/// @param fault why nothing goes to and fro just now, or null
/// @param words what the server or the driver said of it; empty when that adds nothing
/// @param unsent how many entries of this console the server has not confirmed
/// @param untaken how many of others are still to come
/// @param inStep when both sides last had the same, or null when they never had since the start
/// @param skew how far the server's clock is ahead of this console's
/// @param refused devices whose entries contradict what is known of them, and are therefore not taken
/// @param newer whether the server was prepared by a newer version
public record TeamState(
        String url,
        String where,
        @Nullable TeamFault fault,
        String words,
        long unsent,
        long untaken,
        @Nullable Instant inStep,
        Duration skew,
        List<String> refused,
        boolean newer) {
    /// Nothing is shared.
    public static final TeamState OFF = new TeamState("", "", null, "", 0, 0, null, Duration.ZERO, List.of(), false);

    public TeamState {
        refused = List.copyOf(refused);
    }

    static TeamState begun(String url, String where) {
        return new TeamState(url, where, null, "", 0, 0, null, Duration.ZERO, List.of(), false);
    }

    /// Whether a log is shared at all.
    public boolean on() {
        return !where.isEmpty();
    }

    /// Whether the server has all that is here and the other way round.
    public boolean current() {
        return on() && fault == null && unsent == 0 && untaken == 0 && inStep != null;
    }

    /// For how long that has not been so.
    public Duration behind(Instant now) {
        return inStep == null || inStep.isAfter(now) ? Duration.ZERO : Duration.between(inStep, now);
    }

    TeamState failed(TeamFault why, String said) {
        return new TeamState(url, where, why, said, unsent, untaken, inStep, skew, refused, newer);
    }

    TeamState counted(long toSend, long toTake) {
        return new TeamState(url, where, fault, words, toSend, toTake, inStep, skew, refused, newer);
    }

    TeamState met(Duration ahead, List<String> not, boolean later) {
        return new TeamState(url, where, null, "", unsent, untaken, inStep, ahead, not, later);
    }

    TeamState even(Instant now) {
        return new TeamState(url, where, null, "", 0, 0, now, skew, refused, newer);
    }
}
