package plantao.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import plantao.alert.Trail;
import plantao.journal.Entry;
import plantao.journal.Incident;
import plantao.journal.ItemKey;
import plantao.journal.Silence;
import plantao.link.EngineAlert;
import plantao.playbook.Run;
import plantao.playbook.StepResult;
import plantao.probe.Reading;
import plantao.runbook.Runbook;
import plantao.store.Attendance;
import plantao.store.RingHistory;
import plantao.store.RingSeries;
import plantao.store.TeamState;

/// Something that happened: outside, or at the operator's hands.
public sealed interface Event {

    /// A second has passed.
    record Tick() implements Event {}

    /// A probe has read.
    record Read(String system, Reading reading) implements Event {}

    /// What is known of a system's earlier readings in one of its environments.
    record HistoryRead(String system, String target, Map<RingSeries, RingHistory> found) implements Event {}

    /// The last hour of a probe whose server kept it, oldest first.
    record Backfilled(String system, String probe, List<Trail.Point> points) implements Event {}

    /// All alerts that fire in a system's Alertmanager now.
    record EngineAlertsRead(String system, List<EngineAlert> alerts) implements Event {}

    /// A system was opened (or read anew): replaces the one of the same name, keeping what goes on in it.
    record Opened(SystemBoard system) implements Event {}

    /// A folder could not be opened.
    record OpenFailed(String source, String message) implements Event {}

    /// The log begins to be opened.
    record LogOpening() implements Event {}

    /// The entries kept from before.
    record LogOpened(List<Entry> entries) implements Event {}

    /// Entries that others saved meanwhile, or that were fetched from the log later.
    record EntriesAdded(List<Entry> entries) implements Event {}

    /// The operator looks at an incident whose timeline may not be there in full.
    record FetchTimeline(UUID incident) implements Event {}

    /// The details of these entries were blanked; they are as they are now.
    record EntriesRedacted(List<Entry> entries) implements Event {}

    /// What other consoles of the team wrote, in this console's log now.
    record TeamEntriesAdded(List<Entry> entries) implements Event {}

    /// How the sharing of the log stands now.
    record TeamStateChanged(TeamState team) implements Event {}

    /// What is open on the team's other consoles now.
    record PresenceChanged(List<Attendance> others) implements Event {}

    /// Entries are in the log file now.
    record Stored(Set<UUID> ids) implements Event {}

    /// The log file can't be written.
    record StoreFailed(String message) implements Event {}

    /// The text that a run was begun with, where it was kept.
    record RunTextFound(String system, UUID run, Runbook then) implements Event {}

    /// A step's process ended.
    ///
    /// @param excerpt the end of its output, masked @param session whether it was a session left to who types
    record StepEnded(String system, UUID run, int step, StepResult result, String excerpt, boolean session)
            implements Event {
        public StepEnded(String system, UUID run, int step, StepResult result, String excerpt) {
            this(system, run, step, result, excerpt, false);
        }
    }

    /// The practice stack changed.
    record PracticeChanged(PracticeBoard practice) implements Event {}

    /// What was written in earlier practices: it is looked back on, and nothing of it goes on.
    record PastPracticeRead(List<Entry> entries) implements Event {}

    /// A file was written, or could not be.
    record FileWritten(String system, String what, String file) implements Event {}

    /// Something failed outside that the operator should know of.
    record NoticeRaised(Board.Notice.Level level, String text) implements Event {}

    // What the operator does

    record SelectSystem(String system) implements Event {}

    /// Watch another of the system's environments. @param target its id
    record ChooseTarget(String system, String target) implements Event {}

    record DismissNotice(UUID id) implements Event {}

    /// The file that a notice tells of is to be opened. @param folder whether the folder that it lies in is
    record OpenWritten(UUID notice, boolean folder) implements Event {}

    /// What is open on the screen now. @param works titles of checklists, playbooks, procedures
    record WorkOpened(String system, List<String> works) implements Event {}

    /// Share the log through a team's server. @param url empty for no longer
    record ShareLog(String url) implements Event {}

    record OpenFolder(String path) implements Event {}

    /// Open a line of a runbook's own text in the operator's editor.
    ///
    /// @param file as the runbook names it @param line from 1; 0 for none
    record EditLine(String system, String file, int line) implements Event {}

    /// A folder begins to be read, or all that is in it has been read.
    ///
    /// @param going whether it begins
    record Opening(String path, boolean going) implements Event {}

    /// The operator does without a folder that could not be opened.
    record DismissFailure(String source) implements Event {}

