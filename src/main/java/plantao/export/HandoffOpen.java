package plantao.export;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import plantao.journal.Change;
import plantao.journal.Entry;
import plantao.journal.FollowUp;
import plantao.journal.Incident;
import plantao.journal.ItemState;
import plantao.journal.OpenWalk;

/// What the next operator takes over: incidents, alerts, what was put off, post-mortems and their follow-ups, what
/// nobody ticked.
record HandoffOpen(DocumentWords words, List<Entry> lately, List<OpenWalk> left, HandoffState facts, Instant now) {
    /// More open items than this of one checklist are only counted, and so is a list nobody began: the handoff fits
    /// one screen.
    private static final int FEW = 3;

    /// A severe incident's post-mortem is due in three days, a milder one's in five (PagerDuty's incident response
    /// guide: three calendar days for SEV 1, five business days for SEV 2).
    private static final int SEVERE_DAYS = 3;

    private static final int MILD_DAYS = 5;

    List<String> of(List<Incident> incidents) {
        List<String> lines = new ArrayList<>();
        for (Incident i : incidents) {
            if (i.open()) {
                Instant over = i.resolved();
                lines.add(words.get(
                        "h.open.incident",
                        String.valueOf(i.number()),
                        String.valueOf(i.severity()),
                        MarkdownEscape.text(i.title()),
                        over == null ? "" : words.get("h.open.resolved", words.at(over, now))));
            }
        }
        facts.firing().forEach(f -> lines.add(alert(f)));
        for (Change c : Change.of(lately)) {
            if (c.ended() == null) {
                lines.add(words.get("h.open.change", MarkdownEscape.text(c.title()), String.valueOf(c.line())));
            }
        }
        left.forEach(w -> lines.add(walk(w)));
        facts.deferred().forEach(d -> lines.add(deferred(d)));
        for (Incident i : incidents) {
            if (unfinished(i)) {
                String number = String.valueOf(i.number());
                String due = DocumentWords.day(postmortemDue(i));
                lines.add(
                        begun(i)
                                ? words.get("h.open.postmortem", number, blanks(i), due)
                                : words.get("h.open.postmortem.begin", number, due));
            }
        }
        facts.followUps().forEach(f -> lines.add(followUp(f)));
        facts.checklists().forEach(c -> unticked(c, lines));
        return lines.isEmpty()
                ? List.of(words.get("h.open.none"))
                : lines.stream().map(l -> "- [ ] " + l).toList();
    }

    private String walk(OpenWalk w) {
        return w.step() == null || w.at() == null
                ? words.get("h.open.walk.begin", MarkdownEscape.text(w.title()), words.at(w.opened(), now))
                : words.get(
                        "h.open.walk",
                        MarkdownEscape.text(w.title()),
                        MarkdownEscape.text(w.step()),
                        words.at(w.at(), now));
    }

    private String alert(HandoffState.Firing f) {
        String how = f.by() == null || f.at() == null
                ? words.get("h.open.unacknowledged")
                : words.get("h.open.acknowledged", MarkdownEscape.text(f.by()), words.at(f.at(), now));
        Instant quiet = f.quiet();
        String why = f.why() == null || f.why().isBlank() ? "" : ": " + MarkdownEscape.text(f.why());
        return words.get(
                "h.open.alert",
                MarkdownEscape.text(f.name()),
                words.at(f.fired(), now),
                how
                        + (f.flapping() ? words.get("h.open.flapping") : "")
                        + (quiet == null ? "" : words.get("h.open.quiet", words.at(quiet, now), why)));
    }

    private String deferred(ItemState d) {
        List<String> more = new ArrayList<>();
        if (d.words() != null && !d.words().isBlank()) {
            more.add(MarkdownEscape.text(d.words()));
        }
        if (d.owner() != null) {
            more.add(words.get("h.open.owner", MarkdownEscape.text(d.owner())));
        }
        String said = more.isEmpty() ? "" : " (" + String.join(", ", more) + ")";
        return d.until() == null
                ? words.get("h.open.deferred", MarkdownEscape.text(d.item()), said)
                : words.get("h.open.deferred.until", MarkdownEscape.text(d.item()), words.at(d.until(), now), said);
    }

    private void unticked(HandoffState.Progress list, List<String> lines) {
        boolean untouched = list.open().size() == list.items() && list.items() > 1;
        if (list.open().size() > FEW || untouched) {
            lines.add(words.get(
                    "h.open.list",
                    MarkdownEscape.text(list.title()),
                    String.valueOf(list.ticked()),
                    String.valueOf(list.items()),
                    String.valueOf(list.line())));
        } else {
            list.open()
                    .forEach(i -> lines.add(
                            words.get("h.open.item", MarkdownEscape.text(i.text()), String.valueOf(i.line()))));
        }
    }

    /// One of a post-mortem is Markdown already; what was typed is not.
    private String followUp(FollowUp f) {
        List<String> about = new ArrayList<>();
        boolean typed = f.incident() == null || !f.key().startsWith(f.incident() + " ");
        if (!f.owner().isBlank()) {
            about.add(MarkdownEscape.text(f.owner()));
        }
        if (f.due() != null) {
            boolean late = f.late(LocalDate.ofInstant(now, ZoneOffset.UTC));
            about.add(
                    late
                            ? words.get("h.followup.late", f.due().toString())
                            : f.due().toString());
        }
        return (typed ? MarkdownEscape.text(f.text()) : f.text())
                + (about.isEmpty() ? "" : " (" + String.join(", ", about) + ")");
    }

    /// Over, and its post-mortem is not yet one that can be sent on.
    static boolean unfinished(Incident incident) {
        return incident.resolved() != null && (!begun(incident) || !incident.open() && blanks(incident) > 0);
    }

    static boolean begun(Incident incident) {
        return incident.postmortem() != null && !incident.postmortem().isBlank();
    }

    static int blanks(Incident incident) {
        return incident.postmortem() == null ? 0 : DocumentBlanks.count(incident.postmortem());
    }

    static Instant postmortemDue(Incident incident) {
        return incident.declared().plus(Duration.ofDays(incident.severity() == 1 ? SEVERE_DAYS : MILD_DAYS));
    }
}
