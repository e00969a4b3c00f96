package plantao.desk;

import java.util.List;

/// The pure heart: what an event makes of the board. Only hands on to the room's parts; decides nothing itself.
public final class Watch {
    private Watch() {}

    /// The next board and what is to be done outside.
    public static Outcome next(Board board, Event event, EventContext stamp) {
        return switch (event) {
            case Event.Tick _ -> ReadingHandler.tick(board, stamp);
            case Event.Read read -> ReadingHandler.read(board, read, stamp);
            case Event.HistoryRead e -> ReadingHistory.recalled(board, e);
            case Event.EngineAlertsRead e -> EngineAlerts.told(board, e, stamp);
            case Event.Backfilled e -> ReadingHistory.backfilled(board, e);
            case Event.ProbeNow e -> new Outcome(board, List.of(new Effect.ProbeNow(e.system(), e.subject())));
            case Event.Network e -> NetworkSight.network(board, e.connected(), stamp);
            case Event.ClockJumped e -> GapHandler.up(board, e, stamp);
            case Event.ChangesRead e -> ChangeMarks.told(board, e);
            case Event.Acknowledge e ->
                EngineSilences.acknowledged(AlertHandler.acknowledge(board, e, stamp), e, stamp);
            case Event.AcknowledgeAll e ->
                EngineSilences.acknowledged(AlertHandler.acknowledge(board, e, stamp), e, stamp);
            case Event.SilenceAlerts e -> EngineSilences.silenced(SilenceHandler.silence(board, e, stamp), e, stamp);
            case Event.LiftSilence e -> EngineSilences.lifted(board, SilenceHandler.lift(board, e, stamp), e);

            case Event.Opened e -> SystemHandler.opened(board, e.system(), stamp);
            case Event.OpenFailed e -> SystemHandler.failed(board, e);
            case Event.OpenFolder e -> SystemHandler.open(board, e);
            case Event.EditLine e -> SystemHandler.edit(board, e);
            case Event.Opening e -> SystemHandler.opening(board, e);
            case Event.DismissFailure e -> SystemHandler.dismiss(board, e.source());
            case Event.SelectSystem e -> SystemHandler.select(board, e.system());
            case Event.ChooseTarget e -> EnvironmentHandler.choose(board, e, stamp);
            case Event.ApproveTrust e -> SystemHandler.approve(board, e, stamp);

            case Event.LogOpening _ -> Outcome.of(board.withRecalling(true));
            case Event.LogOpened e -> LogHandler.remembered(board, e.entries(), stamp);
            case Event.EntriesAdded e -> LogHandler.joined(board, e.entries());
            case Event.FetchTimeline e -> LogHandler.recall(board, e.incident());
            case Event.EntriesRedacted e -> LogHandler.blanked(board, e.entries());
            case Event.TeamEntriesAdded e -> TeamEntryHandler.taken(board, e.entries(), stamp);
            case Event.ShareLog e -> new Outcome(board, List.of(new Effect.ShareLog(e.url())));
            case Event.WorkOpened e ->
                new Outcome(board, List.of(new Effect.TellPresence(board.operator(), e.system(), e.works())));
            case Event.PresenceChanged e -> Outcome.of(board.withOthers(e.others()));
            case Event.TeamStateChanged e -> Outcome.of(board.withTeam(e.team()));
            case Event.Stored e -> LogHandler.stored(board, e.ids());
            case Event.StoreFailed e -> LogHandler.failed(board, e.message());
            case Event.FileWritten e -> LogHandler.fileWritten(board, e, stamp);
            case Event.ExportFile e -> LogHandler.export(board, e, stamp);

            case Event.OpenRun e -> RunHandler.open(board, e, stamp);
            case Event.GoToStep e -> ActiveRun.change(board, e.run(), r -> r.at(e.step()));
            case Event.RunStep e -> StepHandler.run(board, e, stamp);
            case Event.TypeStep e -> StepHandler.type(board, e, stamp);
            case Event.RunRest e -> StepHandler.rest(board, e, stamp);
            case Event.RunChecks e -> CheckRounds.start(board, e, stamp);
            case Event.DeclineStep e ->
                ActiveRun.change(
                        board, e.run(), r -> r.with().asking(null).round(null).build());
            case Event.SetPlaces e -> Outcome.of(board.withPlaces(e.places()));
            case Event.ReadOnly e -> StepHandler.readOnly(board, e.on());
            case Event.CancelStep e -> StepHandler.cancel(board, e.run());
            case Event.StopLeft e -> RunHandler.stopLeft(board, e, stamp);
            case Event.RunTextFound e -> RunRestore.found(board, e, stamp);
            case Event.StepEnded e -> RunHandler.ended(board, e, stamp);
            case Event.MarkDone e -> RunHandler.done(board, e, stamp);
            case Event.SkipStep e -> RunHandler.skip(board, e, stamp);
            case Event.ChooseAlternative e -> RunHandler.takeWay(board, e, stamp);
            case Event.GiveValue e -> ValueHandler.given(board, e, stamp);
            case Event.Captured e -> ValueHandler.captured(board, e, stamp);
            case Event.MarkSymptom e -> RunHandler.symptom(board, e, stamp);
            case Event.MarkCause e -> RunHandler.cause(board, e, stamp);
            case Event.EndRun e -> RunHandler.end(board, e, stamp);

            case Event.DeclareIncident e -> IncidentHandler.declare(board, e, stamp);
            case Event.Escalate e -> IncidentHandler.escalate(board, e, stamp);
            case Event.SetStatus e -> IncidentHandler.status(board, e, stamp);
            case Event.GradeIncident e -> IncidentHandler.grade(board, e, stamp);
            case Event.GiveRole e -> IncidentHandler.role(board, e, stamp);
            case Event.SendMessage e -> MessageHandler.send(board, e, stamp);
            case Event.MessageTried e -> MessageHandler.tried(board, e, stamp);
            case Event.ResolveIncident e -> IncidentHandler.resolved(board, e.incident(), stamp);
            case Event.SetPostmortemState e -> IncidentHandler.paper(board, e, stamp);
            case Event.AddFollowUp e -> FollowUpHandler.add(board, e, stamp);
            case Event.TickFollowUp e -> FollowUpHandler.tick(board, e, stamp);
            case Event.GiveFollowUp e -> FollowUpHandler.give(board, e, stamp);
            case Event.SavePostmortem e -> IncidentHandler.save(board, e, stamp);
            case Event.CloseIncident e -> IncidentHandler.close(board, e, stamp);
            case Event.AddNote e -> IncidentHandler.note(board, e, stamp);

            case Event.StartShift e -> ShiftHandler.start(board, e, stamp);
            case Event.EndShift e -> ShiftHandler.end(board, e, stamp);
            case Event.AcceptHandoff e -> ShiftHandler.accept(board, e, stamp);
            case Event.RemarkHandoff e -> ShiftHandler.remark(board, e, stamp);
            case Event.TickItem e -> ChecklistHandler.tick(board, e, stamp);
            case Event.UntickItem e -> ChecklistHandler.untick(board, e, stamp);
            case Event.SkipItem e -> ChecklistHandler.skip(board, e, stamp);
            case Event.DeferItem e -> ChecklistHandler.defer(board, e, stamp);
            case Event.NoteItem e -> ChecklistHandler.note(board, e, stamp);
            case Event.AssignItem e -> ChecklistHandler.assign(board, e, stamp);

            case Event.StartPractice e -> PracticeHandler.start(board, e.folder());
            case Event.PastPracticeRead e -> Outcome.of(board.withPractised(e.entries()));
            case Event.PracticeChanged e -> PracticeHandler.changed(board, e.practice(), stamp);
            case Event.BeginScenario e -> PracticeHandler.begin(board, e.scenario(), stamp);
            case Event.EndScenario _ -> PracticeHandler.end(board, stamp);

            case Event.NoticeRaised e -> NoticeHandler.tell(board, e.level(), e.text(), stamp);
            case Event.DismissNotice e -> NoticeHandler.dismiss(board, e.id());
            case Event.OpenWritten e -> NoticeHandler.open(board, e.notice(), e.folder());
        };
    }
}
