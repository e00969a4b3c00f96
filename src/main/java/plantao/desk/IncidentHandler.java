package plantao.desk;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import plantao.alert.Alert;
import plantao.alert.Health;
import plantao.journal.Detail;
import plantao.journal.Incident;
import plantao.playbook.Run;
import plantao.runbook.Playbook;
import plantao.runbook.PlaybookLink;

/// Incidents and notes.
final class IncidentHandler {
    private static final Pattern EARLIER = Pattern.compile("(?s)@?(\\d{1,2}):(\\d{2})(?:\\s*UTC)?[\\s:–—-]+(\\S.*)");

    /// A time that is longer ago is not a correction.
    private static final Duration LATELY = Duration.ofHours(12);

    /// What went down longer before an alert is another trouble.
    private static final Duration SHORTLY = Duration.ofMinutes(15);

    private IncidentHandler() {}

    /// Declares an incident with all that is known; one that is open is not declared twice.
    static Outcome declare(Board board, Event.DeclareIncident e, EventContext stamp) {
        Optional<SystemBoard> found = board.system(e.system());
        if (found.isEmpty() || board.journal().openIncident(e.system()).isPresent()) {
            return Outcome.of(board);
        }
        SystemBoard system = found.get();
        Alert alert = subject(system, e.alert());
        PlaybookLink playbook = alert == null ? null : alert.rule().source().playbook();
        Playbook named = alert == null ? named(system, e.title()) : null;
        IncidentProposal proposed = proposal(system, e.alert(), e.title());
        Instant since = alert == null ? null : alert.since();
        Instant began = began(system, playbook, since == null ? stamp.now() : since);
        UUID id = stamp.ids().get();
        int number = 1
                + (int) board.journal().incidents().stream()
                        .filter(i -> i.system().equals(e.system()))
                        .count();
        Detail detail = new Detail.IncidentDeclared(
                id,
                number,
                proposed.title(),
                e.severity() == null ? proposed.severity() : e.severity(),
                began,
                alert == null ? null : alert.rule().id(),
                playbook != null ? playbook.title() : named == null ? null : named.title(),
                affected(system));
        Outcome declared = LogHandler.record(board, stamp, e.system(), id.toString(), detail);
        // who declares an incident for an alert looks after it: nobody is to be called for it any more
        boolean chosen = e.alert() != null || e.title() == null; // called otherwise it may be about something else
        if (alert == null || !alert.unacknowledged() || !chosen) {
            return declared;
        }
        Event.Acknowledge seen = new Event.Acknowledge(e.system(), alert.rule().id());
        return declared.then(b -> EngineSilences.acknowledged(AlertHandler.acknowledge(b, seen, stamp), seen, stamp));
    }

    /// Title and severity of an incident.
    ///
    /// @param title as given, or null
    static IncidentProposal proposal(SystemBoard system, @Nullable String alert, @Nullable String title) {
        Alert about = subject(system, alert);
        Playbook named = about == null ? named(system, title) : null;
        return new IncidentProposal(
                title(
                        named == null ? title : named.title(),
                        about,
                        about == null ? null : about.rule().source().playbook(),
                        system),
                about != null ? about.rule().level() : named == null ? 2 : named.level());
    }

    /// The playbook that the incident is called after, else the one being walked: what no alert saw has its
    /// severity.
    private static @Nullable Playbook named(SystemBoard system, @Nullable String title) {
        String wanted = title != null
                ? title
                : system.runs().reversed().stream()
                        .filter(Run::open)
                        .map(Run::title)
                        .findFirst()
                        .orElse("");
        return system.runbook().playbooks().stream()
                .filter(p -> p.title().equals(wanted))
                .findFirst()
                .orElse(null);
    }

    /// The named alert, else the worst: one that fires before one that cleared, of those that cleared the latest, a
    /// cause before its consequences.
    private static @Nullable Alert subject(SystemBoard system, @Nullable String id) {
        return system.activeAlerts().stream()
                .filter(a -> id == null || a.rule().id().equals(id))
                .min(Comparator.comparing((Alert a) -> !a.firing())
                        .thenComparing(IncidentHandler::cleared, Comparator.reverseOrder())
                        .thenComparing(a -> system.cause(a) != null)
                        .thenComparingInt(a -> a.rule().level()))
                .orElse(null);
    }

    private static Instant cleared(Alert alert) {
        return alert.state() instanceof Alert.State.Cleared c ? c.cleared() : Instant.EPOCH;
    }

    /// The given title, else the playbook's, the alert's, the affected services' or the system's name.
    private static String title(
            @Nullable String given, @Nullable Alert alert, @Nullable PlaybookLink playbook, SystemBoard system) {
        if (given != null && !given.isBlank()) {
            return given.strip();
        }
        if (playbook != null) {
            return playbook.title();
        }
        if (alert != null) {
            return alert.rule().name();
        }
        List<String> affected = affected(system);
        return affected.isEmpty() ? system.name() : String.join(", ", affected);
    }

    /// What went down shortly before is the same trouble, and so is what another alert of the same playbook shows:
    /// it began with that.
    private static Instant began(SystemBoard system, @Nullable PlaybookLink playbook, Instant seen) {
        Stream<Instant> fell = system.services().stream()
                .filter(t -> t.health().state() == Health.State.DOWN)
                .map(t -> t.health().since());
        Stream<Instant> shown = system.alerts().stream()
                .filter(a -> a.firing() && same(a.rule().source().playbook(), playbook))
                .map(Alert::since);
        return Stream.concat(fell, shown)
                .filter(Objects::nonNull)
                .filter(since -> since.isBefore(seen) && since.isAfter(seen.minus(SHORTLY)))
                .min(Comparator.naturalOrder())
                .orElse(seen);
    }

