package plantao.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import plantao.journal.Detail;
import plantao.journal.Entry;
import plantao.journal.TellingLine;
import plantao.runbook.Risk;
import plantao.runbook.TypedLines;

/// An entry in words, as a line of a timeline.
record EntrySentence(DocumentWords words) {
    /// So many signs of what a step printed are told.
    private static final int LONGEST = 160;
    private static final int SHORT = 60;

    /// The sentence, safe for Markdown; empty for entries that say nothing in a document (exports, notes saved).
    Optional<String> of(Entry entry) {
        return Optional.ofNullable(
                switch (entry.detail()) {
                    case Detail.ShiftStarted _ -> say("t.shift.started", entry.operator());
                    case Detail.ShiftEnded _ -> say("t.shift.ended", entry.operator());
                    case Detail.HandoffWritten _ -> say("t.handoff.written");
                    case Detail.HandoffAccepted _ -> say("t.handoff.accepted", entry.operator());
                    case Detail.HandoffRemarked r -> say("t.handoff.remarked", entry.operator(), r.text());
                    case Detail.Escalated e -> say("t.escalated", e.to(), entry.operator());
                    case Detail.IncidentStatus s -> say("t.status", words.get("status." + s.status()));
                    case Detail.IncidentGraded g ->
                        say(
                                g.severity() < g.before() ? "t.raised" : "t.lowered",
                                String.valueOf(g.before()),
                                String.valueOf(g.severity()),
                                entry.operator());
                    case Detail.IncidentRole r ->
                        r.who().isBlank()
                                ? say("t.role.nobody", words.get("role." + r.role()))
                                : say("t.role", words.get("role." + r.role()), r.who());
                    case Detail.MessageSent m ->
                        m.to().isEmpty()
                                ? say("t.message.copied", m.template(), entry.operator())
                                : say("t.message.sent", m.template(), m.to(), entry.operator());
                    case Detail.MessageTried m ->
                        m.outcome().equals("taken")
                                ? say("t.message.taken", m.to(), String.valueOf(m.attempt()))
                                : m.outcome().equals("refused")
                                        ? null
                                        : say("t.message." + m.outcome(), m.to(), m.reason() == null ? "" : m.reason());
                    case Detail.PostmortemState _ -> null;
                    case Detail.FollowUpAdded f -> say("t.followup", f.text());
                    case Detail.FollowUpDone f -> say(f.done() ? "t.followup.done" : "t.followup.undone", f.text());
                    case Detail.FollowUpGiven f ->
                        f.owner().isBlank()
                                ? say("t.followup.nobody", f.text())
                                : say("t.followup.given", f.text(), f.owner());
                    case Detail.ServiceDown d -> say("t.down", d.service(), words.said(d.reason()));
                    case Detail.ServiceUp u -> say("t.up", u.service(), words.length(u.downMillis()), u.answer());
                    case Detail.AlertFired f -> fired(f);
                    case Detail.AlertAcknowledged a ->
                        say(
                                "t.acknowledged",
                                a.name(),
                                entry.operator(),
                                words.length(a.afterMillis()) + (a.note() == null ? "" : " (" + a.note() + ")"));
                    case Detail.AlertCalledOut c -> say("t.calledout", c.name());
                    case Detail.AlertFlapping f -> say("t.flapping", f.name(), String.valueOf(f.times()));
                    case Detail.Silenced s ->
                        say(
                                s.maintenance() ? "t.maintenance" : "t.silenced",
                                s.name(),
                                DocumentWords.clock(s.until()),
                                s.reason().isBlank() ? "" : ": " + s.reason(),
                                entry.operator());
                    case Detail.SilenceLifted s -> say("t.lifted", s.name(), entry.operator());
                    case Detail.Blinded b -> say("t.blind", b.network(), b.why());
                    case Detail.Sighted s -> say("t.sighted", s.network(), words.length(s.blindMillis()));
                    case Detail.Paused p ->
                        say("t.paused", DocumentWords.clock(p.from()), DocumentWords.clock(p.until()));
                    case Detail.AlertPending _, Detail.AlertEased _, Detail.SilenceEnding _ -> null;
                    case Detail.AlertCleared c -> say("t.cleared", c.name(), words.length(c.lastedMillis()));
                    case Detail.IncidentDeclared i ->
                        say("t.declared", String.valueOf(i.number()), entry.operator(), String.valueOf(i.severity()));
                    case Detail.IncidentResolved _ -> say("t.resolved");
                    case Detail.IncidentClosed _ -> say("t.closed");
                    case Detail.Note n ->
                        "“" + MarkdownEscape.text(n.text()) + "” (" + MarkdownEscape.text(entry.operator()) + ")";
                    case Detail.RunStarted r -> say(r.procedure() == null ? "t.run" : "t.procedure", r.title());
                    case Detail.RunEnded r -> say("t.run.ended", r.title());
                    case Detail.WayChosen w -> say("t.way", w.way(), String.join(", ", w.others()));
                    case Detail.StepBegun _, Detail.ValueGiven _ -> null;
                    case Detail.StepRan s -> step(s);
                    case Detail.Rechecked r -> rechecked(r);
                    case Detail.StepDone s -> say("t.done", StepDeed.of(s.title()));
                    case Detail.StepSkipped s -> say("t.skipped", s.title(), s.reason());
                    case Detail.LeftStopped l -> say("t.left.stopped", l.title(), String.join("; ", l.processes()));
                    case Detail.SymptomMarked s -> say(s.seen() ? "t.symptom.seen" : "t.symptom.unseen", s.symptom());
                    case Detail.CauseMarked c -> say("t.cause." + c.verdict(), c.cause());
                    case Detail.ItemTicked t ->
                        (t.evidence() == null
                                        ? say("t.ticked", t.item())
                                        : say("t.ticked.evidence", t.item(), t.evidence()))
                                + against(t.against());
                    case Detail.ItemTold t -> say("t.told", t.item(), t.evidence());
                    case Detail.ItemUnticked t -> say("t.unticked", t.item()) + against(t.against());
                    case Detail.ItemSkipped t -> say("t.item.skipped", t.item(), t.reason());
                    case Detail.ItemDeferred t ->
                        t.reason().isBlank()
                                ? say("t.item.deferred", t.item())
                                : say("t.item.deferred.why", t.item(), t.reason());
                    case Detail.ItemNoted t -> say("t.item.noted", t.item(), t.text());
                    case Detail.ItemAssigned t ->
                        t.owner().isBlank()
                                ? say("t.item.nobody", t.item())
                                : say("t.item.assigned", t.item(), t.owner());
                    case Detail.ScenarioBegun s -> say("t.scenario", s.title());
                    case Detail.EnvironmentChosen c -> say("t.environment", c.label(), c.from(), c.to());
                    case Detail.ScenarioMended _ -> say("t.scenario.mended");
                    case Detail.ScenarioEnded _ -> say("t.scenario.ended");
                    case Detail.Redacted r -> say("t.redacted", r.reason());
                    case Detail.LogRestored r -> say("t.restored", r.backup());
                    case Detail.Foreign f -> say("t.foreign", f.name());
                    case Detail.PostmortemSaved _, Detail.Exported _ -> null;
                });
    }

