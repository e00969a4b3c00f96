package plantao.export;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import plantao.journal.Entry;
import plantao.journal.Incident;
import plantao.runbook.TypedLines;

/// An incident's record as Markdown: what is known of it, and its timeline with what the commands printed.
public final class IncidentText {
    private IncidentText() {}

    /// @param now until when it has lasted, while it lasts
    public static String of(Incident incident, Instant now, Locale locale) {
        DocumentWords words = DocumentWords.in(locale);
        List<String> out = new ArrayList<>();
        out.add("# " + words.get("i.title", String.valueOf(incident.number()), MarkdownEscape.text(incident.title())));
        out.add("");
        fact(out, words.get("default.severity"), "SEV " + incident.severity());
        fact(out, words.get("default.date"), DocumentWords.day(incident.began()));
        fact(out, words.get("default.time"), time(incident, words));
        fact(out, words.get("default.duration"), words.length(incident.lasted(now)));
        fact(out, words.get("default.owner"), MarkdownEscape.text(incident.holder(Incident.Role.COMMANDER)));
        if (!incident.affected().isEmpty()) {
            fact(out, words.get("default.affected"), MarkdownEscape.text(String.join(", ", incident.affected())));
        }
        PostmortemFacts facts = new PostmortemFacts(incident, List.of(), words);
        String cause = facts.cause();
        if (cause != null) {
            fact(out, words.get("default.cause"), cause);
        }
        if (facts.solving() != null) {
            fact(
                    out,
                    words.get("i.solved"),
                    MarkdownEscape.code(TypedLines.told(facts.solving().command())));
        }
        out.addAll(List.of("", "## " + words.get("default.timeline"), ""));
        String day = DocumentWords.day(incident.began());
        for (Entry entry : IncidentStory.of(incident)) {
            List<String> lines = LogText.lines(entry, words, false);
            if (!lines.isEmpty() && !DocumentWords.day(entry.at()).equals(day)) {
                day = DocumentWords.day(entry.at());
                out.addAll(List.of("", "### " + day, ""));
            }
            out.addAll(lines);
        }
        return String.join("\n", out).strip() + "\n";
    }

    private static String time(Incident incident, DocumentWords words) {
        Instant end = incident.resolved();
        return (end == null
                        ? DocumentWords.clock(incident.began()) + "–" + words.get("open")
                        : DocumentWords.span(incident.began(), end, incident.began()))
                + " UTC";
    }

    private static void fact(List<String> out, String name, String value) {
        out.add("- **" + name + ":** " + value);
    }
}
