package plantao.journal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import plantao.runbook.Phase;
import plantao.runbook.Risk;

/// What happened, one record a kind. The names of kinds and of fields are stored: added to, never renamed.
public sealed interface Detail {

    /// The name the kind is stored under.
    default String kind() {
        return getClass().getSimpleName();
    }

    /// Somebody took over the console.
    ///
    /// @param until when it is planned to end, or null
    record ShiftStarted(UUID shift, @Nullable Instant until) implements Detail {
        /// A shift without a planned end.
        public ShiftStarted(UUID shift) {
            this(shift, null);
        }
    }

    /// Somebody stopped being on call.
    record ShiftEnded(UUID shift) implements Detail {}

    /// A handoff was written.
    ///
    /// @param to who takes over, or null when nobody is named yet
    record HandoffWritten(
            UUID handoff, UUID shift, @Nullable String to, String markdown) implements Detail {}

    /// The next operator read it and takes over.
    record HandoffAccepted(UUID handoff) implements Detail {}

    /// Somebody asked about a handoff, or answered.
    record HandoffRemarked(UUID handoff, String text) implements Detail {}

    /// A service stopped answering; `since` is the first bad reading.
    record ServiceDown(String service, String reason, Instant since) implements Detail {}

    /// A service answers again.
    record ServiceUp(String service, String answer, long downMillis) implements Detail {}

    /// An alert fired.
    ///
    /// @param measured the value with its unit, or null
    /// @param line the runbook's line that holds the rule
    record AlertFired(
            String alert,
            String name,
            int level,
            String condition,
            @Nullable String measured,
            Instant since,
            int line) implements Detail {}

    /// Its condition has held for a while, not yet long enough: so that a console that starts again goes on
    /// counting.
    record AlertPending(String alert, String name, Instant since) implements Detail {}

    /// It no longer holds, and never held long enough.
    record AlertEased(String alert, String name) implements Detail {}

    /// It comes and goes: told as one from now on. @param times how often it has fired lately
    record AlertFlapping(String alert, String name, int times) implements Detail {}

    /// Somebody looks after it. @param note what they said, or null
    record AlertAcknowledged(
            String alert,
            String name,
            long afterMillis,
            @Nullable String note) implements Detail {
        /// Without a word.
        public AlertAcknowledged(String alert, String name, long afterMillis) {
            this(alert, name, afterMillis, null);
        }
    }

    /// Its condition no longer holds.
    record AlertCleared(String alert, String name, long lastedMillis) implements Detail {}

    /// Alerts call nobody for a while.
    ///
    /// @param scope what it covers; `subject` is the service's name or the alert's id, empty for all
    /// @param name what it covers as the operator knows it
    /// @param maintenance whether the system is being worked on, not only kept quiet
    record Silenced(
            UUID silence,
            Silence.Scope scope,
            String subject,
            String name,
            Instant until,
            String reason,
            boolean maintenance)
            implements Detail {}

    /// A silence was taken back.
    record SilenceLifted(UUID silence, String name) implements Detail {}

    /// The operator was told that a silence is about to end.
    record SilenceEnding(UUID silence, String name, Instant until) implements Detail {}

    /// This console could reach nothing any more, and the fault is on its own side: what goes on is not known.
    ///
    /// @param network the part of the network that is out of reach; empty for all
    /// @param why what told so
    record Blinded(String network, String why, Instant since) implements Detail {}

    /// It sees again.
    record Sighted(String network, long blindMillis) implements Detail {}

    /// Nothing was watched for a while: the computer slept, or its clock was moved.
    record Paused(Instant from, Instant until) implements Detail {}

    /// Somebody is called over the webhook, because nobody acknowledged it. @param call the call's id
    record AlertCalledOut(String alert, String name, String call) implements Detail {}

    /// An incident was declared.
    ///
    /// @param number counts the system's incidents from 1
    /// @param severity 1 (worst) to 4
    /// @param began when the trouble began, as far as known
    record IncidentDeclared(
            UUID incident,
            int number,
            String title,
            int severity,
            Instant began,
            @Nullable String alert,
            @Nullable String playbook,
            List<String> services)
            implements Detail {}

    /// The trouble is over.
    record IncidentResolved(UUID incident) implements Detail {}

    /// Somebody was called in, as the runbook's ladder asks or before.
    ///
    /// @param to who was called
    /// @param rung the ladder's line as written; empty when it has none for it
    record Escalated(UUID incident, String to, String rung) implements Detail {}

