package plantao.journal;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import plantao.runbook.Contact;
import plantao.runbook.Escalation;
import plantao.runbook.Playbook;
import plantao.runbook.Runbook;
import plantao.runbook.due.Hours;
import plantao.runbook.text.Phrases;
import plantao.runbook.text.Vocabulary;

/// Whom to call when, for one incident: the runbook's ladder with what was done of it.
///
/// @param rungs as the runbook has them, in order
public record Ladder(List<Step> rungs) {
    /// The one on call has been reached when the incident is declared: it is they who declare it.
    private static final Pattern ON_CALL =
            Pattern.compile("(?iu)\\bplantonista\\b|\\b(?:de|em|no) plant[aã]o\\b|\\bon[- ]?call\\b|\\bde guardia\\b");
    /// Whoever stands in for the one on call is somebody else.
    private static final Pattern SECOND = Pattern.compile(
            "(?iu)\\b(?:second(?:ary)?|backup|back-up|2nd|segund[oa]|secund[aá]ri[oa]|secundari[oa]|reserva|suplente|sobreaviso|respaldo|2[ºo])\\b");

    /// One rung.
    ///
    /// @param who whom the rung names, or null when it names nobody
    /// @param contact how to reach them, where the runbook's contacts say it
    /// @param due when it is to be done; null where the text gives no time
    /// @param done when somebody escalated to it; null while nobody has
    public record Step(
            String text,
            @Nullable String who,
            @Nullable Contact contact,
            @Nullable Instant due,
            @Nullable Duration after,
            @Nullable Instant done) {}

    /// Whom to call next.
    ///
    /// @param step the rung that is next
    /// @param who whom to call: the rung's own, or the next one up who can be reached now
    /// @param away the rung's own when they are outside their hours and somebody else is called, else null
    /// @param reached whether the one to call is within their hours, as far as is known
    public record Call(
            Step step,
            String who,
            @Nullable Contact contact,
            @Nullable String away,
            boolean reached) {

        /// The time left until then; negative when it is overdue, null when the text gives no time.
        public @Nullable Duration left(Instant now) {
            return step.due() == null ? null : Duration.between(now, step.due());
        }
    }

    /// The ladder of an incident. Its times count from the incident's declaration; those of the rungs for a
    /// severity that it was raised to, from then on.
    public static Ladder of(Runbook runbook, Incident incident) {
        List<Step> steps = new ArrayList<>();
        List<Escalation.Rung> rungs = rungs(runbook, incident);
        boolean known = false;
        Instant from = severe(runbook, incident).isPresent() ? incident.graded() : incident.declared();
        for (Escalation.Rung rung : rungs) {
            Duration after = rung.afterSeconds() == null ? null : Duration.ofSeconds(rung.afterSeconds());
            Contact contact = contact(runbook, rung);
            String who = who(runbook, rung);
            boolean declarer = !known && who != null && isOnCall(who);
            known |= declarer;
            steps.add(new Step(
                    rung.text(),
                    who,
                    contact,
                    after == null ? null : from.plus(after),
                    after,
                    declarer
                            ? incident.declared()
                            : done(
                                    incident,
                                    rung.text(),
                                    who,
                                    d -> rungs.stream()
                                            .anyMatch(r ->
                                                    r.text().equals(d.rung()) && d.to().equals(who(runbook, r))))));
        }
        return new Ladder(List.copyOf(steps));
    }

    private static boolean isOnCall(String who) {
        return ON_CALL.matcher(who).find() && !SECOND.matcher(who).find();
    }

    /// The rungs for its severity; else the runbook's levels one after the other; else those of its playbook.
    private static List<Escalation.Rung> rungs(Runbook runbook, Incident incident) {
        Optional<Escalation> severe = severe(runbook, incident);
        if (severe.isPresent()) {
            return severe.get().steps();
        }
        List<Escalation.Rung> general = runbook.escalation().stream()
                .filter(e -> e.severity() == null)
                .flatMap(e -> rungs(e).stream())
                .toList();
        return !general.isEmpty()
                ? general
                : runbook.playbooks().stream()
                        .filter(p -> p.title().equals(incident.playbook()))
                        .map(Playbook::escalation)
                        .flatMap(List::stream)
                        .flatMap(e -> e.steps().stream())
                        .toList();
    }