    /// What happened together (`IncidentStory.together`) as one sentence; empty when it is no event of the story.
    Optional<String> of(List<Entry> together) {
        if (together.size() == 1) {
            return of(together.getFirst());
        }
        List<String> titles = new ArrayList<>();
        String reason = "";
        for (Entry entry : together) {
            if (entry.detail() instanceof Detail.StepSkipped s) {
                titles.add(s.title());
                reason = s.reason();
            }
        }
        return Optional.of(say("t.skipped.several", String.join("; ", titles), reason));
    }

    /// The alert, its condition as far as its name does not say it, and what was measured or answered.
    private String fired(Detail.AlertFired f) {
        String condition = f.condition().startsWith(f.name())
                ? f.condition().substring(f.name().length()).strip()
                : f.condition();
        String measured = f.measured() == null ? "" : words.said(f.measured());
        String figure = words.figure(measured);
        String why = measured.isEmpty()
                ? MarkdownEscape.text(condition)
                : figure == null
                        ? MarkdownEscape.text(condition.isEmpty() ? measured : condition + " (" + measured + ")")
                        : (condition.isEmpty() ? "" : MarkdownEscape.text(condition) + ", ")
                                + say("t.measured", figure);
        return say("t.fired", f.name()) + (why.isEmpty() ? "" : ": " + why);
    }

