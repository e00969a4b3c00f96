package plantao.journal;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A follow-up as somebody wrote it: a line of a list or a row of a table in a post-mortem, or what was typed.
///
/// @param owner empty for nobody
/// @param due null for no date
/// @param done whether it is ticked
public record FollowUpText(
        String text, String owner, @Nullable LocalDate due, boolean done) {
    private static final ResourceBundle WORDS = ResourceBundle.getBundle(
            "plantao.journal.followup_words", Locale.ROOT, FollowUpText.class.getClassLoader());
    private static final Pattern HEADING = Pattern.compile("^(#{1,6})\\s+(.*?)[\\s#:]*$");
    private static final Pattern ITEM = Pattern.compile("^\\s*(?:[-*+]|\\d+[.)])\\s+(?:\\[([ xX])]\\s+)?(\\S.*)$");
    private static final Pattern ROW = Pattern.compile("^\\s*\\|(.*)\\|\\s*$");
    private static final Pattern BLANK = Pattern.compile("\\{[^}]*}|^[.…_\\-\\s]*$");
    private static final Pattern DATE =
            Pattern.compile("\\b(\\d{4})-(\\d{1,2})-(\\d{1,2})\\b|\\b(\\d{1,2})/(\\d{1,2})/(\\d{4})\\b");
    private static final Pattern AT = Pattern.compile("(?<!\\S)@([\\p{L}\\d][\\p{L}\\d._-]*)");
    private static final Pattern PARENTHESES = Pattern.compile("\\s*\\(([^()]*)\\)\\s*[.;]?\\s*$");

    /// Those in a post-mortem: under the headings that ask for them; where there is no such heading, every line
    /// with a box and every row of a table that asks who does it until when. Examples and blanks are none, and the
    /// paper's title asks for nothing, whatever it is called.
    public static List<FollowUpText> in(String markdown) {
        List<String> lines = markdown.lines().toList();
        List<String> headings =
                lines.stream().filter(l -> HEADING.matcher(l).matches()).toList();
        String title = headings.size() > 1 ? headings.getFirst() : "";
        boolean headed =
                headings.stream().anyMatch(l -> !l.equals(title) && is("heading", l.replaceAll("[#\\d.]", "")));
        List<FollowUpText> out = new ArrayList<>();
        boolean inside = !headed;
        int depth = 0;
        List<String> columns = List.of();
        for (String line : lines) {
            Matcher heading = HEADING.matcher(line);
            if (headed && heading.matches()) {
                boolean starts =
                        !line.equals(title) && is("heading", heading.group(2).replaceAll("^[\\d.\\s]+", ""));
                int level = heading.group(1).length();
                depth = starts && (!inside || level <= depth) ? level : depth;
                inside = starts || inside && level > depth;
                columns = List.of();
                continue;
            }
            Matcher row = ROW.matcher(line);
            Matcher item = ITEM.matcher(line);
            if (inside && row.matches()) {
                boolean asked = headed || columns.isEmpty() || columns.containsAll(List.of("owner", "deadline"));
                columns = row(cells(row.group(1)), columns, asked ? out : new ArrayList<>());
            } else if (inside && item.matches() && (headed || item.group(1) != null)) {
                columns = List.of();
                boolean done = item.group(1) != null && !item.group(1).isBlank();
                add(of(item.group(2)).ticked(done), out);
            } else {
                columns = List.of();
            }
        }
        return List.copyOf(out);
    }

    private static void add(FollowUpText found, List<FollowUpText> out) {
        if (!BLANK.matcher(found.text()).find()) {
            out.add(found);
        }
    }

    private FollowUpText ticked(boolean now) {
        return new FollowUpText(text, owner, due, done || now);
    }

    private static List<String> cells(String row) {
        return Arrays.stream(row.split("(?<!\\\\)\\|", -1)).map(String::strip).toList();
    }

    /// @return the columns' meanings from now on
    private static List<String> row(List<String> cells, List<String> columns, List<FollowUpText> out) {
        if (cells.stream().allMatch(c -> c.matches(":?-{2,}:?"))) {
            return columns;
        }
        if (columns.isEmpty()) {
            return cells.stream().map(FollowUpText::column).toList();
        }
        String text = cell(cells, columns, "text");
        String owner = cell(cells, columns, "owner");
        String due = cell(cells, columns, columns.contains("deadline") ? "deadline" : "due");
        String status = cell(cells, columns, "status");
        FollowUpText own = of(text);
        LocalDate date = date(due);
        add(
                new FollowUpText(
                        own.text(),
                        BLANK.matcher(owner).find() ? own.owner() : owner.replaceFirst("^@", ""),
                        date == null ? own.due() : date,
                        is("done", status) || status.contains("✅") || status.equalsIgnoreCase("[x]")),
                out);
        return columns;
    }

    private static String column(String header) {
        for (String meaning : List.of("text", "owner", "deadline", "due", "status")) {
            if (is(meaning, header)) {
                return meaning;
            }
        }
        return "";
    }

    private static String cell(List<String> cells, List<String> columns, String meaning) {
        int at = columns.indexOf(meaning);
        at = at < 0 && meaning.equals("text") ? 0 : at;
        return at < 0 || at >= cells.size() ? "" : cells.get(at).replace("\\|", "|");
    }

    /// What was typed: `Limit the pool @rui 2026-12-01`, `… (Rui, 2026-12-01)`, `… - owner: Rui - due: 2026-12-01`.
    public static FollowUpText of(String typed) {
        String text = typed.strip();
        String owner = "";
        LocalDate due = date(text);
        Matcher named =
                named("owner", "([^;,|()–—]+?)(?=\\s+[-–—]\\s|[;,|()–—]|$)").matcher(text);
        if (named.find()) {
            owner = named.group(1).strip();
            text = text.substring(0, named.start()) + text.substring(named.end());
        }
        Matcher at = AT.matcher(text);
        if (owner.isEmpty() && at.find()) {
            owner = at.group(1);
            text = text.substring(0, at.start()) + text.substring(at.end());
        }
        text = named("due", "(" + DATE.pattern() + ")").matcher(text).replaceFirst("");
        Matcher behind = PARENTHESES.matcher(text);
        if (due != null
                && owner.isEmpty()
                && behind.find()
                && DATE.matcher(behind.group(1)).find()) {
            String name = DATE.matcher(behind.group(1)).replaceAll("").replaceAll("[,;:\\s–—-]+$|^[,;:\\s–—-]+", "");
            owner = name.matches("[\\p{L}][\\p{L} .'-]{0,40}") ? name : "";
            text = text.substring(0, behind.start());
        }
        text = due == null ? text : DATE.matcher(text).replaceAll("");
        text = text.replaceAll("\\(\\s*[,;]?\\s*\\)", "")
                .replaceAll("\\s{2,}", " ")
                .replaceAll("[\\s,;–—|-]+$", "");
        return new FollowUpText(text.strip(), owner.replaceFirst("^@", ""), due, false);
    }

    /// `owner: Rui`, `**Due:** 2026-12-01`, with the dash or comma before it.
    private static Pattern named(String meaning, String value) {
        String words = String.join("|", List.of(WORDS.getString(meaning).split("\\s*,\\s*")))
                .replace(" ", "\\s+");
        String accents = words.replace("responsavel", "respons[aá]vel").replace("ate", "at[eé]");
        return Pattern.compile("(?iu)(?:\\s*[-–—,;|(]\\s*|\\s+)\\*{0,2}(?:" + accents + ")\\*{0,2}\\s*"
                + (meaning.equals("due") ? ":?" : ":") + "\\*{0,2}\\s*" + value + "\\)?");
    }

    private static @Nullable LocalDate date(String text) {
        Matcher m = DATE.matcher(text);
        try {
            return !m.find()
                    ? null
                    : m.group(1) != null
                            ? LocalDate.of(number(m, 1), number(m, 2), number(m, 3))
                            : LocalDate.of(number(m, 6), number(m, 5), number(m, 4));
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static int number(Matcher m, int group) {
        return Integer.parseInt(m.group(group));
    }

    private static boolean is(String meaning, String text) {
        String plain = " " + String.join(" ", FoldedText.words(text)) + " ";
        return Arrays.stream(WORDS.getString(meaning).split("\\s*,\\s*"))
                .anyMatch(w -> meaning.equals("heading")
                        ? plain.contains(" " + w + " ")
                        : plain.strip().equals(w));
    }
}
