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
        Words words = Words.in(locale);
        List<String> out = new ArrayList<>();
        out.add("# " + words.get("i.title", String.valueOf(incident.number()), Escaped.text(incident.title())));
        out.add("");
        fact(out, words.get("default.severity"), "SEV " + incident.severity());
        fact(out, words.get("default.date"), Words.day(incident.began()));
        fact(out, words.get("default.time"), time(incident, words));
        fact(out, words.get("default.duration"), words.length(incident.lasted(now)));
        fact(out, words.get("default.owner"), Escaped.text(incident.holder(Incident.Role.COMMANDER)));
        if (!incident.affected().isEmpty()) {
            fact(out, words.get("default.affected"), Escaped.text(String.join(", ", incident.affected())));
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
                    Escaped.code(TypedLines.told(facts.solving().command())));
        }
        out.addAll(List.of("", "## " + words.get("default.timeline"), ""));
        String day = Words.day(incident.began());
        for (Entry entry : Story.of(incident)) {
            List<String> lines = LogText.lines(entry, words, false);
            if (!lines.isEmpty() && !Words.day(entry.at()).equals(day)) {
                day = Words.day(entry.at());
                out.addAll(List.of("", "### " + day, ""));
            }
            out.addAll(lines);
        }
        return String.join("\n", out).strip() + "\n";
    }

    private static String time(Incident incident, Words words) {
        Instant end = incident.resolved();
        return (end == null
                        ? Words.clock(incident.began()) + "–" + words.get("open")
                        : Words.span(incident.began(), end, incident.began()))
                + " UTC";
    }

    private static void fact(List<String> out, String name, String value) {
        out.add("- **" + name + ":** " + value);
    }
}
