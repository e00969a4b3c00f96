package plantao.runbook.read;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;
import plantao.runbook.AlertRule;
import plantao.runbook.NotedLine;
import plantao.runbook.Playbook;
import plantao.runbook.PlaybookLink;
import plantao.runbook.text.Bounds;
import plantao.runbook.text.Concepts;
import plantao.runbook.text.Expression;
import plantao.runbook.text.Words;

/// Finds the playbook that answers an alert: as `console.yaml` says, by a cross reference, else by the words they
/// share.
final class AlertAnswers {
    /// From this score on there is a link; a shared telling word in the title alone is worth about 3.
    static final double THRESHOLD = 2.5;
    /// From this score on there is a link if no other playbook comes near (a symptom or cause that only one of them
    /// has).
    static final double ALONE = 1.5;

    /// What it counts beside the words that both names say the same and nothing else.
    private static final double WHOLE = 0.3;

    private static final double CANDIDATE = 0.8;
    private static final double NEAR = 0.7;
    private static final Expression REFERENCE = Expression.of(
            "(?i)(?:(?:section|se[cç][aã]o|secci[oó]n|§|runbook|playbook)\\s*|\\b(?:see|ver|veja|vide|v[eé]ase|cf\\.?)\\s+)#?(\\d+(?:\\.\\d+)*)");
    private static final Expression ANCHOR = Expression.of("\\]\\(([^()\\s]*#[^()\\s]+|[^()\\s]+\\.md)\\)");

    private static final Expression QUOTED = Expression.of("[«“\"]([^«»“”\"]{4,80})[»”\"]");
    // "see *The queue is full*", "→ The queue is full", "Runbook: The queue is full"
    private static final Expression NAMED = Expression.of(
            "(?iu)(?:\\b(?:see|ver|veja|vide|v[eé]ase|follow|siga|runbook|playbook|procedure|procedimento|procedimiento)\\b:?|→|=>|->|➜)\\s*[*_‘'`]{0,2}"
                    + "([^*_‘’'`\\[\\]()«»“”\"|.;]{4,80})");
    private static final Expression PAGE = Expression.of("\\]\\((?!https?:)[^()\\s]+\\.md(?:#[^()\\s]*)?\\)");

    // A word that so many playbooks have tells none of them from the others.
    private static final int COMMON = 300;

    private record Weight(int playbook, double weight) {}

    private final List<Playbook> playbooks;
    private final Map<String, String> said;
    private final Concepts concepts;
    private final PlaybookTargets targets;
    private final List<Set<String>> titles;
    private final Map<String, List<Weight>> having = new HashMap<>();

    /// @param numbers a playbook's heading number ("4.1"), where it has one
    /// @param said an alert's key → its playbook's title, from `console.yaml`
    AlertAnswers(
            List<Playbook> playbooks,
            IdentityHashMap<Playbook, String> numbers,
            Map<String, String> said,
            Concepts concepts) {
        this.playbooks = playbooks;
        this.said = said;
        this.concepts = concepts;
        this.titles = playbooks.stream().map(p -> concepts.of(p.title())).toList();
        this.targets = new PlaybookTargets(playbooks, numbers);
        for (int i = 0; i < playbooks.size(); i++) {
            int number = i;
            weights(playbooks.get(i))
                    .forEach((word, weight) ->
                            having.computeIfAbsent(word, k -> new ArrayList<>()).add(new Weight(number, weight)));
        }
    }

    private Map<String, Double> weights(Playbook p) {
        Map<String, Double> own = new HashMap<>();
        concepts.of(p.title()).forEach(w -> own.merge(w, 3.0, Math::max));
        p.symptoms().forEach(n -> weigh(n, Bounds.compared(n.text()) == null ? 1.5 : 2.5, own));
        p.causes().forEach(n -> weigh(n, 1.5, own));
        p.steps()
                .forEach(s -> concepts.of(s.title()).stream()
                        .filter(w -> w.startsWith("="))
                        .forEach(w -> own.merge(w, 0.8, Math::max)));
        return own;
    }

    private void weigh(NotedLine text, double weight, Map<String, Double> own) {
        concepts.of(text.text()).forEach(w -> own.merge(w, weight, Math::max));
    }

    /// The rule with its playbook or candidates.
    ///
    /// @param text everything written about the alert
    /// @param home the playbook that describes this alert, or null
    AlertRule answered(AlertRule r, String text, @Nullable Playbook home) {
        PlaybookLink sure = sure(r, text, home);
        if (sure != null) {
            return with(r, sure, List.of());
        }
        // A runbook that names a page we do not have means that page, whatever others share its words.
        return chosen(r, scored(r), PAGE.in(text));
    }

