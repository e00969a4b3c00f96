package plantao.desk;

import java.util.List;

/// The pure heart: what an event makes of the board. Only hands on to the room's parts; decides nothing itself.
public final class Watch {
    private Watch() {}

    /// The next board and what is to be done outside.
    public static Outcome next(Board board, Event event, Stamp stamp) {
        return switch (event) {
            case Event.Tick _ -> Watching.tick(board, stamp);
            case Event.Read read -> Watching.read(board, read, stamp);
            case Event.Recalled e -> History.recalled(board, e);
            case Event.EngineTold e -> Engines.told(board, e, stamp);
            case Event.Backfilled e -> History.backfilled(board, e);
            case Event.ProbeNow e -> new Outcome(board, List.of(new Effect.ProbeNow(e.system(), e.subject())));
            case Event.Network e -> Sight.network(board, e.connected(), stamp);
            case Event.ClockJumped e -> Waking.up(board, e, stamp);
            case Event.ChangesTold e -> Marks.told(board, e);
            case Event.Acknowledge e -> SilencesThere.acknowledged(Alarms.acknowledge(board, e, stamp), e, stamp);
            case Event.AcknowledgeAll e -> SilencesThere.acknowledged(Alarms.acknowledge(board, e, stamp), e, stamp);
            case Event.SilenceAlerts e -> SilencesThere.silenced(Muting.silence(board, e, stamp), e, stamp);
            case Event.LiftSilence e -> SilencesThere.lifted(board, Muting.lift(board, e, stamp), e);

            case Event.Opened e -> Opening.opened(board, e.system(), stamp);
            case Event.OpenFailed e -> Opening.failed(board, e);
            case Event.OpenFolder e -> Opening.open(board, e);
            case Event.EditLine e -> Opening.edit(board, e);
            case Event.Opening e -> Opening.opening(board, e);
            case Event.DismissFailure e -> Opening.dismiss(board, e.source());
            case Event.SelectSystem e -> Opening.select(board, e.system());
            case Event.ChooseTarget e -> Environments.choose(board, e, stamp);
            case Event.ApproveTrust e -> Opening.approve(board, e, stamp);

            case Event.Recalling _ -> Outcome.of(board.withRecalling(true));
            case Event.Remembered e -> Recording.remembered(board, e.entries(), stamp);
            case Event.Joined e -> Recording.joined(board, e.entries());
            case Event.Recall e -> Recording.recall(board, e.incident());
            case Event.Blanked e -> Recording.blanked(board, e.entries());
            case Event.Taken e -> Joining.taken(board, e.entries(), stamp);
            case Event.ShareLog e -> new Outcome(board, List.of(new Effect.Share(e.url())));
            case Event.AtWork e ->
                new Outcome(board, List.of(new Effect.Attend(board.operator(), e.system(), e.works())));
            case Event.Attended e -> Outcome.of(board.withOthers(e.others()));
            case Event.Shared e -> Outcome.of(board.withTeam(e.team()));
            case Event.Stored e -> Recording.stored(board, e.ids());
            case Event.StoreFailed e -> Recording.failed(board, e.message());
            case Event.FileWritten e -> Recording.fileWritten(board, e, stamp);
            case Event.ExportFile e -> Recording.export(board, e, stamp);

            case Event.OpenRun e -> Walking.open(board, e, stamp);
            case Event.GoToStep e -> Walked.change(board, e.run(), r -> r.at(e.step()));
            case Event.RunStep e -> Starting.run(board, e, stamp);
            case Event.TypeStep e -> Starting.type(board, e, stamp);
            case Event.RunChecks e -> Checking.start(board, e, stamp);
            case Event.Refuse e ->
                Walked.change(
                        board, e.run(), r -> r.with().asking(null).round(null).build());
            case Event.SetPlaces e -> Outcome.of(board.withPlaces(e.places()));
            case Event.ReadOnly e -> Starting.readOnly(board, e.on());
            case Event.CancelStep e -> Starting.cancel(board, e.run());
            case Event.StopLeft e -> Walking.stopLeft(board, e, stamp);
            case Event.FoundText e -> Resuming.found(board, e, stamp);
            case Event.StepEnded e -> Walking.ended(board, e, stamp);
            case Event.MarkDone e -> Walking.done(board, e, stamp);
            case Event.SkipStep e -> Walking.skip(board, e, stamp);
            case Event.TakeWay e -> Walking.takeWay(board, e, stamp);
            case Event.GiveValue e -> Giving.given(board, e, stamp);
            case Event.Captured e -> Giving.captured(board, e, stamp);
            case Event.MarkSymptom e -> Walking.symptom(board, e, stamp);
            case Event.MarkCause e -> Walking.cause(board, e, stamp);
            case Event.EndRun e -> Walking.end(board, e, stamp);

            case Event.DeclareIncident e -> Responding.declare(board, e, stamp);
            case Event.Escalate e -> Responding.escalate(board, e, stamp);
            case Event.SetStatus e -> Responding.status(board, e, stamp);
            case Event.GradeIncident e -> Responding.grade(board, e, stamp);
            case Event.GiveRole e -> Responding.role(board, e, stamp);
            case Event.SendMessage e -> Messaging.send(board, e, stamp);
            case Event.MessageTried e -> Messaging.tried(board, e, stamp);
            case Event.ResolveIncident e -> Responding.resolved(board, e.incident(), stamp);
            case Event.SetPaper e -> Responding.paper(board, e, stamp);
            case Event.AddFollowUp e -> Following.add(board, e, stamp);
            case Event.TickFollowUp e -> Following.tick(board, e, stamp);
            case Event.GiveFollowUp e -> Following.give(board, e, stamp);
            case Event.SavePostmortem e -> Responding.save(board, e, stamp);
            case Event.CloseIncident e -> Responding.close(board, e, stamp);
            case Event.AddNote e -> Responding.note(board, e, stamp);

            case Event.StartShift e -> Handing.start(board, e, stamp);
            case Event.EndShift e -> Handing.end(board, e, stamp);
            case Event.AcceptHandoff e -> Handing.accept(board, e, stamp);
            case Event.RemarkHandoff e -> Handing.remark(board, e, stamp);
            case Event.TickItem e -> Ticking.tick(board, e, stamp);
            case Event.UntickItem e -> Ticking.untick(board, e, stamp);
            case Event.SkipItem e -> Ticking.skip(board, e, stamp);
            case Event.DeferItem e -> Ticking.defer(board, e, stamp);
            case Event.NoteItem e -> Ticking.note(board, e, stamp);
            case Event.AssignItem e -> Ticking.assign(board, e, stamp);

            case Event.StartPractice e -> Practising.start(board, e.folder());
            case Event.PractisedBefore e -> Outcome.of(board.withPractised(e.entries()));
            case Event.PracticeChanged e -> Practising.changed(board, e.practice(), stamp);
            case Event.BeginScenario e -> Practising.begin(board, e.scenario(), stamp);
            case Event.EndScenario _ -> Practising.end(board, stamp);

            case Event.Told e -> Telling.tell(board, e.level(), e.text(), stamp);
            case Event.DismissNotice e -> Telling.dismiss(board, e.id());
            case Event.OpenWritten e -> Telling.open(board, e.notice(), e.folder());
        };
    }
}
