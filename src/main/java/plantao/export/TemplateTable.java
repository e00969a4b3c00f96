package plantao.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A table that a post-mortem template has for its timeline, its actions or what is to be done after: the same
/// columns, a row for each.
///
/// @param head its first two lines
/// @param columns what each asks for
record TemplateTable(List<String> head, List<Column> columns) {
    private static final Pattern RULE = Pattern.compile("^\\s*\\|?\\s*:?-+:?\\s*(?:\\|\\s*:?-+:?\\s*)+\\|?\\s*$");
    private static final Pattern LINE = Pattern.compile("^- ((?:\\d{4}-\\d{2}-\\d{2} )?\\d{2}:\\d{2}): (.*)$");
    private static final Pattern DEADLINE = Pattern.compile(
            "(?iu)(?<![\\p{L}])(?:due|deadline|prazo|vencimento|until|at[eé]|plazo|target)(?![\\p{L}])");
    private static final Pattern BARE_PIPE = Pattern.compile("(?<!\\\\)\\|");

    /// What a column can ask for.
    enum Column {
        TIME("(?iu)time|when|hor[aá]rio|hora|quando|cuando|utc|data|date"),
        DUE("(?iu)due|deadline|prazo|vencimento|data|date|until|at[eé]|fecha|plazo"),
        WHO("(?iu)who|owner|assignee|respons[aá]vel|responsable|dono|quem|qui[eé]n|autor|author"),
        STATE("(?iu)status|state|situa[cç][aã]o|estado|done|feito"),
        WHAT(
                "(?iu)event|events|evento|eventos|description|descri[cç][aã]o|what|what happened|o que|o que aconteceu"
                        + "|action|actions|a[cç][aã]o|a[cç][oõ]es|item|action item|acci[oó]n|task|tarefa|fato|happened|details|detalhes"),
        OTHER("(?!)");

        private final Pattern words;

        Column(String words) {
            this.words = Pattern.compile("(?<![\\p{L}])(?:" + words + ")(?![\\p{L}])");
        }
    }

    /// The table of a section; null where it has none that is understood.
    static @Nullable TemplateTable of(TemplateRole role, List<String> body) {
        for (int i = 0; i + 1 < body.size(); i++) {
            if (body.get(i).contains("|") && RULE.matcher(body.get(i + 1)).matches()) {
                List<Column> columns =
                        cells(body.get(i)).stream().map(c -> column(role, c)).toList();
                return columns.stream().filter(c -> c == Column.WHAT).count() == 1
                        ? new TemplateTable(List.copyOf(body.subList(i, i + 2)), columns)
                        : null;
            }
        }
        return null;
    }

    /// Whether a section's table asks who does what until when: what is to be done, whatever its heading is called.
    /// A date alone may be that of what was done.
    static boolean asksWhoAndWhen(List<String> body) {
        TemplateTable table = of(TemplateRole.FOLLOWUP, body);
        return table != null
                && table.columns.contains(Column.WHO)
                && cells(table.head.getFirst()).stream()
                        .anyMatch(c -> DEADLINE.matcher(c).find());
    }

    private static Column column(TemplateRole role, String head) {
        for (Column column : Column.values()) {
            boolean other = column == (role == TemplateRole.FOLLOWUP ? Column.TIME : Column.DUE);
            if (!other && column.words.matcher(head.toLowerCase(Locale.ROOT)).find()) {
                return column;
            }
        }
        return Column.OTHER;
    }

    private static List<String> cells(String line) {
        String inner = line.strip().replaceFirst("^\\|", "").replaceFirst("\\|$", "");
        return List.of(BARE_PIPE.split(inner, -1)).stream().map(String::strip).toList();
    }

    /// The table with a row for each of these lines of the log; null when one of them is no such line.
    @Nullable
    List<String> told(List<String> lines) {
        List<String> all = new ArrayList<>(head);
        for (String line : lines) {
            Matcher told = LINE.matcher(line);
            if (!told.matches()) {
                return null;
            }
            all.add(row(told.group(1), told.group(2), "", "", ""));
        }
        return all;
    }

    /// The table with a row for each thing to be done, or one of blanks.
    List<String> todo(List<PostmortemFacts.Todo> todos, DocumentWords words) {
        List<String> all = new ArrayList<>(head);
        for (PostmortemFacts.Todo t : todos) {
            String due = t.due() == null ? "" : t.due().toString();
            String state = words.get(t.done() ? "followup.state.done" : "followup.state.open");
            all.add(row("", MarkdownEscape.text(t.text()), MarkdownEscape.text(t.owner()), due, state));
        }
        if (todos.isEmpty()) {
            all.add(row("", words.blank(words.get("followup.blank")), "", "", ""));
        }
        return all;
    }

    private String row(String time, String what, String who, String due, String state) {
        List<String> cells = columns.stream()
                .map(c -> switch (c) {
                    case TIME -> time;
                    case WHAT -> what;
                    case WHO -> who;
                    case DUE -> due;
                    case STATE -> state;
                    case OTHER -> "";
                })
                .map(c -> BARE_PIPE.matcher(c).replaceAll("\\\\|"))
                .toList();
        return "| " + String.join(" | ", cells) + " |";
    }
}
