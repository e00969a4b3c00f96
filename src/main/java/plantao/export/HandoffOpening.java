package plantao.export;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import plantao.journal.Incident;
import plantao.journal.ItemState;
import plantao.journal.OpenWalk;

/// The three sentences a handoff opens with: what burns, what to do first, by when.
record HandoffOpening(DocumentWords words, HandoffState facts, List<OpenWalk> left, Instant now) {

    List<String> of(List<Incident> incidents) {
        Incident burning = incidents.reversed().stream()
                .filter(i -> i.resolved() == null)
                .findFirst()
                .orElse(null);
        Incident unfinished = incidents.reversed().stream()
                .filter(HandoffOpen::unfinished)
                .findFirst()
                .orElse(null);
        Incident record = incidents.reversed().stream()
                .filter(i -> i.open() && i.resolved() != null)
                .findFirst()
                .orElse(null);
        return burning == null
                ? List.of(burns() + "  ", first(unfinished, record) + "  ", when(unfinished, record))
                : List.of(burns(burning) + "  ", first(burning, response(burning)) + "  ", when(response(burning)));
    }

    private HandoffState.@Nullable Response response(Incident incident) {
        return facts.responses().stream()
                .filter(r -> r.incident().equals(incident.id()))
                .findFirst()
                .orElse(null);
    }

    private String burns(Incident burning) {
        return words.get(
                "h.burns.incident",
                String.valueOf(burning.number()),
                String.valueOf(burning.severity()),
                MarkdownEscape.text(burning.title()),
                words.length(burning.lasted(now)),
                MarkdownEscape.text(burning.holder(Incident.Role.COMMANDER)),
                facts.down().isEmpty() ? "" : words.get("h.burns.and.down", down()));
    }

    private String first(Incident burning, HandoffState.@Nullable Response response) {
        String playbook = burning.playbook();
        return words.get(
                "h.first.incident",
                String.valueOf(burning.number()),
                playbook == null ? "" : words.get("h.first.playbook", MarkdownEscape.text(playbook)),
                response == null || response.step() == null
                        ? ""
                        : words.get("h.first.step", MarkdownEscape.text(response.step())));
    }

    private String when(HandoffState.@Nullable Response response) {
        if (response == null || response.who() == null) {
            return words.get("h.when.now", next());
        }
        Instant due = response.due();
        String who = MarkdownEscape.text(response.who());
        return words.get(
                "h.when.now",
                due == null
                        ? words.get("h.when.call", who)
                        : words.get(due.isAfter(now) ? "h.when.call.at" : "h.when.call.late", who, words.at(due, now)));
    }

    private String down() {
        return MarkdownEscape.text(words.said(String.join(", ", facts.down())));
    }

    /// Alerts that call somebody.
    private List<HandoffState.Firing> calling() {
        return facts.firing().stream().filter(f -> f.quiet() == null).toList();
    }

    private String burns() {
        List<HandoffState.Firing> calling = calling();
        if (calling.size() == 1) {
            HandoffState.Firing f = calling.getFirst();
            return words.get(
                    "h.burns.alert",
                    alert(f),
                    f.by() == null
                            ? words.get("h.burns.nobody")
                            : words.get("h.burns.with", MarkdownEscape.text(f.by())));
        }
        if (!calling.isEmpty()) {
            List<String> names =
                    calling.stream().map(f -> MarkdownEscape.text(f.name())).toList();
            return words.get("h.burns.alerts", names.size(), String.join(", ", names));
        }
        if (!facts.down().isEmpty()) {
            return words.get("h.burns.down", down());
        }
        Optional<HandoffState.Firing> quiet = quiet();
        if (quiet.isPresent() && quiet.get().quiet() != null) {
            HandoffState.Firing f = quiet.get();
            return words.get("h.burns.quiet", alert(f), words.at(f.quiet() == null ? now : f.quiet(), now));
        }
        return words.get(
                "h.burns.nothing",
                facts.up().size() + facts.degraded().size() + facts.unknown().size() == 0
                        ? words.get("h.burns.unprobed")
                        : words.get("h.burns.up", facts.up().size()),
                named("h.burns.degraded", facts.degraded()),
                named("h.burns.unknown", facts.unknown()));
    }

    private String named(String key, List<String> services) {
        return services.isEmpty()
                ? ""
                : words.get(key, services.stream().map(MarkdownEscape::text).collect(Collectors.joining(", ")));
    }