    private static boolean same(@Nullable PlaybookLink a, @Nullable PlaybookLink b) {
        return a != null && b != null && a.origin().equals(b.origin());
    }

    /// What is down by itself comes before what suffers from it.
    private static List<String> affected(SystemBoard system) {
        return system.services().stream()
                .filter(t -> t.health().state() == Health.State.DOWN || t.cause() != null)
                .sorted(Comparator.comparing((ServiceTile t) -> t.cause() != null))
                .map(ServiceTile::name)
                .toList();
    }

    static Outcome escalate(Board board, Event.Escalate e, EventContext stamp) {
        return record(
                board,
                stamp,
                e.incident(),
                i -> i.open() && !e.to().isBlank(),
                new Detail.Escalated(e.incident(), e.to().strip(), e.rung()));
    }

    static Outcome status(Board board, Event.SetStatus e, EventContext stamp) {
        if (e.status() == Incident.Status.RESOLVED) {
            return resolve(board, e.incident(), stamp);
        }
        return record(
                board,
                stamp,
                e.incident(),
                i -> i.resolved() == null && i.status() != e.status(),
                new Detail.IncidentStatus(e.incident(), e.status().word()));
    }

    static Outcome grade(Board board, Event.GradeIncident e, EventContext stamp) {
        return board.journal()
                .incident(e.incident())
                .map(i -> record(
                        board,
                        stamp,
                        e.incident(),
                        _ -> i.open() && i.severity() != e.severity() && e.severity() >= 1 && e.severity() <= 4,
                        new Detail.IncidentGraded(e.incident(), e.severity(), i.severity())))
                .orElseGet(() -> Outcome.of(board));
    }

    static Outcome role(Board board, Event.GiveRole e, EventContext stamp) {
        String who = e.who().strip();
        return record(
                board,
                stamp,
                e.incident(),
                i -> i.open() && !i.holder(e.role()).equals(who),
                new Detail.IncidentRole(e.incident(), e.role().word(), who));
    }

    static Outcome paper(Board board, Event.SetPostmortemState e, EventContext stamp) {
        return record(
                board,
                stamp,
                e.incident(),
                i -> i.open() && i.paper() != e.paper() && e.paper() != Incident.Paper.CLOSED,
                new Detail.PostmortemState(e.incident(), e.paper().word()));
    }

    static Outcome resolve(Board board, UUID id, EventContext stamp) {
        return record(board, stamp, id, i -> i.resolved() == null, new Detail.IncidentResolved(id));
    }

    /// The operator says that it is over; what is still down then is told.
    static Outcome resolved(Board board, UUID id, EventContext stamp) {
        Incident incident = board.journal().incident(id).orElse(null);
        List<String> down = incident == null || incident.resolved() != null
                ? List.of()
                : board.system(incident.system()).stream()
                        .flatMap(s -> s.services().stream())
                        .filter(t -> t.health().state() == Health.State.DOWN)
                        .map(ServiceTile::name)
                        .filter(incident.affected()::contains)
                        .toList();
        Outcome resolved = resolve(board, id, stamp);
        return down.isEmpty()
                ? resolved
                : resolved.then(b -> NoticeHandler.tell(
                        b,
                        Board.Notice.Level.WARNING,
                        "The incident is resolved as you say, yet still down: " + String.join(", ", down)
                                + ". If it goes on, declare another.",
                        stamp));
    }

    static Outcome save(Board board, Event.SavePostmortem e, EventContext stamp) {
        return record(
                board,
                stamp,
                e.incident(),
                i -> !e.markdown().equals(i.postmortem()),
                new Detail.PostmortemSaved(e.incident(), e.markdown()));
    }

    static Outcome close(Board board, Event.CloseIncident e, EventContext stamp) {
        return resolve(board, e.incident(), stamp)
                .then(b -> record(
                        b, stamp, e.incident(), Incident::open, new Detail.IncidentClosed(e.incident(), e.markdown())));
    }

    /// Records what befell an incident, where it can befall it as it stands.
    private static Outcome record(
            Board board, EventContext stamp, UUID incident, Predicate<Incident> possible, Detail detail) {
        return board.journal()
                .incident(incident)
                .filter(possible)
                .map(i -> LogHandler.record(board, stamp, i.system(), incident.toString(), detail))
                .orElseGet(() -> Outcome.of(board));
    }

    static Outcome note(Board board, Event.AddNote e, EventContext stamp) {
        if (e.text().isBlank()) {
            return Outcome.of(board);
        }
        String subject = board.journal()
                .openIncident(e.system())
                .map(i -> i.id().toString())
                .or(() -> board.journal().currentShift(e.system()).map(s -> s.id().toString()))
                .orElse(e.system());
        return LogHandler.record(
                board, stamp, e.system(), subject, noted(e.text().strip(), stamp.now()));
    }

    /// A note that begins with a time of the last hours (`02:14 the deploy began`, UTC as on the screens) is about
    /// then.
    private static Detail.Note noted(String text, Instant now) {
        Matcher m = EARLIER.matcher(text);
        if (m.matches()) {
            int hour = Integer.parseInt(m.group(1));
            int minute = Integer.parseInt(m.group(2));
            if (hour < 24 && minute < 60) {
                ZonedDateTime today = now.atZone(ZoneOffset.UTC).with(LocalTime.of(hour, minute));
                Instant then = (today.toInstant().isAfter(now) ? today.minusDays(1) : today).toInstant();
                if (!then.isBefore(now.minus(LATELY))) {
                    return new Detail.Note(m.group(3), then);
                }
            }
        }
        return new Detail.Note(text);
    }
}