    /// The operator approves everything that waits.
    record ApproveTrust(String system) implements Event {}

    record ProbeNow(String system, String subject) implements Event {}

    /// Somebody looks after an alert. @param note what they say about it, or null
    record Acknowledge(
            String system, String alert, @Nullable String note) implements Event {
        public Acknowledge(String system, String alert) {
            this(system, alert, null);
        }
    }

    /// Somebody looks after all of these alerts.
    ///
    /// @param alerts their ids
    record AcknowledgeAll(String system, Set<String> alerts) implements Event {
        public AcknowledgeAll {
            alerts = Set.copyOf(alerts);
        }
    }

    /// Keep alerts quiet until then.
    ///
    /// @param subject the service's name or the alert's id; empty for all
    /// @param maintenance whether the system is being worked on
    record SilenceAlerts(
            String system, Silence.Scope scope, String subject, Instant until, String reason, boolean maintenance)
            implements Event {}

    record LiftSilence(String system, UUID silence) implements Event {}

    /// Whether any network interface beside loopback is up.
    record Network(boolean connected) implements Event {}

    /// The computer slept, stood still, or its clock was moved. @param until the time when it went on
    record ClockJumped(Instant from, Instant until) implements Event {}

    /// What the team's own command tells of changes: all of the last day.
    record ChangesRead(String system, List<Surroundings.Mark> marks) implements Event {}

    /// Declare an incident; one that is open is not declared again.
    ///
    /// @param alert the alert it is about, or null
    /// @param title or null to take the alert's playbook's or the alert's name
    /// @param severity 1 is worst; null to take the alert's or the playbook's
    record DeclareIncident(
            String system,
            @Nullable String alert,
            @Nullable String title,
            @Nullable Integer severity) implements Event {
        public DeclareIncident(String system, @Nullable String alert, @Nullable String title) {
            this(system, alert, title, null);
        }
    }

    /// Somebody was called in. @param rung the ladder's line as written; empty when none
    record Escalate(UUID incident, String to, String rung) implements Event {}

    record ResolveIncident(UUID incident) implements Event {}

    /// How far an incident is.
    record SetStatus(UUID incident, Incident.Status status) implements Event {}

    /// An incident is more or less severe than was thought. @param severity 1 (worst) to 4
    record GradeIncident(UUID incident, int severity) implements Event {}

    /// Somebody takes a part in an incident. @param who empty for nobody any more
    record GiveRole(UUID incident, Incident.Role role, String who) implements Event {}

    /// A message about an incident is given out.
    ///
    /// @param template the title of the template it was written from
    /// @param to the place's name; null when it was copied
    /// @param next after how long the next one is due; null for never
    record SendMessage(
            UUID incident,
            String template,
            @Nullable String to,
            String subject,
            String text,
            @Nullable Duration next) implements Event {}

    /// An attempt to post a message has ended. @param outcome as in [plantao.journal.Detail.MessageTried]
    record MessageTried(
            UUID incident,
            String message,
            String to,
            int attempt,
            String outcome,
            @Nullable String reason) implements Event {}

    /// How far the post-mortem is; it is closed with the record.
    record SetPostmortemState(UUID incident, Incident.Paper paper) implements Event {}

    /// Something is to be done later. @param typed as [plantao.journal.FollowUpText] reads it
    record AddFollowUp(String system, @Nullable UUID incident, String typed) implements Event {}

    /// A follow-up is done, or is not after all. @param key its [plantao.journal.FollowUp#key]
    record TickFollowUp(String system, String key, boolean done) implements Event {}

    /// A follow-up gets another owner and date. @param typed `@rui 2026-12-01`; what is missing is taken away
    record GiveFollowUp(String system, String key, String typed) implements Event {}

    record SavePostmortem(UUID incident, String markdown) implements Event {}

    record CloseIncident(UUID incident, String markdown) implements Event {}

    record AddNote(String system, String text) implements Event {}

    /// Open the playbook or procedure with this title.
    record OpenRun(
            String system, String title, int line, @Nullable String alert) implements Event {}

    record GoToStep(UUID run, int step) implements Event {}

    /// Run a step.
    ///
    /// @param confirmed the operator has said yes to the shown command
    /// @param session somebody is there to type: a session that the runbook gives lines for is opened and left to
    ///     them; else its lines are run one after the other
    /// @param name the system's name as the operator typed it, where a step destroys something in production; else
    /// null
    record RunStep(
            UUID run,
            int step,
            boolean confirmed,
            boolean session,
            @Nullable String name) implements Event {
        public RunStep(UUID run, int step, boolean confirmed) {
            this(run, step, confirmed, false, null);
        }

        public RunStep(UUID run, int step, boolean confirmed, boolean session) {
            this(run, step, confirmed, session, null);
        }
    }

