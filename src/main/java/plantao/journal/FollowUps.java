package plantao.journal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/// The fold of entries into follow-ups: those that were typed, and those of each post-mortem as it was saved last.
///
/// @param bySystem in the order they were first written down
record FollowUps(Map<String, List<FollowUp>> bySystem) {
    static final FollowUps EMPTY = new FollowUps(Map.of());

    /// @param incidents which ids mean the same incident
    FollowUps next(Entry entry, Incidents incidents) {
        return switch (entry.detail()) {
            case Detail.FollowUpAdded d ->
                with(entry.system(), before -> {
                    List<FollowUp> all = new ArrayList<>(before);
                    all.add(new FollowUp(
                            d.followUp().toString(),
                            entry.system(),
                            d.incident(),
                            d.text(),
                            d.owner(),
                            d.due(),
                            entry.at(),
                            null,
                            null));
                    return all;
                });
            case Detail.FollowUpDone d ->
                changed(
                        entry.system(),
                        d.followUp(),
                        f -> f.doneBy(d.done() ? entry.operator() : null, d.done() ? entry.at() : null));
            case Detail.FollowUpGiven d -> changed(entry.system(), d.followUp(), f -> f.given(d.owner(), d.due()));
            case Detail.PostmortemSaved d -> written(entry, incidents.one(d.incident()), d.markdown());
            case Detail.IncidentClosed d -> written(entry, incidents.one(d.incident()), d.markdown());
            default -> this;
        };
    }

    private FollowUps with(String system, UnaryOperator<List<FollowUp>> change) {
        Map<String, List<FollowUp>> all = new HashMap<>(bySystem);
        all.put(system, List.copyOf(change.apply(bySystem.getOrDefault(system, List.of()))));
        return new FollowUps(Map.copyOf(all));
    }

    private FollowUps changed(String system, String key, UnaryOperator<FollowUp> change) {
        return with(
                system,
                before -> before.stream()
                        .map(f -> f.key().equals(key) ? change.apply(f) : f)
                        .toList());
    }

    /// What the post-mortem says now, in place of what it said: a line that stayed keeps what became of it.
    private FollowUps written(Entry entry, UUID incident, String markdown) {
        List<FollowUpText> texts = FollowUpText.in(markdown);
        String prefix = incident + " ";
        List<FollowUp> had = bySystem.getOrDefault(entry.system(), List.of());
        if (texts.isEmpty() && had.stream().noneMatch(f -> f.key().startsWith(prefix))) {
            return this;
        }
        return with(entry.system(), before -> {
            Map<String, FollowUp> known = new HashMap<>();
            before.forEach(f -> known.put(f.key(), f));
            List<FollowUp> all = new ArrayList<>(
                    before.stream().filter(f -> !f.key().startsWith(prefix)).toList());
            // What was typed and is written out in the paper is one thing to do.
            Set<String> typed = all.stream()
                    .filter(f -> incident.equals(f.incident()))
                    .map(f -> String.join(" ", FoldedText.words(f.text())))
                    .collect(Collectors.toSet());
            Map<String, Integer> times = new HashMap<>();
            for (FollowUpText text : texts) {
                String words = String.join(" ", FoldedText.words(text.text()));
                if (typed.contains(words)) {
                    continue;
                }
                int nth = times.merge(words, 1, Integer::sum);
                all.add(one(entry, incident, prefix + words + (nth > 1 ? " " + nth : ""), text, known));
            }
            return all;
        });
    }

    private static FollowUp one(
            Entry entry, UUID incident, String key, FollowUpText text, Map<String, FollowUp> known) {
        FollowUp before = known.get(key);
        FollowUp now = new FollowUp(
                key,
                entry.system(),
                incident,
                text.text(),
                text.owner().isEmpty() && before != null ? before.owner() : text.owner(),
                text.due() == null && before != null ? before.due() : text.due(),
                before == null ? entry.at() : before.since(),
                before == null ? null : before.doneBy(),
                before == null ? null : before.done());
        return text.done() && now.open() ? now.doneBy(entry.operator(), entry.at()) : now;
    }
}
