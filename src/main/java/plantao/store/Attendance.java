package plantao.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Who sits at a console of the team and what is open there. Told from console to console through the server while
/// it lasts; never written down.
///
/// @param device the console's name in the log
/// @param operator who sits there
/// @param system the system on its screen
/// @param works the titles of the checklists, playbooks and procedures that are open on its screen
public record Attendance(String device, String operator, String system, List<String> works) {
    /// A notification holds less than 8,000 bytes (PostgreSQL, NOTIFY).
    private static final int MOST_BYTES = 6000;

    private static final int LONGEST = 200;
    private static final String BETWEEN = "\u001f";

    public Attendance {
        works = List.copyOf(works);
    }

    /// On one line. Titles that do not fit any more are left out.
    String line() {
        StringBuilder line = new StringBuilder(plain(device))
                .append(BETWEEN)
                .append(plain(operator))
                .append(BETWEEN)
                .append(plain(system));
        for (String work : works) {
            String next = BETWEEN + plain(work);
            if (bytes(line) + bytes(next) > MOST_BYTES) {
                break;
            }
            line.append(next);
        }
        return line.toString();
    }

    /// What a line says; empty when it is none of ours.
    static Optional<Attendance> of(String line) {
        List<String> parts = List.of(line.split(BETWEEN, -1));
        return parts.size() < 3 || parts.getFirst().isBlank()
                ? Optional.empty()
                : Optional.of(new Attendance(
                        parts.get(0), parts.get(1), parts.get(2), new ArrayList<>(parts.subList(3, parts.size()))));
    }

    /// Whether this of the runbook is open there. Long titles are told shortened.
    public boolean at(String wanted, String title) {
        return system.equals(plain(wanted)) && works.contains(plain(title));
    }

    private static int bytes(CharSequence text) {
        return text.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8).length;
    }

    private static String plain(String text) {
        String line = text.replaceAll("\\p{Cntrl}", " ").strip();
        return line.codePointCount(0, line.length()) <= LONGEST
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST)).strip();
    }
}