    /// How far it is was told anew: [Incident.Status] in lower case.
    record IncidentStatus(UUID incident, String status) implements Detail {}

    /// It was graded anew. @param severity 1 (worst) to 4 @param before what it was until then
    record IncidentGraded(UUID incident, int severity, int before) implements Detail {}

    /// Somebody took a part in it. @param role [Incident.Role] in lower case @param who empty for nobody any more
    record IncidentRole(UUID incident, String role, String who) implements Detail {}

    /// A message about it was given out, or is about to be posted.
    ///
    /// @param template the runbook's template it was written from
    /// @param way `copy`, `mail`, or the kind of place it is posted to
    /// @param to the place's name or the mail's addresses; empty for `copy`
    /// @param next when the next one is due, or null
    record MessageSent(
            UUID message,
            UUID incident,
            String template,
            String way,
            String to,
            String text,
            @Nullable Instant next) implements Detail {}

    /// An attempt to post a message has ended.
    ///
    /// @param attempt from 1
    /// @param outcome `taken`, `refused` (and tried again), `given-up`, or `unknown`: it may have arrived
    /// @param reason a short phrase without an address; null when it was taken
    record MessageTried(
            UUID message,
            UUID incident,
            String to,
            int attempt,
            String outcome,
            @Nullable String reason) implements Detail {}

    /// The record is closed, with its post-mortem as it then stood.
    record IncidentClosed(UUID incident, String markdown) implements Detail {}

    /// The post-mortem's text was saved.
    record PostmortemSaved(UUID incident, String markdown) implements Detail {}

    /// How far the post-mortem is: [Incident.Paper] in lower case, with `-` for `_`.
    record PostmortemState(UUID incident, String state) implements Detail {}

    /// Something is to be done later.
    ///
    /// @param incident it comes from, or null
    /// @param owner empty for nobody
    record FollowUpAdded(
            UUID followUp,
            @Nullable UUID incident,
            String text,
            String owner,
            @Nullable LocalDate due) implements Detail {}

    /// A follow-up is done, or is not after all. @param followUp [FollowUp#key]
    record FollowUpDone(String followUp, String text, boolean done) implements Detail {}

    /// Somebody was given a follow-up. @param followUp [FollowUp#key] @param owner empty for nobody any more
    record FollowUpGiven(
            String followUp,
            String text,
            String owner,
            @Nullable LocalDate due) implements Detail {}

    /// Somebody wrote something down.
    ///
    /// @param happened when it happened, where that was before it was written down; else null
    record Note(String text, @Nullable Instant happened) implements Detail {
        /// Of what happens now.
        public Note(String text) {
            this(text, null);
        }
    }

    /// A playbook or procedure was opened.
    ///
    /// @param textHash the runbook's version it follows
    /// @param target the environment it is bound to for life
    /// @param procedure the procedure's kind (`deploy`, `backup`, …), or null for a playbook
    record RunStarted(
            UUID run,
            String title,
            int line,
            String textHash,
            String target,
            @Nullable String procedure) implements Detail {
        /// A playbook was opened.
        public RunStarted(UUID run, String title, int line, String textHash, String target) {
            this(run, title, line, textHash, target, null);
        }
    }

    /// A value was filled in for a playbook's placeholder or variable.
    ///
    /// @param value empty when it was taken back, or is a secret, which is never written down
    record ValueGiven(UUID run, String name, String value) implements Detail {}

    /// Among several ways of doing the same one was taken.
    record WayChosen(UUID run, String way, List<String> others) implements Detail {}

    /// A step that changes something was begun: what ran is known even when the console ends before the step does.
    ///
    /// @param command the resolved text, secrets masked
    /// @param asked what the operator had to say first: `nothing`, `confirmed` or `name-typed`
    record StepBegun(UUID run, int step, String title, Phase phase, String command, Risk risk, String asked)
            implements Detail {}

    /// A step's commands were run, or could not be.
    ///
    /// @param command the resolved text, secrets masked
    /// @param outcome `exited`, `timed-out`, `cancelled`, `not-started`
    /// @param exit the exit status, for `exited`
    /// @param reason for `not-started`: why
    /// @param excerpt the last lines of the output, masked
    /// @param typed whether the operator typed it in, because no step had it
    record StepRan(
            UUID run,
            int step,
            String title,
            Phase phase,
            String command,
            Risk risk,
            String outcome,
            @Nullable Integer exit,
            @Nullable String reason,
            long millis,
            String excerpt,
            boolean typed)
            implements Detail {}

