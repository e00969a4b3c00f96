package plantao.export;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import plantao.journal.Incident;
import plantao.journal.ItemState;

/// The three sentences a handoff opens with: what burns, what to do first, by when.
record HandoffOpening(Words words, Facts facts, Instant now) {

    List<String> of(List<Incident> incidents) {
        Incident burning =
                incidents.reversed().stream().filter(Incident::open).findFirst().orElse(null);
        Incident unfinished = incidents.reversed().stream()
                .filter(i -> !i.open() && HandoffOpen.blanks(i) > 0)
                .findFirst()
                .orElse(null);
        return List.of(burns(burning) + "  ", first(burning, unfinished) + "  ", when(burning, unfinished));
    }

    private String burns(@Nullable Incident burning) {
        if (burning != null) {
            return words.get(
                    "h.burns.incident",
                    String.valueOf(burning.number()),
                    String.valueOf(burning.severity()),
                    Escaped.text(burning.title()),
                    words.length(burning.lasted(now)));
        }
        if (facts.firing().size() == 1) {
            Facts.Firing f = facts.firing().getFirst();
            return words.get(
                    "h.burns.alert",
                    Escaped.text(f.name()),
                    words.length(Duration.between(f.fired(), now)),
                    f.measured() == null ? "" : words.get("h.burns.measured", Escaped.text(f.measured())),
                    f.by() == null ? words.get("h.burns.nobody") : words.get("h.burns.with", Escaped.text(f.by())));
        }
        if (!facts.firing().isEmpty()) {
            List<String> names =
                    facts.firing().stream().map(f -> Escaped.text(f.name())).toList();
            return words.get("h.burns.alerts", names.size(), String.join(", ", names));
        }
        if (!facts.down().isEmpty()) {
            return words.get("h.burns.down", Escaped.text(String.join(", ", facts.down())));
        }
        return words.get("h.burns.nothing", facts.up().size());
    }

    private String first(@Nullable Incident burning, @Nullable Incident unfinished) {
        if (burning != null) {
            String playbook = burning.playbook();
            return words.get(
                    "h.first.incident",
                    String.valueOf(burning.number()),
                    playbook == null ? "" : words.get("h.first.playbook", Escaped.text(playbook)));
        }
        if (!facts.firing().isEmpty()) {
            Facts.Firing alert = facts.firing().getFirst();
            return words.get(
                    "h.first.alert",
                    Escaped.text(alert.name()),
                    alert.playbook() == null ? "" : words.get("h.first.playbook", Escaped.text(alert.playbook())));
        }
        if (!facts.down().isEmpty()) {
            return words.get("h.first.down", Escaped.text(facts.down().getFirst()));
        }
        Optional<ItemState> soonest = soonest();
        if (soonest.isPresent()) {
            return words.get("h.first.deferred", Escaped.text(soonest.get().item()));
        }
        if (unfinished != null) {
            return words.get("h.first.postmortem", String.valueOf(unfinished.number()), HandoffOpen.blanks(unfinished));
        }
        return facts.checklists().stream()
                .flatMap(c -> c.open().stream())
                .findFirst()
                .map(i -> words.get("h.first.item", Escaped.text(i.text())))
                .orElse(words.get("h.first.nothing"));
    }

    private String when(@Nullable Incident burning, @Nullable Incident unfinished) {
        String next = facts.ahead().stream()
                .filter(Facts.Ahead::timed)
                .findFirst()
                .map(a -> words.get("h.when.then", words.at(a.at(), now), Escaped.text(a.title())))
                .orElse("");
        if (burning != null || !facts.firing().isEmpty() || !facts.down().isEmpty()) {
            return words.get("h.when.now", next);
        }
        Optional<ItemState> soonest = soonest();
        if (soonest.isPresent()) {
            Instant until = soonest.get().until();
            return until == null
                    ? words.get("h.when.shift", next)
                    : words.get("h.when.until", words.at(until, now), next);
        }
        return unfinished != null
                ? words.get("h.when.postmortem", Words.day(HandoffOpen.postmortemDue(unfinished)), next)
                : words.get("h.when.shift", next);
    }

    /// What was put off and has to be taken up first.
    private Optional<ItemState> soonest() {
        return facts.deferred().stream()
                .min(java.util.Comparator.comparing((ItemState i) -> i.until() == null ? facts.until() : i.until()));
    }
}
