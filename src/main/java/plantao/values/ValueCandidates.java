package plantao.values;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds in printed lines what could fill a blank: what stands beside its name, below a column of its name, and
/// otherwise every word that looks like an identifier.
public final class ValueCandidates {
    private static final Pattern BESIDE =
            Pattern.compile("\"?([\\p{L}_][\\p{L}\\p{N}_. -]{0,40}?)\"?\\s*[:=]\\s*\"?([^\\s\",;]+)\"?");
    private static final Pattern CELLS = Pattern.compile("\\s*\\|\\s*|\\t+|\\s{2,}");
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9][\\w.:@/-]{2,99}");
    /// A word by itself tells nothing; one with a digit, a dash or a dot may name something.
    private static final Pattern NAMING = Pattern.compile(".*(?:\\d|[A-Za-z][-._/:@][A-Za-z]).*");

    /// Times, days and counts stand in most lines of a log; who wants one names it (`since`, `data`).
    private static final Pattern TIMED = Pattern.compile(
            "\\d{1,4}(?:[-/]\\d{1,2}){1,2}(?:T[\\d:.]+Z?)?|\\d{1,2}(?::\\d{2}){1,2}(?:\\.\\d+)?|\\d+\\.\\d+|HTTP/[\\d.]+");

    private static final Pattern TIME = Pattern.compile(
            "DAT[AE]|DAY|DIA|TIME|HOUR|HORA|SINCE|DESDE|UNTIL|ATE$|WHEN|QUANDO|YYYY|AAAA|VERSION|VERSAO|RATE|TAXA");

    private ValueCandidates() {}

    /// The best first, each once.
    ///
    /// @param name the blank's name
    /// @param lines what was printed, oldest first
    /// @param most how many at most
    public static List<String> in(String name, List<String> lines, int most) {
        String wanted = Placeholders.key(name);
        Set<String> found = new LinkedHashSet<>();
        for (int i = lines.size() - 1; i >= 0; i--) {
            beside(wanted, lines.get(i), found);
            column(wanted, lines, i, found);
        }
        for (int i = lines.size() - 1; i >= 0; i--) {
            Matcher word = WORD.matcher(lines.get(i));
            while (word.find()) {
                String text = word.group().replaceFirst("[.:,/]+$", "");
                if (NAMING.matcher(text).matches()
                        && (TIME.matcher(wanted).find() || !TIMED.matcher(text).matches())) {
                    found.add(text);
                }
            }
        }
        return new ArrayList<>(found).subList(0, Math.min(most, found.size()));
    }

    private static void beside(String wanted, String line, Set<String> found) {
        Matcher pair = BESIDE.matcher(line);
        while (pair.find()) {
            if (same(wanted, pair.group(1))) {
                found.add(pair.group(2));
            }
        }
    }

    private static void column(String wanted, List<String> lines, int header, Set<String> found) {
        String[] heads = CELLS.split(lines.get(header).strip());
        for (int column = 0; column < heads.length && heads.length > 1; column++) {
            if (!same(wanted, heads[column])) {
                continue;
            }
            for (int row = header + 1; row < lines.size(); row++) {
                String[] cells = CELLS.split(lines.get(row).strip());
                if (cells.length != heads.length || cells[column].matches("[-=+]*")) {
                    if (lines.get(row).matches("[-=+|\\s]+")) {
                        continue;
                    }
                    break;
                }
                found.add(cells[column]);
            }
        }
    }

    /// `deploy_id` is told by "deploy id", "DEPLOY ID", and by "id" alone.
    private static boolean same(String wanted, String written) {
        String key = Placeholders.key(written.strip());
        return !key.isEmpty() && (key.equals(wanted) || wanted.endsWith("_" + key) || key.endsWith("_" + wanted));
    }
}
