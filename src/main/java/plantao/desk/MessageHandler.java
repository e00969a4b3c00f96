package plantao.desk;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import plantao.journal.Detail;
import plantao.journal.Incident;
import plantao.journal.Message;
import plantao.link.ChatPost;
import plantao.runbook.MessageSettings;
import plantao.values.Target;

/// Messages about incidents: each is written down before it goes anywhere, and so is what comes of each attempt.
final class MessageHandler {
    private MessageHandler() {}

    static Outcome send(Board board, Event.SendMessage e, EventContext stamp) {
        Incident incident = board.journal().incident(e.incident()).orElse(null);
        if (incident == null || e.text().isBlank()) {
            return Outcome.of(board);
        }
        SystemBoard system = board.system(incident.system()).orElse(null);
        MessageSettings.Place place = e.to() == null || system == null
                ? null
                : places(board, system).stream()
                        .filter(p -> p.name().equals(e.to()))
                        .findFirst()
                        .orElse(null);
        if (e.to() != null && place == null) {
            return NoticeHandler.tell(
                    board,
                    Board.Notice.Level.WARNING,
                    "Nothing is sent to " + e.to() + " from here. Copy the message and send it yourself.",
                    stamp);
        }
        String text = stamp.mask().apply(e.text().strip());
        UUID id = stamp.ids().get();
        Outcome written = LogHandler.record(
                board,
                stamp,
                incident.system(),
                incident.id().toString(),
                new Detail.MessageSent(
                        id,
                        incident.id(),
                        e.template(),
                        place == null ? "copy" : place.kind().name().toLowerCase(Locale.ROOT),
                        place == null ? "" : place.name(),
                        text,
                        e.next() == null ? null : stamp.now().plus(e.next())));
        return place == null
                ? written
                : written.then(b -> new Outcome(b, List.of(effect(incident, place, id, e, text, stamp))));
    }

    private static Effect effect(
            Incident i, MessageSettings.Place place, UUID id, Event.SendMessage e, String text, EventContext stamp) {
        return place.kind() == MessageSettings.Kind.MAIL
                ? new Effect.OpenAddress(
                        MailLink.of(place.addresses(), stamp.mask().apply(e.subject()), text))
                : new Effect.Post(
                        i.id(),
                        place,
                        new ChatPost(
                                id.toString(),
                                i.system(),
                                i.number(),
                                i.title(),
                                i.severity(),
                                i.status().word(),
                                text));
    }

    /// Where messages of a system can be sent now: where its settings say, once they are approved, and where the
    /// operator said here; from practice only by mail, which somebody has still to send off.
    static List<MessageSettings.Place> places(Board board, SystemBoard system) {
        boolean practice = system.target().kind() == Target.Kind.PRACTICE;
        List<MessageSettings.Place> written =
                system.runbook().settings().watch().links().messages().places();
        Stream<MessageSettings.Place> own = board.places().stream()
                .filter(o -> o.system().equals(system.name()))
                .map(OperatorPlace::place)
                .filter(o -> written.stream().noneMatch(w -> w.name().equals(o.name())));
        return Stream.concat(system.trust().settled() ? written.stream() : Stream.empty(), own)
                .filter(p -> !practice || p.kind() == MessageSettings.Kind.MAIL)
                .toList();
    }

    static Outcome tried(Board board, Event.MessageTried e, EventContext stamp) {
        Incident incident = board.journal().incident(e.incident()).orElse(null);
        if (incident == null) {
            return Outcome.of(board);
        }
        Outcome written = LogHandler.record(
                board,
                stamp,
                incident.system(),
                incident.id().toString(),
                new Detail.MessageTried(
                        UUID.fromString(e.message()), incident.id(), e.to(), e.attempt(), e.outcome(), e.reason()));
        String problem = problem(e);
        return problem == null
                ? written
                : written.then(b -> NoticeHandler.tell(b, Board.Notice.Level.ERROR, problem, stamp));
    }

    private static @Nullable String problem(Event.MessageTried e) {
        return switch (e.outcome()) {
            case "given-up" ->
                "The message to " + e.to() + " was not posted (" + e.reason()
                        + "). Copy it and send it yourself, or send it again.";
            case "unknown" ->
                "It is not known whether the message to " + e.to() + " arrived (" + e.reason()
                        + "). It is not tried again, so that it is not there twice: look there, and send it again if"
                        + " it is missing.";
            default -> null;
        };
    }

    /// Reminds of the next message at the moment it is due.
    ///
    /// @param before the time of the last look
    static Outcome tick(Board board, String system, Instant before, EventContext stamp) {
        return board.journal()
                .openIncident(system)
                .flatMap(i -> Message.due(i)
                        .filter(due -> due.isAfter(before) && !due.isAfter(stamp.now()))
                        .map(_ -> NoticeHandler.tell(
                                board,
                                Board.Notice.Level.WARNING,
                                "An update on incident " + i.number() + " is due now: " + i.title() + ".",
                                stamp)))
                .orElseGet(() -> Outcome.of(board));
    }
}