    /// The checks of a run were made once more, after something was done.
    ///
    /// @param after the step that was last done beyond looking; empty when none was
    /// @param checks the checks' titles
    /// @param before how each ended the time before, in the checks' order
    /// @param now how each ended now
    record Rechecked(UUID run, String after, List<String> checks, List<String> before, List<String> now)
            implements Detail {}

    /// A step was done by hand.
    record StepDone(UUID run, int step, String title, Phase phase) implements Detail {}

    /// A step was left out.
    record StepSkipped(UUID run, int step, String title, Phase phase, String reason) implements Detail {}

    /// What a step had left running was stopped. @param processes each one's number and command line, masked
    record LeftStopped(UUID run, int step, String title, List<String> processes) implements Detail {}

    /// A symptom was seen, or not after all.
    record SymptomMarked(UUID run, String symptom, boolean seen) implements Detail {}

    /// What is thought of a cause: `suspected`, `ruled-out`, `confirmed` or `open`.
    record CauseMarked(UUID run, String cause, String verdict) implements Detail {}

    /// The playbook was left.
    record RunEnded(UUID run, String title) implements Detail {}

    /// A checklist's item was ticked.
    ///
    /// @param checklist the checklist's title
    /// @param line the item's line in the runbook
    /// @param against what the board said of it that did not make it so; null where it said nothing else
    record ItemTicked(
            UUID shift,
            String checklist,
            String item,
            int line,
            @Nullable String evidence,
            @Nullable String against) implements Detail {
        /// The board said nothing else.
        public ItemTicked(UUID shift, String checklist, String item, int line, @Nullable String evidence) {
            this(shift, checklist, item, line, evidence, null);
        }
    }

    /// A checklist's item ticked itself: what it states is so. @param evidence the reading that tells
    record ItemTold(UUID shift, String checklist, String item, int line, String evidence) implements Detail {}

    /// A tick, a skip or a deferral was taken back.
    ///
    /// @param against what the board said of it that made it so; null where it said nothing
    record ItemUnticked(
            UUID shift,
            String checklist,
            String item,
            int line,
            @Nullable String against) implements Detail {
        /// The board said nothing.
        public ItemUnticked(UUID shift, String checklist, String item, int line) {
            this(shift, checklist, item, line, null);
        }
    }

    /// A checklist's item was left out, for a reason.
    record ItemSkipped(UUID shift, String checklist, String item, int line, String reason) implements Detail {}

    /// A checklist's item was put off: it stays open until it is ticked or skipped, in this shift or a later one.
    ///
    /// @param until when it should be taken up again, or null
    record ItemDeferred(
            UUID shift,
            String checklist,
            String item,
            int line,
            String reason,
            @Nullable Instant until) implements Detail {}

    /// Something was written down about a checklist's item.
    record ItemNoted(UUID shift, String checklist, String item, int line, String text) implements Detail {}

    /// Somebody was given a checklist's item. @param owner empty for nobody any more
    record ItemAssigned(UUID shift, String checklist, String item, int line, String owner) implements Detail {}

    /// A practice scenario began.
    record ScenarioBegun(String scenario, String title) implements Detail {}

    /// The trouble of a practice scenario was over, as its own proof told.
    record ScenarioMended(String scenario) implements Detail {}

    /// A practice scenario's fault was taken away.
    record ScenarioEnded(String scenario) implements Detail {}

    /// Another environment was chosen to be watched and worked in.
    ///
    /// @param from the id of the one before
    /// @param to the id of the one from now on
    record EnvironmentChosen(String from, String to, String label) implements Detail {}

    /// A file was written.
    record Exported(String what, String file) implements Detail {}

    /// The detail was blanked because it held something that must not be kept.
    record Redacted(String reason) implements Detail {}

    /// The log was restored from a backup: the first entry of a new chain.
    ///
    /// @param made when the backup was made
    /// @param entries how many it holds
    /// @param known where each device's chain ended in it: `device number hash`
    record LogRestored(String backup, Instant made, long entries, List<String> known) implements Detail {}

    /// A kind that a newer console wrote; kept as it came.
    record Foreign(String name, String json) implements Detail {
        @Override
        public String kind() {
            return name;
        }
    }
}
