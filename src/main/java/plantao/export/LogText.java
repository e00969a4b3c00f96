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
        Words words = Words.in(locale);
        List<String> out = new ArrayList<>();
        out.add("# " + words.get("log.title", Escaped.text(title)));
        String day = "";
        for (Entry entry : entries) {
            List<String> lines = lines(entry, words, true);
            if (lines.isEmpty()) {
                continue;
            }
            if (!Words.day(entry.at()).equals(day)) {
                day = Words.day(entry.at());
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
    static List<String> lines(Entry entry, Words words, boolean who) {
        List<String> lines = new ArrayList<>();
        Sentence sentence = new Sentence(words);
        String by = who ? " · " + Escaped.text(entry.system()) + " · " + Escaped.text(entry.operator()) : "";
        sentence.of(entry).ifPresent(s -> lines.add("- **" + Words.clock(entry.at()) + "**" + by + ": " + s));
        if (entry.detail() instanceof Detail.StepRan s && !s.excerpt().isBlank()) {
            lines.add("");
            Escaped.block(s.excerpt()).lines().forEach(l -> lines.add(l.isEmpty() ? "" : "  " + l));
            lines.add("");
        }
        return lines;
    }
}
