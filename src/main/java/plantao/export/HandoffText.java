package plantao.export;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import plantao.journal.Detail;
import plantao.journal.Entry;
import plantao.journal.Incident;
import plantao.journal.Journal;
import plantao.journal.OpenWalk;
import plantao.journal.Repeats;
import plantao.journal.Shift;
import plantao.runbook.Origin;

/// A handoff's draft, written from a shift's facts: three sentences first (what burns, what to do first, by when),
/// then what is open, what comes and what happened, the evidence last.
public final class HandoffText {
    private static final Duration A_DAY = Duration.ofDays(1);
    private static final Duration A_MONTH = Duration.ofDays(30);

    private HandoffText() {}

    /// The draft, as Markdown.
    ///
    /// @param now when the shift ends, while it goes on
    public static String draft(
            Journal journal, Shift shift, HandoffState facts, Instant now, Locale locale, ZoneId zone) {
        DocumentWords words = DocumentWords.in(locale);
        List<Incident> incidents = incidents(journal, shift, now);
        List<Incident> owed = new ArrayList<>(unwritten(journal, shift));
        owed.addAll(incidents);
        List<String> out = new ArrayList<>();
        out.add("# " + words.get("h.title", MarkdownEscape.text(shift.system())));
        out.add("");
        out.add("**" + words.get("h.from") + ":** " + MarkdownEscape.text(shift.operator()) + "  ");
        out.add("**" + words.get("h.shift") + ":** " + span(shift, now, zone, locale));
        out.add("");
        List<Entry> lately = lately(journal, shift, now);
        List<OpenWalk> left = OpenWalk.of(lately);
        out.addAll(new HandoffOpening(words, facts, left, now).of(owed));
        part(out, "## " + words.get("h.open"), new HandoffOpen(words, lately, left, facts, now).of(owed));
        part(out, "## " + words.get("h.ahead", words.at(facts.until(), now)), ahead(facts, now, words));
        part(out, "## " + words.get("h.happened"), new HandoffHappened(words, shift, now).of(incidents, facts));
        evidence(out, shift, words);
        return String.join("\n", out).strip() + "\n";
    }

    /// The shift's entries, and those of its system from the day before: what was begun then may still be open.
    private static List<Entry> lately(Journal journal, Shift shift, Instant now) {
        Instant from = shift.started().minus(A_DAY);
        Instant end = shift.ended() == null ? now : shift.ended();
        return journal.entries().stream()
                .filter(e -> e.system().equals(shift.system()))
                .filter(e -> !e.at().isBefore(from) && !e.at().isAfter(end))
                .toList();
    }