    private static Optional<Escalation> severe(Runbook runbook, Incident incident) {
        return runbook.escalation().stream()
                .filter(e -> e.severity() != null && level(e.severity()) == incident.severity())
                .findFirst();
    }

    /// A level whose lines only say what it is for, without a time of their own, is one rung: they are called once.
    private static List<Escalation.Rung> rungs(Escalation level) {
        List<Escalation.Rung> steps = level.steps();
        List<@Nullable String> who = steps.stream()
                .<@Nullable String>map(Escalation.Rung::contact)
                .distinct()
                .toList();
        boolean one = level.level() != null
                && steps.size() > 1
                && who.size() == 1
                && steps.stream().allMatch(s -> s.contact() != null && s.afterSeconds() == null);
        if (!one) {
            return steps;
        }
        String matters = steps.stream().map(Escalation.Rung::text).collect(Collectors.joining("; "));
        return List.of(
                new Escalation.Rung(level.level() + " · " + who.getFirst() + ": " + matters, null, who.getFirst()));
    }

    private static int level(String severity) {
        Integer level = Phrases.level(severity, Vocabulary.standard());
        if (level != null) {
            return level;
        }
        String digits = severity.replaceAll("\\D+", " ").strip();
        return digits.isEmpty() ? 0 : digits.charAt(0) - '0';
    }

    private static @Nullable String who(Runbook runbook, Escalation.Rung rung) {
        Contact contact = contact(runbook, rung);
        return rung.contact() != null ? rung.contact() : contact == null ? null : contact.role();
    }

    /// When this rung was done, or its one was called in somebody else's place.
    ///
    /// @param own whether an entry is about a rung of the one who was called
    private static @Nullable Instant done(
            Incident incident, String rung, @Nullable String who, Predicate<Detail.Escalated> own) {
        return incident.timeline().stream()
                .filter(e -> e.detail() instanceof Detail.Escalated d
                        && d.incident().equals(incident.id())
                        && (d.rung().equals(rung) || d.to().equals(who) && !own.test(d)))
                .map(Entry::at)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Contact contact(Runbook runbook, Escalation.Rung rung) {
        String named = rung.contact() == null ? "" : rung.contact().toLowerCase(Locale.ROOT);
        String text = rung.text().toLowerCase(Locale.ROOT);
        return Stream.of(named, text)
                .flatMap(words -> runbook.contacts().stream()
                        .filter(c -> Stream.of(c.role(), c.name() == null ? "" : c.name())
                                .map(w -> w.toLowerCase(Locale.ROOT).strip())
                                .anyMatch(w -> w.length() > 2 && words.contains(w))))
                .findFirst()
                .orElse(null);
    }

    /// The first rung that names somebody nobody has called yet; empty when there is none left.
    ///
    /// @param zone the zone of hours that name none
    public Optional<Call> next(Instant now, ZoneId zone) {
        List<Step> left =
                rungs.stream().filter(s -> s.who() != null && s.done() == null).toList();
        if (left.isEmpty()) {
            return Optional.empty();
        }
        Step step = left.getFirst();
        String own = step.who() == null ? "" : step.who();
        if (reached(step.contact(), now, zone)) {
            return Optional.of(new Call(step, own, step.contact(), null, true));
        }
        return Optional.of(left.stream()
                .filter(s -> reached(s.contact(), now, zone))
                .findFirst()
                .map(s -> new Call(step, s.who() == null ? own : s.who(), s.contact(), own, true))
                .orElse(new Call(step, own, step.contact(), null, false)));
    }

    /// Whether somebody is within their hours; so is who gives none.
    public static boolean reached(@Nullable Contact contact, Instant now, ZoneId zone) {
        Hours hours = contact == null ? null : Hours.of(contact.hours());
        return hours == null || hours.open(now, zone);
    }
}
