package plantao.store;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Tells the other consoles what is open on this one, and keeps what they tell. Who was not heard of for a while
/// is no longer there. Belongs to the team's thread but for [#own(Attendance)].
final class PresenceExchange {
    /// How often what has not changed is told again, and how long it is believed.
    private static final Duration AGAIN = Duration.ofSeconds(20);

    private static final Duration BELIEVED = Duration.ofSeconds(50);
    /// Who comes is answered, but not each of many at once.
    private static final Duration LEAST = Duration.ofSeconds(1);

    private final String device;
    private final Consumer<List<Attendance>> listener;
    private final Map<String, Heard> heard = new TreeMap<>();
    private volatile @Nullable Attendance own;
    private @Nullable Attendance told;
    private List<Attendance> known = List.of();
    private long toldAt;
    private boolean asked;

    private record Heard(Attendance what, long at) {}

    /// @param device this console's name
    /// @param listener is given those at other consoles, when that changes
    PresenceExchange(String device, Consumer<List<Attendance>> listener) {
        this.device = device;
        this.listener = listener;
    }

    /// What is open here from now on; returns at once.
    void own(Attendance now) {
        own = now;
    }

    /// Tells what is due to be told.
    ///
    /// @param now in nanoseconds, of any origin
    void tell(TeamServer server, long now) throws SQLException {
        Attendance open = own;
        if (open == null) {
            return;
        }
        long since = now - toldAt;
        boolean due = !open.equals(told) || since >= AGAIN.toNanos() || asked && since >= LEAST.toNanos();
        if (due) {
            server.attend(open.line());
            told = open;
            toldAt = now;
            asked = false;
        }
    }

    /// Nothing is open here any more.
    void leave(TeamServer server) throws SQLException {
        if (told != null) {
            server.attend(new Attendance(device, "", "", List.of()).line());
        }
    }

    /// Takes what was told.
    ///
    /// @param lines as [Attendance#line()] writes them
    void hear(List<String> lines, long now) {
        for (String line : lines) {
            Attendance.of(line).filter(a -> !a.device().equals(device)).ifPresent(a -> {
                if (a.system().isEmpty()) {
                    heard.remove(a.device());
                } else {
                    asked |= heard.put(a.device(), new Heard(a, now)) == null;
                }
            });
        }
        heard.values().removeIf(h -> now - h.at() > BELIEVED.toNanos());
        spread();
    }

    /// Nothing is heard any more; on the next connection it is told anew.
    void deaf() {
        told = null;
        heard.clear();
        spread();
    }

    private void spread() {
        List<Attendance> next = heard.values().stream().map(Heard::what).toList();
        if (!next.equals(known)) {
            known = next;
            listener.accept(next);
        }
    }
}