    /// Run every check of the diagnosis that only reads and is still to be made, one after the other; or once more
    /// those that were made, to compare. @param again whether once more
    record RunChecks(UUID run, boolean again) implements Event {}

    /// Run a command that no step has, in the run's place. @param text one or more lines for the shell
    record TypeStep(UUID run, String text) implements Event {}

    /// Run what a failed step of several commands has left. @param step the one that failed
    record RunRest(UUID run, int step) implements Event {}

    /// The operator said no.
    record DeclineStep(UUID run) implements Event {}

    /// From now on steps are only shown, or may be run again. @param on whether nothing runs
    record ReadOnly(boolean on) implements Event {}

    /// Where messages can go beside what `console.yaml` says. @param places all of them, of every system
    record SetPlaces(List<OperatorPlace> places) implements Event {}

    record CancelStep(UUID run) implements Event {}

    /// What a step that is over has left running is to be stopped. @param processes each one's number and command
    /// line
    record StopLeft(UUID run, int step, List<String> processes) implements Event {}

    record MarkDone(UUID run, int step) implements Event {}

    record SkipStep(UUID run, int step, String reason) implements Event {}

    /// Take the way that this step belongs to, among several. @param reason what the other ways are left out with
    record ChooseAlternative(UUID run, int step, String reason) implements Event {}

    record GiveValue(UUID run, String name, String value) implements Event {
        @Override
        public String toString() {
            return "GiveValue[" + name + "]";
        }
    }

    /// A value was found in a step's output: by a capture of `console.yaml`, or picked by the operator.
    record Captured(UUID run, int step, String name, String value) implements Event {
        @Override
        public String toString() {
            return "Captured[" + name + "]";
        }
    }

    record MarkSymptom(UUID run, int symptom, boolean seen) implements Event {}

    record MarkCause(UUID run, int cause, Run.@Nullable Verdict verdict) implements Event {}

    record EndRun(UUID run) implements Event {}

    /// Begin a shift. @param until when it is planned to end, or null
    record StartShift(
            String system, String operator, @Nullable Instant until) implements Event {
        public StartShift(String system, String operator) {
            this(system, operator, null);
        }
    }

    /// End the shift with its handoff. @param to who takes over, or null
    record EndShift(String system, @Nullable String to, String markdown) implements Event {}

    /// Take over. @param until when the shift that begins is planned to end, or null
    record AcceptHandoff(
            UUID handoff, String operator, @Nullable Instant until) implements Event {
        public AcceptHandoff(UUID handoff, String operator) {
            this(handoff, operator, null);
        }
    }

    /// Ask about a handoff, or answer.
    record RemarkHandoff(UUID handoff, String text) implements Event {}

    record TickItem(String system, ItemKey item, @Nullable String evidence) implements Event {}

    /// Take back a tick, a skip or a deferral.
    record UntickItem(String system, ItemKey item) implements Event {}

    record SkipItem(String system, ItemKey item, String reason) implements Event {}

    /// Put an item off. @param until when it should be taken up again, or null
    record DeferItem(
            String system,
            ItemKey item,
            String reason,
            @Nullable Instant until) implements Event {}

    record NoteItem(String system, ItemKey item, String text) implements Event {}

    /// @param owner who is to do it; blank for nobody any more
    record AssignItem(String system, ItemKey item, String owner) implements Event {}

    /// Write a document to a file. @param what `handoff`, `postmortem` @param text Markdown
    ///
    /// @param name the file's name, or the whole path where the operator wants it; where it ends in `.html`, the
    /// text becomes HTML to print
    /// @param language the tag of the one it is written in; null for the runbook's
    record ExportFile(
            String system,
            String what,
            String name,
            String text,
            @Nullable String language) implements Event {
        public ExportFile(String system, String what, String name, String text) {
            this(system, what, name, text, null);
        }
    }

    /// Start practice. @param folder of the bundled runbook to practise on, or null for the one with most to
    /// practise
    record StartPractice(@Nullable String folder) implements Event {
        public StartPractice() {
            this(null);
        }
    }

    record BeginScenario(String scenario) implements Event {}

    record EndScenario() implements Event {}
}
