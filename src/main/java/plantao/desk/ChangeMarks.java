package plantao.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import plantao.journal.Change;
import plantao.journal.Entry;
import plantao.journal.Journal;

/// What was changed lately: the procedures that were walked here, and what the team's own command tells.
final class ChangeMarks {
    private static final Duration LATELY = Duration.ofHours(24);

    private ChangeMarks() {}

    /// Told by the command: those take the place of what it told before.
    static Outcome told(Board board, Event.ChangesRead e) {
        return Outcome.of(board.with(e.system(), s -> {
            List<Surroundings.Mark> all = new ArrayList<>(e.marks());
            s.circumstances().marks().stream().filter(m -> m.line() > 0).forEach(all::add);
            return s.withCircumstances(s.circumstances().withMarks(sorted(all)));
        }));
    }

    /// All of the last day, oldest first.
    static List<Surroundings.Mark> of(SystemBoard system, Journal journal, Instant now) {
        Instant from = now.minus(LATELY);
        List<Entry> lately = new ArrayList<>();
        for (Entry entry : journal.entries().reversed()) {
            if (entry.at().isBefore(from)) {
                break;
            }
            if (entry.system().equals(system.name())) {
                lately.addFirst(entry);
            }
        }
        List<Surroundings.Mark> all = new ArrayList<>();
        system.circumstances().marks().stream()
                .filter(m -> m.line() == 0 && !m.at().isBefore(from))
                .forEach(all::add);
        for (Change c : Change.of(lately)) {
            all.add(new Surroundings.Mark(c.began(), c.title(), Math.max(1, c.line())));
        }
        return sorted(all);
    }

    private static List<Surroundings.Mark> sorted(List<Surroundings.Mark> marks) {
        return marks.stream()
                .sorted(Comparator.comparing(Surroundings.Mark::at))
                .toList();
    }
}