    private String alert(HandoffState.Firing f) {
        return words.get(
                "h.burns.one",
                MarkdownEscape.text(f.name()),
                words.length(Duration.ofSeconds(
                        Math.max(1, Duration.between(f.fired(), now).toSeconds()))),
                (f.measured() == null ? "" : measured(words.said(f.measured())))
                        + (f.flapping() ? words.get("h.burns.flapping") : ""));
    }

    private String measured(String measured) {
        String figure = words.figure(measured);
        return figure == null
                ? " (" + MarkdownEscape.text(measured) + ")"
                : words.get("h.burns.measured", MarkdownEscape.text(figure));
    }

    private String first(@Nullable Incident unfinished, @Nullable Incident record) {
        if (!calling().isEmpty()) {
            return treat(calling().getFirst());
        }
        if (!facts.down().isEmpty()) {
            return words.get(
                    "h.first.down", MarkdownEscape.text(words.said(facts.down().getFirst())));
        }
        if (quietFirst()) {
            return treat(quiet().orElseThrow());
        }
        Optional<ItemState> soonest = soonest();
        if (soonest.isPresent()) {
            return words.get(
                    "h.first.deferred", MarkdownEscape.text(soonest.get().item()));
        }
        if (unfinished != null) {
            return HandoffOpen.begun(unfinished)
                    ? words.get(
                            "h.first.postmortem", String.valueOf(unfinished.number()), HandoffOpen.blanks(unfinished))
                    : words.get("h.first.postmortem.begin", String.valueOf(unfinished.number()));
        }
        if (record != null) {
            return words.get("h.first.record", String.valueOf(record.number()), HandoffOpen.blanks(record));
        }
        if (!left.isEmpty()) {
            return words.get("h.first.walk", MarkdownEscape.text(left.getLast().title()));
        }
        return facts.checklists().stream()
                .flatMap(c -> c.open().stream())
                .findFirst()
                .map(i -> words.get("h.first.item", MarkdownEscape.text(i.text())))
                .orElse(words.get(facts.checklists().isEmpty() ? "h.first.free" : "h.first.nothing"));
    }

    private String treat(HandoffState.Firing alert) {
        return words.get(
                "h.first.alert",
                MarkdownEscape.text(alert.name()),
                alert.playbook() == null ? "" : words.get("h.first.playbook", MarkdownEscape.text(alert.playbook())));
    }

    private String when(@Nullable Incident unfinished, @Nullable Incident record) {
        if (!calling().isEmpty() || !facts.down().isEmpty()) {
            return words.get("h.when.now", next());
        }
        if (quietFirst()) {
            return words.get("h.when.quiet", words.at(end(quiet().orElseThrow()), now));
        }
        Optional<ItemState> soonest = soonest();
        if (soonest.isPresent()) {
            Instant until = soonest.get().until();
            return until == null
                    ? words.get("h.when.shift", next())
                    : words.get("h.when.until", words.at(until, now), next());
        }
        Incident paper = unfinished != null ? unfinished : record;
        return paper != null
                ? words.get("h.when.postmortem", DocumentWords.day(HandoffOpen.postmortemDue(paper)), next())
                : words.get("h.when.shift", next());
    }

    /// What begins next.
    private String next() {
        return facts.ahead().stream()
                .filter(a -> a.kind() != HandoffState.Kind.DUE)
                .findFirst()
                .map(a -> words.get(
                        a.kind() == HandoffState.Kind.HEARD ? "h.when.heard" : "h.when.then",
                        words.at(a.at(), now),
                        MarkdownEscape.text(a.title())))
                .orElse("");
    }

    /// The alert that fires quietly and calls again first.
    private Optional<HandoffState.Firing> quiet() {
        return facts.firing().stream().filter(f -> f.quiet() != null).min(Comparator.comparing(this::end));
    }

    private Instant end(HandoffState.Firing quiet) {
        return quiet.quiet() == null ? now : quiet.quiet();
    }

    /// Whether an alert calls again in the next shift, and before anything that was put off is due.
    private boolean quietFirst() {
        Optional<Instant> again = quiet().map(this::end).filter(t -> !t.isAfter(facts.until()));
        return again.isPresent()
                && soonest()
                        .map(ItemState::until)
                        .map(t -> !t.isBefore(again.get()))
                        .orElse(true);
    }

    /// What was put off and has to be taken up first.
    private Optional<ItemState> soonest() {
        return facts.deferred().stream()
                .min(Comparator.comparing((ItemState i) -> i.until() == null ? facts.until() : i.until()));
    }
}
