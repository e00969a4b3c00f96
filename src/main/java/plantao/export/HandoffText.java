package plantao.export;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import plantao.journal.Change;
import plantao.journal.Detail;
import plantao.journal.Entry;
import plantao.journal.Incident;
import plantao.journal.Journal;
import plantao.journal.Shift;

/// A handoff's draft, written from a shift's facts: three sentences first (what burns, what to do first, by when),
/// then
/// what happened and what is open, the evidence last.
public final class HandoffText {
    /// More open items than this of one checklist are only counted: the handoff fits one screen.
    private static final int FEW = 3;

    private HandoffText() {}

    /// The draft, as Markdown.
    ///
    /// @param now when the shift ends, while it goes on
    public static String draft(Journal journal, Shift shift, Facts facts, Instant now, Locale locale, ZoneId zone) {
        Words words = Words.in(locale);
        List<Incident> incidents = incidents(journal, shift, now);
        List<String> out = new ArrayList<>();
        out.add("# " + words.get("h.title", Escaped.text(shift.system())));
        out.add("");
        out.add("**" + words.get("h.from") + ":** " + Escaped.text(shift.operator()) + "  ");
        out.add("**" + words.get("h.shift") + ":** " + span(shift, now, zone, locale));
        out.add("");
        out.addAll(new Opening(words, locale).of(incidents, facts, now));
        out.add("");
        out.add("## " + words.get("h.happened"));
        out.add("");
        out.addAll(happened(shift, incidents, now, words));
        out.add("");
        out.add("## " + words.get("h.open"));
        out.add("");
        out.addAll(open(shift, incidents, facts, words));
        if (!facts.ahead().isEmpty()) {
            out.add("");
            out.add("## " + words.get("h.ahead"));
            out.add("");
            facts.ahead().forEach(a -> out.add("- " + Escaped.line(a)));
        }
        out.addAll(evidence(shift, words));
        return String.join("\n", out).strip() + "\n";
    }

    private static String span(Shift shift, Instant now, ZoneId zone, Locale locale) {
        Instant end = shift.ended() == null ? now : shift.ended();
        DateTimeFormatter local =
                DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).withZone(zone);
        String zoneName =
                DateTimeFormatter.ofPattern("z", locale).withZone(zone).format(end);
        String utc = Words.day(shift.started()) + ", " + Words.clock(shift.started()) + "–" + Words.clock(end) + " UTC";
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

    private static List<String> happened(Shift shift, List<Incident> incidents, Instant now, Words words) {
        List<String> lines = new ArrayList<>();
        for (Incident i : incidents) {
            String cause = new PostmortemFacts(i, words).value(TemplateRole.CAUSE, "");
            Instant end = i.resolved();
            lines.add("- "
                    + words.get(
                            "h.incident",
                            Words.clock(i.began()) + "–" + (end == null ? "…" : Words.clock(end)),
                            String.valueOf(i.number()),
                            String.valueOf(i.severity()),
                            Escaped.text(i.title()),
                            words.length(i.lasted(now)),
                            cause == null ? words.get("h.incident.nocause") : words.get("h.incident.cause", cause)));
        }
        changes(shift, words, lines);
        alerts(shift, words, lines);
        commands(shift, words, lines);
        return lines.isEmpty() ? List.of(words.get("h.quiet")) : lines;
    }

    private static void changes(Shift shift, Words words, List<String> lines) {
        for (Change c : Change.of(shift.entries())) {
            Instant end = c.ended();
            String what = words.get(
                    "h.change",
                    Words.clock(c.began()) + "–" + (end == null ? "…" : Words.clock(end)),
                    words.get("kind." + c.kind()),
                    Escaped.text(c.title()),
                    c.ran(),
                    c.byHand(),
                    c.left());
            lines.add("- " + what + (c.failed() == 0 ? "" : words.get("h.change.failed", c.failed())));
        }
    }

    private static void alerts(Shift shift, Words words, List<String> lines) {
        List<String> names = new ArrayList<>();
        int fired = 0;
        int acknowledged = 0;
        long slowest = 0;
        for (Entry entry : shift.entries()) {
            switch (entry.detail()) {
                case Detail.AlertFired f -> {
                    fired++;
                    if (!names.contains(Escaped.text(f.name()))) {
                        names.add(Escaped.text(f.name()));
                    }
                }
                case Detail.AlertAcknowledged a -> {
                    acknowledged++;
                    slowest = Math.max(slowest, a.afterMillis());
                }
                default -> {}
            }
        }
        if (fired > 0) {
            String how = acknowledged < fired
                    ? words.get("h.alerts.unacknowledged", String.valueOf(fired - acknowledged))
                    : words.get("h.alerts.acknowledged", words.length(slowest));
            lines.add("- " + words.get("h.alerts", fired, String.join(", ", names), how));
        }
    }

    private static void commands(Shift shift, Words words, List<String> lines) {
        List<Detail.StepRan> ran = ran(shift);
        if (!ran.isEmpty()) {
            int bad = (int) ran.stream()
                    .filter(s -> !Integer.valueOf(0).equals(s.exit()))
                    .count();
            int hard = (int) ran.stream()
                    .filter(s -> s.risk().compareTo(plantao.runbook.Risk.DISRUPTIVE) >= 0)
                    .count();
            lines.add("- " + words.get("h.commands", ran.size(), bad, hard));
        }
    }

    private static List<Detail.StepRan> ran(Shift shift) {
        return shift.entries().stream()
                .map(Entry::detail)
                .filter(Detail.StepRan.class::isInstance)
                .map(Detail.StepRan.class::cast)
                .toList();
    }