    /// What the checks said before and after, one behind the other; those that say the same are left to the log.
    private String rechecked(Detail.Rechecked r) {
        List<String> changed = new ArrayList<>();
        for (int i = 0;
                i
                        < Math.min(
                                r.checks().size(),
                                Math.min(r.before().size(), r.now().size()));
                i++) {
            if (!r.before().get(i).equals(r.now().get(i))) {
                changed.add(say(
                        "t.rechecked.one",
                        r.checks().get(i),
                        r.before().get(i),
                        r.now().get(i)));
            }
        }
        String all = changed.isEmpty() ? words.get("t.rechecked.same") : String.join("; ", changed);
        return r.after().isEmpty()
                ? words.get("t.rechecked", all)
                : words.get("t.rechecked.after", MarkdownEscape.text(r.after()), all);
    }

    /// What the board said otherwise.
    private String against(@Nullable String said) {
        return said == null ? "" : say("t.against", said);
    }

    /// A step with its command and how it went.
    String step(Detail.StepRan s) {
        String command = MarkdownEscape.code(TypedLines.told(s.command()));
        String what = s.typed()
                ? words.get("t.step.typed", command)
                : s.title().equals(s.command()) ? command : MarkdownEscape.text(deed(s)) + ": " + command;
        if (!s.outcome().equals("exited")) {
            return words.get("t.step.other", what, outcome(s));
        }
        String ended = words.get("t.step.exited", what, String.valueOf(s.exit()), words.length(s.millis()));
        String printed = Integer.valueOf(0).equals(s.exit()) ? answer(s) : lastWords(s);
        return printed.isEmpty() ? ended : ended + ": " + MarkdownEscape.code(printed);
    }

    /// What was done, without the command that stands behind it anyway.
    private static String deed(Detail.StepRan s) {
        String deed = StepDeed.of(s.title());
        String before = deed.endsWith(s.command())
                ? deed.substring(0, deed.length() - s.command().length()).replaceFirst("[\\s:–—-]+$", "")
                : deed;
        return before.isEmpty() ? deed : before;
    }

    /// What a check answered, where it is one short line: that is what it was asked for.
    private static String answer(Detail.StepRan s) {
        List<String> lines =
                s.excerpt().lines().map(String::strip).filter(l -> !l.isEmpty()).toList();
        return s.risk() == Risk.SAFE && lines.size() == 1 && lines.getFirst().length() <= SHORT ? lastWords(s) : "";
    }

    /// What a step printed that says most of how it ended, cut where it is very long; empty where it printed
    /// nothing.
    static String lastWords(Detail.StepRan s) {
        String last = TellingLine.of(s.excerpt());
        int end = last.offsetByCodePoints(0, Math.min(LONGEST, last.codePointCount(0, last.length())));
        return end < last.length() ? last.substring(0, end) + "…" : last;
    }

    private String outcome(Detail.StepRan s) {
        return words.get(
                "t.step." + s.outcome(),
                s.reason() == null ? words.length(s.millis()) : MarkdownEscape.text(words.said(s.reason())));
    }

    private String say(String key, String... texts) {
        Object[] escaped = new Object[texts.length];
        for (int i = 0; i < texts.length; i++) {
            escaped[i] = MarkdownEscape.text(texts[i]);
        }
        return words.get(key, escaped);
    }
}
