package plantao.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import plantao.journal.Detail;
import plantao.journal.Entry;

/// A log as Markdown: a heading a day, a line an entry, in UTC.
public final class LogText {
    private LogText() {}

    /// The entries, which come in the order of their time.
    ///
    /// @param title what it is the log of
    public static String of(String title, List<Entry> entries, Locale locale) {
        DocumentWords words = DocumentWords.in(locale);
        List<String> out = new ArrayList<>();
        out.add("# " + words.get("log.title", MarkdownEscape.text(title)));
        String day = "";
        for (Entry entry : entries) {
            List<String> lines = lines(entry, words, true);
            if (lines.isEmpty()) {
                continue;
            }
            if (!DocumentWords.day(entry.at()).equals(day)) {
                day = DocumentWords.day(entry.at());
                out.addAll(List.of("", "## " + day + " (UTC)", ""));
            }
            out.addAll(lines);
        }
        return String.join("\n", out) + "\n";
    }

    /// An entry as a list item, what a command printed below it; nothing for entries that say nothing in a
    /// document.
    ///
    /// @param who whether to name the operator
    static List<String> lines(Entry entry, DocumentWords words, boolean who) {
        List<String> lines = new ArrayList<>();
        EntrySentence sentence = new EntrySentence(words);
        String by =
                who ? " · " + MarkdownEscape.text(entry.system()) + " · " + MarkdownEscape.text(entry.operator()) : "";
        sentence.of(entry).ifPresent(s -> lines.add("- **" + DocumentWords.clock(entry.at()) + "**" + by + ": " + s));
        if (entry.detail() instanceof Detail.StepRan s && !s.excerpt().isBlank()) {
            lines.add("");
            MarkdownEscape.block(s.excerpt()).lines().forEach(l -> lines.add(l.isEmpty() ? "" : "  " + l));
            lines.add("");
        }
        return lines;
    }
}