    private static List<String> open(Shift shift, List<Incident> incidents, Facts facts, Words words) {
        List<String> lines = new ArrayList<>();
        for (Change c : Change.of(shift.entries())) {
            if (c.ended() == null) {
                lines.add("- [ ] " + words.get("h.open.change", Escaped.text(c.title()), String.valueOf(c.line())));
            }
        }
        for (Incident i : incidents) {
            if (i.open()) {
                lines.add("- [ ] "
                        + words.get(
                                "h.open.incident",
                                String.valueOf(i.number()),
                                String.valueOf(i.severity()),
                                Escaped.text(i.title())));
            } else if (blanks(i) > 0) {
                lines.add("- [ ] " + words.get("h.open.postmortem", String.valueOf(i.number()), blanks(i)));
            }
        }
        for (Facts.Progress list : facts.checklists()) {
            if (list.unticked().size() > FEW) {
                lines.add("- [ ] "
                        + words.get(
                                "h.open.list",
                                Escaped.text(list.title()),
                                String.valueOf(list.items() - list.unticked().size()),
                                String.valueOf(list.items()),
                                String.valueOf(list.line())));
            } else {
                list.unticked()
                        .forEach(i -> lines.add(
                                "- [ ] " + words.get("h.open.item", Escaped.text(i.text()), String.valueOf(i.line()))));
            }
        }
        return lines.isEmpty() ? List.of(words.get("h.open.none")) : lines;
    }

    static int blanks(Incident incident) {
        return incident.postmortem() == null ? 0 : Blanks.count(incident.postmortem());
    }

    private static List<String> evidence(Shift shift, Words words) {
        List<String> lines = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        List<String> commands = new ArrayList<>();
        List<String> timeline = new ArrayList<>();
        Sentence sentence = new Sentence(words);
        for (Entry entry : shift.entries()) {
            String at = "- " + Words.clock(entry.at()) + ": ";
            switch (entry.detail()) {
                case Detail.Note _ -> sentence.of(entry).ifPresent(s -> notes.add(at + s));
                case Detail.StepRan s -> commands.add(at + sentence.step(s));
                default -> sentence.of(entry).ifPresent(s -> timeline.add(at + s));
            }
        }
        part(lines, "## " + words.get("h.notes"), notes);
        if (!commands.isEmpty() || !timeline.isEmpty()) {
            lines.add("");
            lines.add("## " + words.get("h.evidence"));
        }
        part(lines, "### " + words.get("h.commands.title"), commands);
        part(lines, "### " + words.get("h.timeline"), timeline);
        return lines;
    }

    private static void part(List<String> lines, String heading, List<String> content) {
        if (!content.isEmpty()) {
            lines.add("");
            lines.add(heading);
            lines.add("");
            lines.addAll(content);
        }
    }

    /// The three sentences a handoff opens with.
    private record Opening(Words words, Locale locale) {
        /// A severe incident's post-mortem is due in three days, a milder one's in five (PagerDuty's incident
        /// response
        /// guide: three calendar days for SEV 1, five business days for SEV 2).
        private static final int SEVERE_DAYS = 3;

        private static final int MILD_DAYS = 5;

        List<String> of(List<Incident> incidents, Facts facts, Instant now) {
            Incident burning = incidents.reversed().stream()
                    .filter(Incident::open)
                    .findFirst()
                    .orElse(null);
            Incident unfinished = incidents.reversed().stream()
                    .filter(i -> !i.open() && blanks(i) > 0)
                    .findFirst()
                    .orElse(null);
            return List.of(
                    burns(burning, facts, now) + "  ",
                    first(burning, unfinished, facts) + "  ",
                    when(burning, unfinished, facts));
        }

        private String burns(@Nullable Incident burning, Facts facts, Instant now) {
            if (burning != null) {
                return words.get(
                        "h.burns.incident",
                        String.valueOf(burning.number()),
                        String.valueOf(burning.severity()),
                        Escaped.text(burning.title()),
                        words.length(burning.lasted(now)));
            }
            if (!facts.firing().isEmpty()) {
                return words.get(
                        "h.burns.alerts", facts.firing().size(), Escaped.text(String.join(", ", facts.firing())));
            }
            if (!facts.down().isEmpty()) {
                return words.get("h.burns.down", Escaped.text(String.join(", ", facts.down())));
            }
            return words.get("h.burns.nothing", facts.up().size());
        }

        private String first(@Nullable Incident burning, @Nullable Incident unfinished, Facts facts) {
            if (burning != null) {
                String playbook = burning.playbook();
                return words.get(
                        "h.first.incident",
                        String.valueOf(burning.number()),
                        playbook == null ? "" : words.get("h.first.playbook", Escaped.text(playbook)));
            }
            if (!facts.firing().isEmpty()) {
                return words.get("h.first.alert", Escaped.text(facts.firing().getFirst()));
            }
            if (unfinished != null) {
                return words.get("h.first.postmortem", String.valueOf(unfinished.number()), blanks(unfinished));
            }
            return facts.checklists().stream()
                    .flatMap(c -> c.unticked().stream())
                    .findFirst()
                    .map(i -> words.get("h.first.item", Escaped.text(i.text())))
                    .orElse(words.get("h.first.nothing"));
        }

        private String when(@Nullable Incident burning, @Nullable Incident unfinished, Facts facts) {
            if (burning != null || !facts.firing().isEmpty() || !facts.down().isEmpty()) {
                return words.get("h.when.now");
            }
            if (unfinished != null) {
                int days = unfinished.severity() == 1 ? SEVERE_DAYS : MILD_DAYS;
                return words.get(
                        "h.when.postmortem", Words.day(unfinished.declared().plus(Duration.ofDays(days))));
            }
            return facts.ahead().isEmpty()
                    ? words.get("h.when.shift")
                    : words.get("h.when.next", Escaped.text(facts.ahead().getFirst()));
        }
    }
}
