package plantao.runbook.read;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import plantao.runbook.AlertRule;
import plantao.runbook.Noted;
import plantao.runbook.Playbook;
import plantao.runbook.PlaybookLink;
import plantao.runbook.text.Bounds;
import plantao.runbook.text.Concepts;
import plantao.runbook.text.Words;

/// Finds the playbook that answers an alert: as `console.yaml` says, by a cross reference, else by the words they
/// share.
final class Answers {
    /// From this score on there is a link; a shared telling word in the title alone is worth about 3.
    static final double THRESHOLD = 2.5;
    /// From this score on there is a link if no other playbook comes near (a symptom or cause that only one of them
    /// has).
    static final double ALONE = 1.5;

    private static final double CANDIDATE = 0.8;
    private static final double NEAR = 0.7;
    private static final Pattern REFERENCE =
            Pattern.compile("(?i)(?:section|se[cç][aã]o|secci[oó]n|§)\\s*(\\d+(?:\\.\\d+)*)");
    private static final Pattern ANCHOR = Pattern.compile("\\]\\(([^()\\s]*#[^()\\s]+|[^()\\s]+\\.md)\\)");

    private final List<Playbook> playbooks;
    private final Map<Playbook, String> numbers;
    private final Map<String, String> said;
    private final Concepts concepts;
    private final Map<Playbook, Map<String, Double>> weights = new HashMap<>();
    private final Map<String, Integer> spread = new HashMap<>();

    /// @param numbers a playbook's heading number ("4.1"), where it has one
    /// @param said an alert's key → its playbook's title, from `console.yaml`
    Answers(List<Playbook> playbooks, Map<Playbook, String> numbers, Map<String, String> said, Concepts concepts) {
        this.playbooks = playbooks;
        this.numbers = numbers;
        this.said = said;
        this.concepts = concepts;
        for (Playbook p : playbooks) {
            Map<String, Double> own = new HashMap<>();
            concepts.of(p.title()).forEach(w -> own.merge(w, 3.0, Math::max));
            p.symptoms().forEach(n -> weigh(n, Bounds.compared(n.text()) == null ? 1.5 : 2.5, own));
            p.causes().forEach(n -> weigh(n, 1.5, own));
            p.steps()
                    .forEach(s -> concepts.of(s.title()).stream()
                            .filter(w -> w.startsWith("="))
                            .forEach(w -> own.merge(w, 0.8, Math::max)));
            weights.put(p, own);
            own.keySet().forEach(w -> spread.merge(w, 1, Integer::sum));
        }
    }

    private void weigh(Noted text, double weight, Map<String, Double> own) {
        concepts.of(text.text()).forEach(w -> own.merge(w, weight, Math::max));
    }

    /// The rule with its playbook or candidates. @param text everything written about the alert
    AlertRule answered(AlertRule r, String text) {
        PlaybookLink sure = sure(r, text);
        if (sure != null) {
            return with(r, sure, List.of());
        }
        List<Scored> scored = playbooks.stream()
                .map(p -> score(r, p))
                .filter(s -> s.score >= CANDIDATE)
                .sorted(Comparator.comparingDouble((Scored s) -> -s.score))
                .toList();
        boolean clear = isClear(scored);
        List<PlaybookLink> candidates =
                scored.stream().skip(clear ? 1 : 0).limit(3).map(Scored::link).toList();
        return with(r, clear ? scored.getFirst().link() : null, candidates);
    }

    private static boolean isClear(List<Scored> scored) {
        if (scored.isEmpty()) {
            return false;
        }
        double best = scored.getFirst().score;
        double next = scored.size() > 1 ? scored.get(1).score : 0;
        return best >= THRESHOLD && next < best || best >= ALONE && next < best * NEAR;
    }

    private @Nullable PlaybookLink sure(AlertRule r, String text) {
        String title = said.get(Words.key(r.name()));
        for (Playbook p : playbooks) {
            if (title != null && Words.key(p.title()).equals(Words.key(title))) {
                return link(p, "console.yaml says so");
            }
        }
        Matcher m = REFERENCE.matcher(text);
        while (m.find()) {
            for (Playbook p : playbooks) {
                if (m.group(1).equals(numbers.get(p))) {
                    return link(p, "refers to section " + m.group(1));
                }
            }
        }
        m = ANCHOR.matcher(text);
        while (m.find()) {
            String target = Words.folded(m.group(1))
                    .replaceAll("^.*#", "")
                    .replaceAll("\\.md$", "")
                    .replaceAll("^.*/", "")
                    .replaceAll("[^\\p{L}\\p{N}]", "");
            for (Playbook p : playbooks) {
                String own = Words.folded(p.title()).replaceAll("[^\\p{L}\\p{N}]", "");
                String file = p.origin()
                        .file()
                        .replaceAll("^.*/", "")
                        .replaceAll("\\.md$", "")
                        .replaceAll("[^\\p{L}\\p{N}]", "");
                if (!target.isEmpty() && (target.endsWith(own) || target.equalsIgnoreCase(file))) {
                    return link(p, "linked by the runbook");
                }
            }
        }
        for (Playbook p : playbooks) {
            if (Words.key(p.title()).equals(Words.key(r.name()))) {
                return link(p, "has the same name");
            }
        }
        return null;
    }

    private record Scored(Playbook playbook, double score, List<String> shared) {
        PlaybookLink link() {
            String words = String.join(
                    ", ", shared.stream().map(w -> w.replace("=", "")).toList());
            return new PlaybookLink(
                    playbook.title(),
                    playbook.origin(),
                    "shares " + words + " (score " + Math.round(score * 10) / 10.0 + ")");
        }
    }

    private Scored score(AlertRule r, Playbook p) {
        Set<String> name = concepts.of(r.name());
        Set<String> all = new LinkedHashSet<>(name);
        all.addAll(concepts.of(r.condition()));
        all.addAll(concepts.of(r.metric() == null ? "" : r.metric()));
        all.addAll(concepts.of(r.service() == null ? "" : r.service()));
        Map<String, Double> own = weights.getOrDefault(p, Map.of());
        double sum = 0;
        List<String> shared = new ArrayList<>();
        for (String w : all) {
            Double weight = own.get(w);
            if (weight != null) {
                double rare = 1 / (1 + 0.35 * (spread.getOrDefault(w, 1) - 1));
                sum += weight * rare * (w.startsWith("=") ? 1.1 : 1) * (name.contains(w) ? 1 : 0.7);
                shared.add(w);
            }
        }
        return new Scored(p, sum, shared);
    }

    private static PlaybookLink link(Playbook p, String why) {
        return new PlaybookLink(p.title(), p.origin(), why);
    }

    private static AlertRule with(AlertRule r, @Nullable PlaybookLink link, List<PlaybookLink> candidates) {
        return new AlertRule(
                r.name(),
                r.severity(),
                r.level(),
                r.condition(),
                r.metric(),
                r.service(),
                r.op(),
                r.value(),
                r.unit(),
                r.forSeconds(),
                r.respondWithinSeconds(),
                link,
                candidates,
                r.origin());
    }
}