    /// The same for a rule that nobody wrote: that something is down is not enough to be shared, the service or
    /// metric it is about must be among it.
    AlertRule impliedly(AlertRule r) {
        PlaybookLink sure = sure(r, r.name(), null);
        if (sure != null) {
            return with(r, sure, List.of());
        }
        Set<String> about =
                concepts.of((r.service() == null ? "" : r.service()) + " " + (r.metric() == null ? "" : r.metric()));
        return chosen(
                r,
                scored(r).stream()
                        .filter(s -> s.shared.stream().anyMatch(about::contains))
                        .toList(),
                false);
    }

    private static AlertRule chosen(AlertRule r, Collection<Scored> all, boolean elsewhere) {
        List<Scored> scored = all.stream()
                .filter(s -> s.score >= CANDIDATE)
                .sorted(Comparator.comparingDouble((Scored s) -> -s.score))
                .toList();
        boolean clear = !elsewhere && isClear(scored);
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

    private @Nullable PlaybookLink sure(AlertRule r, String text, @Nullable Playbook home) {
        String title = said.get(Words.key(r.name()));
        Playbook p = title == null ? null : targets.titled(title);
        if (p != null) {
            return link(p, "console.yaml says so");
        }
        if (home != null) {
            return link(home, "is described there");
        }
        Matcher m = REFERENCE.matcher(text);
        while (m.find()) {
            p = targets.numbered(m.group(1));
            if (p != null) {
                return link(p, "refers to section " + m.group(1));
            }
        }
        m = ANCHOR.matcher(text);
        while (m.find()) {
            p = targets.linked(m.group(1));
            if (p != null) {
                return link(p, "linked by the runbook");
            }
        }
        for (Expression naming : List.of(QUOTED, NAMED)) {
            m = naming.matcher(text);
            while (m.find()) {
                p = targets.titled(m.group(1).strip());
                if (p != null) {
                    return link(p, "is named beside the alert");
                }
            }
        }
        p = targets.titled(r.name());
        return p == null ? null : link(p, "has the same name");
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

    // The playbooks that share a word with the alert, in their order.
    private Collection<Scored> scored(AlertRule r) {
        Set<String> name = concepts.of(r.name());
        Set<String> all = new LinkedHashSet<>(name);
        all.addAll(concepts.of(r.condition()));
        all.addAll(concepts.of(r.metric() == null ? "" : r.metric()));
        all.addAll(concepts.of(r.service() == null ? "" : r.service()));
        Map<Integer, Double> sums = new TreeMap<>();
        Map<Integer, List<String>> shared = new HashMap<>();
        for (String w : all) {
            List<Weight> weights = having.getOrDefault(w, List.of());
            if (weights.size() > COMMON) {
                continue;
            }
            double rare = 1 / (1 + 0.35 * (weights.size() - 1));
            double telling = rare * (w.startsWith("=") ? 1.1 : 1) * (name.contains(w) ? 1 : 0.7);
            for (Weight one : weights) {
                sums.merge(one.playbook(), one.weight() * telling, Double::sum);
                shared.computeIfAbsent(one.playbook(), k -> new ArrayList<>()).add(w);
            }
        }
        List<Scored> out = new ArrayList<>();
        sums.forEach((i, sum) -> {
            List<String> words = shared.getOrDefault(i, List.of());
            double whole = part(words, titles.get(i)) * Math.pow(part(words, name), 2);
            out.add(new Scored(playbooks.get(i), sum + WHOLE * whole, words));
        });
        return out;
    }

    // How much of a name is among the shared words: "Error rate high" says the same as HighErrorRate and no more.
    private static double part(List<String> shared, Set<String> name) {
        return name.isEmpty()
                ? 0
                : (double) name.stream().filter(shared::contains).count() / name.size();
    }

    private static PlaybookLink link(Playbook p, String why) {
        return new PlaybookLink(p.title(), p.origin(), why);
    }

    /// The rule with the playbook that its own row or bullet is.
    static AlertRule described(AlertRule r, Playbook own) {
        return with(r, new PlaybookLink(own.title(), own.origin(), "is described there"), List.of());
    }

    private static AlertRule with(AlertRule r, @Nullable PlaybookLink link, List<PlaybookLink> candidates) {
        return new AlertRule(
                r.name(),
                r.severity(),
                r.level(),
                r.condition(),
                r.metric(),
                r.service(),
                r.why(),
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
