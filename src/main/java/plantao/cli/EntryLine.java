package plantao.cli;

import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import plantao.journal.Detail;
import plantao.journal.Entry;

/// An entry as one line of text.
final class EntryLine {
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private static final DateTimeFormatter FULL = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    private EntryLine() {}

    static String of(Entry entry) {
        return CLOCK.format(entry.at()) + "  " + text(entry);
    }

    /// The same with the date, the system and the operator, for lists over many days.
    static String full(Entry entry, ZoneId zone) {
        return FULL.withZone(zone).format(entry.at()) + "  " + (entry.system().isEmpty() ? "" : entry.system() + " · ")
                + entry.operator() + "  " + text(entry);
    }

    private static String text(Entry entry) {
        return switch (entry.detail()) {
            case Detail.ShiftStarted _ -> "shift      " + entry.operator() + " is on call";
            case Detail.ShiftEnded _ -> "shift      ended";
            case Detail.HandoffWritten h -> "handoff    written" + (h.to() == null ? "" : " for " + h.to());
            case Detail.HandoffAccepted _ -> "handoff    accepted by " + entry.operator();
            case Detail.HandoffRemarked h -> "handoff    " + entry.operator() + ": " + h.text();
            case Detail.Escalated e -> "incident   escalated to " + e.to();
            case Detail.IncidentStatus s -> "incident   " + s.status();
            case Detail.IncidentGraded g -> "incident   graded severity " + g.severity() + ", before " + g.before();
            case Detail.IncidentRole r -> "incident   " + r.role() + (r.who().isBlank() ? ": nobody" : ": " + r.who());
            case Detail.MessageSent m ->
                "message    " + m.template() + (m.to().isEmpty() ? " copied" : " for " + m.to());
            case Detail.MessageTried m ->
                "message    to " + m.to() + ", attempt " + m.attempt() + ": " + m.outcome()
                        + (m.reason() == null ? "" : ", " + m.reason());
            case Detail.PostmortemState s -> "incident   post-mortem " + s.state();
            case Detail.FollowUpAdded f -> "follow-up  " + f.text() + (f.due() == null ? "" : ", due " + f.due());
            case Detail.FollowUpDone f -> "follow-up  " + f.text() + (f.done() ? ": done" : ": not done after all");
            case Detail.FollowUpGiven f ->
                "follow-up  " + f.text() + (f.owner().isBlank() ? ": nobody's" : ": for " + f.owner())
                        + (f.due() == null ? "" : ", due " + f.due());
            case Detail.ServiceDown d -> "down       " + d.service() + ": " + d.reason();
            case Detail.ServiceUp u ->
                "up         " + u.service() + " after " + time(u.downMillis()) + ": " + u.answer();
            case Detail.AlertFired f ->
                "alert      " + f.name() + " fires" + (f.measured() == null ? "" : " (" + f.measured() + ")")
                        + ", runbook line " + f.line();
            case Detail.AlertAcknowledged a ->
                "alert      " + a.name() + " acknowledged after " + time(a.afterMillis());
            case Detail.AlertCleared c -> "alert      " + c.name() + " cleared, lasted " + time(c.lastedMillis());
            case Detail.AlertPending p -> "alert      " + p.name() + " holds, not yet long enough";
            case Detail.AlertEased e -> "alert      " + e.name() + " passed before it fired";
            case Detail.AlertCalledOut c -> "called out " + c.name();
            case Detail.AlertFlapping f -> "alert      " + f.name() + " comes and goes: " + f.times() + " times";
            case Detail.Silenced s ->
                (s.maintenance() ? "maintained " : "silenced   ") + s.name() + " until " + CLOCK.format(s.until())
                        + (s.reason().isBlank() ? "" : ": " + s.reason());
            case Detail.SilenceLifted s -> "silenced   " + s.name() + ": taken back";
            case Detail.SilenceEnding s -> "silenced   " + s.name() + ": ends " + CLOCK.format(s.until());
            case Detail.Blinded b -> "blind      " + b.network() + (b.network().isEmpty() ? "" : ": ") + b.why();
            case Detail.Sighted s -> "blind      " + s.network() + " no more, after " + time(s.blindMillis());
            case Detail.Paused p ->
                "paused     nothing was watched from " + CLOCK.format(p.from()) + " to " + CLOCK.format(p.until());
            case Detail.IncidentDeclared i ->
                "incident   " + i.number() + " declared, severity " + i.severity() + ": " + i.title();
            case Detail.IncidentResolved _ -> "incident   resolved";
            case Detail.IncidentClosed _ -> "incident   closed";
            case Detail.PostmortemSaved _ -> "incident   post-mortem saved";
            case Detail.Note n -> "note       " + n.text();
            case Detail.RunStarted r ->
                "playbook   " + r.title() + " opened, runbook line " + r.line() + ", on " + r.target();
            case Detail.ValueGiven v ->
                "value      " + v.name() + (v.value().isEmpty() ? " (secret, or taken back)" : " = " + v.value());
            case Detail.WayChosen w -> "way        " + w.way() + ", instead of " + String.join(", ", w.others());
            case Detail.StepBegun s ->
                "step       " + s.title() + ": begins (" + s.risk().name().toLowerCase(Locale.ROOT) + ", " + s.asked()
                        + ")";
            case Detail.StepRan s -> "step       " + s.title() + ": " + ran(s);
            case Detail.Rechecked r ->
                "checks     again" + (r.after().isEmpty() ? "" : " after " + r.after()) + ": "
                        + IntStream.range(0, r.checks().size())
                                .mapToObj(i -> r.checks().get(i) + ": "
                                        + r.before().get(i) + " → " + r.now().get(i))
                                .collect(Collectors.joining("; "));
            case Detail.StepDone s -> "step       " + s.title() + ": done by hand";
            case Detail.StepSkipped s -> "step       " + s.title() + ": skipped, " + s.reason();
            case Detail.LeftStopped s ->
                "step       " + s.title() + ": what it had left running stopped: " + String.join("; ", s.processes());
            case Detail.SymptomMarked s -> "symptom    " + s.symptom() + (s.seen() ? ": seen" : ": not seen");
            case Detail.CauseMarked c -> "cause      " + c.cause() + ": " + c.verdict();
            case Detail.RunEnded r -> "playbook   " + r.title() + " left";
            case Detail.ItemTicked t ->
                "checklist  " + t.item() + ": ticked" + (t.against() == null ? "" : ", against " + t.against());
            case Detail.ItemTold t -> "checklist  " + t.item() + ": ticked by the board, " + t.evidence();
            case Detail.ItemUnticked t ->
                "checklist  " + t.item() + ": tick taken back"
                        + (t.against() == null ? "" : ", against " + t.against());
            case Detail.ItemSkipped t -> "checklist  " + t.item() + ": skipped, " + t.reason();
            case Detail.ItemDeferred t -> "checklist  " + t.item() + ": deferred, " + t.reason();
            case Detail.ItemNoted t -> "checklist  " + t.item() + ": " + t.text();
            case Detail.ItemAssigned t ->
                "checklist  " + t.item() + (t.owner().isBlank() ? ": nobody's" : ": for " + t.owner());
            case Detail.ScenarioBegun s -> "practice   " + s.title() + " begins";
            case Detail.EnvironmentChosen c -> "environment " + c.to() + " chosen, before " + c.from();
            case Detail.ScenarioMended _ -> "practice   the trouble is over";
            case Detail.ScenarioEnded _ -> "practice   scenario ends";
            case Detail.Exported x -> "file       " + x.file();
            case Detail.Redacted r -> "redacted   " + r.reason();
            case Detail.LogRestored r -> "log        restored from " + r.backup();
            case Detail.Foreign f -> f.name();
        };
    }

    private static String ran(Detail.StepRan s) {
        return switch (s.outcome()) {
            case "exited" -> "exit " + s.exit() + " after " + time(s.millis());
            case "not-started" -> "not started: " + s.reason();
            default -> s.outcome() + " after " + time(s.millis());
        };
    }

    /// `850 ms`, `12.3 s`, `4 min 12 s`.
    static String time(long millis) {
        if (millis < 1000) {
            return millis + " ms";
        }
        Duration d = Duration.ofMillis(millis);
        return d.toMinutes() == 0
                ? String.format(Locale.ROOT, "%.1f s", millis / 1000.0)
                : d.toMinutes() + " min " + d.toSecondsPart() + " s";
    }
}