    private static String span(Shift shift, Instant now, ZoneId zone, Locale locale) {
        Instant end = shift.ended() == null ? now : shift.ended();
        DateTimeFormatter local =
                DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).withZone(zone);
        String zoneName =
                DateTimeFormatter.ofPattern("z", locale).withZone(zone).format(end);
        String last =
                DocumentWords.day(end).equals(DocumentWords.day(shift.started())) ? "" : DocumentWords.day(end) + ", ";
        String utc = DocumentWords.day(shift.started()) + ", " + DocumentWords.clock(shift.started()) + "–" + last
                + DocumentWords.clock(end) + " UTC";
        return zoneName.equals("UTC") || zoneName.equals("Z")
                ? utc
                : utc + " (" + local.format(shift.started()) + "–" + local.format(end) + " " + zoneName + ")";
    }

    /// The incidents of the shift's system that were open at some moment of it.
    static List<Incident> incidents(Journal journal, Shift shift, Instant now) {
        Instant end = shift.ended() == null ? now : shift.ended();
        return journal.incidents().stream()
                .filter(i -> i.system().equals(shift.system()))
                .filter(i -> !i.declared().isAfter(end))
                .filter(i -> i.closed() == null || !i.closed().isBefore(shift.started()))
                .toList();
    }

    /// Those that were closed before the shift, in the month before it, and whose post-mortem nobody has finished.
    private static List<Incident> unwritten(Journal journal, Shift shift) {
        return journal.incidents().stream()
                .filter(i -> i.system().equals(shift.system()))
                .filter(i -> i.closed() != null
                        && i.closed().isBefore(shift.started())
                        && i.closed().isAfter(shift.started().minus(A_MONTH)))
                .filter(HandoffOpen::unfinished)
                .toList();
    }

    private static List<String> ahead(HandoffState facts, Instant now, DocumentWords words) {
        List<String> lines = new ArrayList<>();
        for (HandoffState.Ahead a : facts.ahead()) {
            lines.add("- " + ahead(a, now, words));
        }
        return lines.isEmpty() ? List.of(words.get("h.ahead.none")) : lines;
    }

    private static String ahead(HandoffState.Ahead a, Instant now, DocumentWords words) {
        List<String> about = new ArrayList<>();
        if (a.when() != null) {
            about.add(MarkdownEscape.text(a.when()));
        }
        Origin where = a.where();
        if (where != null && where.line() > 0) {
            String line = words.get("h.ahead.line", String.valueOf(where.line()));
            about.add(where.file().endsWith(".md") ? line : MarkdownEscape.text(where.file()) + ", " + line);
        }
        Instant until = a.until();
        return words.get(
                "h.ahead." + a.kind().name().toLowerCase(Locale.ROOT),
                words.at(a.at(), now),
                MarkdownEscape.text(a.title()),
                until == null ? "" : words.get("h.ahead.until", words.at(until, now)),
                about.isEmpty() ? "" : " (" + String.join("; ", about) + ")");
    }

    private static void evidence(List<String> out, Shift shift, DocumentWords words) {
        List<String> notes = new ArrayList<>();
        List<String> commands = new ArrayList<>();
        List<String> timeline = new ArrayList<>();
        List<Entry> ticks = new ArrayList<>();
        EntrySentence sentence = new EntrySentence(words);
        Set<UUID> routine = IncidentStory.routine(shift.entries());
        for (List<Entry> together : IncidentStory.together(Repeats.without(shift.entries()))) {
            Entry entry = together.getFirst();
            String at = "- " + DocumentWords.clock(entry.at()) + ": ";
            if (entry.detail() instanceof Detail.ItemTicked t && t.against() == null) {
                ticks.add(entry);
                continue;
            }
            if (sentence.of(entry).isPresent()) {
                ticked(ticks, timeline, words);
            }
            switch (entry.detail()) {
                case Detail.Note n -> {
                    String when = n.happened() == null
                            ? at
                            : "- " + DocumentWords.span(n.happened(), n.happened(), shift.started()) + ": ";
                    sentence.of(entry).ifPresent(s -> notes.add(when + s));
                }
                case Detail.RunStarted r when routine.contains(r.run()) -> {}
                case Detail.RunEnded r when routine.contains(r.run()) -> {}
                case Detail.StepRan s -> commands.add(at + sentence.step(s));
                default -> sentence.of(together).ifPresent(s -> timeline.add(at + s));
            }
        }
        ticked(ticks, timeline, words);
        part(out, "## " + words.get("h.notes"), notes);
        if (!commands.isEmpty() || !timeline.isEmpty()) {
            out.add("");
            out.add("## " + words.get("h.evidence"));
        }
        part(out, "### " + words.get("h.commands.title"), commands);
        part(out, "### " + words.get("h.timeline"), timeline);
    }

    /// What was ticked one after the other in one checklist is one line.
    private static void ticked(List<Entry> ticks, List<String> timeline, DocumentWords words) {
        List<String> items = new ArrayList<>();
        for (int i = 0, first = 0; i < ticks.size(); i++) {
            Detail.ItemTicked t = (Detail.ItemTicked) ticks.get(i).detail();
            items.add(MarkdownEscape.text(t.item())
                    + (t.evidence() == null ? "" : " (" + MarkdownEscape.text(t.evidence()) + ")"));
            boolean last = i + 1 == ticks.size()
                    || !((Detail.ItemTicked) ticks.get(i + 1).detail())
                            .checklist()
                            .equals(t.checklist());
            if (last) {
                String from = DocumentWords.clock(ticks.get(first).at());
                String to = DocumentWords.clock(ticks.get(i).at());
                timeline.add("- " + from + (from.equals(to) ? "" : "–" + to) + ": "
                        + words.get(
                                "h.ticked",
                                items.size(),
                                MarkdownEscape.text(t.checklist()),
                                String.join("; ", items)));
                items.clear();
                first = i + 1;
            }
        }
        ticks.clear();
    }

    private static void part(List<String> lines, String heading, List<String> content) {
        if (!content.isEmpty()) {
            lines.add("");
            lines.add(heading);
            lines.add("");
            lines.addAll(content);
        }
    }
}
