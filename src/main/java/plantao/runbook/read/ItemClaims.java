package plantao.runbook.read;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import plantao.runbook.Bound;
import plantao.runbook.Checklist;
import plantao.runbook.Comparison;
import plantao.runbook.ItemClaim;
import plantao.runbook.Metric;
import plantao.runbook.Service;
import plantao.runbook.text.Bounds;
import plantao.runbook.text.Concepts;
import plantao.runbook.text.Expression;
import plantao.runbook.text.Phrases;
import plantao.runbook.text.Vocabulary;
import plantao.runbook.text.Words;

/// Which items of checklists state something that the board can tell: "Error rate < 0.1%", "health checks OK", "no
/// critical alerts", "read the handoff". An item that only asks for something to be done states nothing, and one in
/// doubt is left to
/// the operator: a tick that nobody meant is worse than one more to make.
final class ItemClaims {
    /// A good answer over HTTP (RFC 9110, section 15.3).
    private static final Expression ANSWER =
            Expression.of("\\b(?:(?:returns?|retornam?|devolvem?|responds? with|http|status)\\s+)*(?:20[0-9]|2xx)\\b");

    private static final Expression ASIDE = Expression.of("\\s*\\([^()]*\\)\\s*$");

    private static final Expression FINE = any("fine");
    private static final Expression VERIFY = any("verify");
    private static final Expression NOTHING = any("nothing");
    private static final Expression ALARM = any("alarm");
    private static final Expression PENDING = any("pending");
    private static final Expression READ = any("takeNote");
    private static final Expression HANDOFF = any("handoffNote");
    private static final Expression BEFORE = any("shiftBeforeThis");
    private static final Expression CONDITION =
            Expression.of("(?:^|[,;:(–—-]\\s*)" + any("condition").regex());
    private static final Expression HEALTH_PATH = Expression.of(
            "(?:/[\\w.-]+)*/(?:" + String.join("|", Vocabulary.standard().list("healthPaths")) + ")(?!\\S)");

    private final List<Metric> metrics;
    private final List<Service> services;
    private final Vocabulary vocabulary;
    private final Concepts concepts;
    private final Overlaps metricNames;
    private final Overlaps serviceNames;

    ItemClaims(List<Metric> metrics, List<Service> services, Vocabulary vocabulary) {
        this.metrics = metrics;
        this.services = services;
        this.vocabulary = vocabulary;
        this.concepts = vocabulary.concepts();
        this.metricNames =
                new Overlaps(metrics.stream().map(m -> concepts.of(m.name())).toList());
        this.serviceNames =
                new Overlaps(services.stream().map(s -> concepts.of(s.name())).toList());
    }

    private static Expression any(String list) {
        List<String> phrases = new ArrayList<>(Vocabulary.standard().list(list));
        phrases.sort(Comparator.comparingInt(String::length).reversed());
        return Expression.of("(?<![\\p{L}\\p{N}])(?:"
                + String.join("|", phrases.stream().map(Pattern::quote).toList())
                + ")(?![\\p{L}\\p{N}])");
    }

    /// The checklists with what their items state.
    List<Checklist> in(List<Checklist> lists) {
        return lists.stream()
                .map(l -> l.with(l.items().stream()
                        .map(i -> i.claiming(in(l, of(i.text()))))
                        .toList()))
                .toList();
    }

    /// At the end of a shift it is the own handoff that is read once more.
    private static @Nullable ItemClaim in(Checklist list, @Nullable ItemClaim claim) {
        return claim instanceof ItemClaim.HandedOver && "shift-end".equals(list.when()) ? null : claim;
    }

    @Nullable
    ItemClaim of(String text) {
        String folded = Words.folded(Words.plain(text));
        if (handoffRead(folded)) {
            return new ItemClaim.HandedOver();
        }
        if (CONDITION.in(folded)) {
            return null;
        }
        Bound bound = Bounds.compared(text);
        if (bound != null) {
            String subject = Bounds.subject(text);
            return subject == null ? null : within(subject, bound, Bounds.percentile(text));
        }
        String named =
                HEALTH_PATH.matcher(ASIDE.matcher(folded).replaceFirst("")).replaceAll("health check");
        String answered = ANSWER.matcher(named).replaceAll(" ok ");
        if (answered.chars().anyMatch(Character::isDigit)) {
            return null;
        }
        String asked = VERIFY.matcher(answered).replaceAll(" ");
        if (NOTHING.in(answered) && ALARM.in(answered)) {
            return quiet(answered);
        }
        if (!FINE.in(asked)) {
            return null;
        }
        String subject = FINE.matcher(asked).replaceAll(" ");
        ItemClaim up = up(subject);
        return up == null ? normal(subject) : up;
    }

    /// "Read the handoff of the shift before (if there is one)": nothing but that may be said.
    private boolean handoffRead(String text) {
        if (!READ.in(text) || !HANDOFF.in(text)) {
            return false;
        }
        String rest = HANDOFF.matcher(READ.matcher(text).replaceAll(" ")).replaceAll(" ");
        return concepts.of(BEFORE.matcher(rest).replaceAll(" ")).isEmpty();
    }

    /// "No critical alerts": nothing but that may be said.
    private @Nullable ItemClaim quiet(String text) {
        String rest = ALARM.matcher(NOTHING.matcher(text).replaceAll(" ")).replaceAll(" ");
        Integer level = Phrases.level(rest, vocabulary);
        String left = PENDING.matcher(VERIFY.matcher(rest).replaceAll(" ")).replaceAll(" ");
        Set<String> words = concepts.of(left);
        return words.isEmpty() || level != null && words.size() == 1 ? new ItemClaim.Quiet(level) : null;
    }

    /// "Health checks OK", "all services up", "database reachable".
    private @Nullable ItemClaim up(String subject) {
        Set<String> about = new LinkedHashSet<>(concepts.of(subject));
        List<Integer> named = serviceNames.having(about);
        if (named.size() == 1) {
            return new ItemClaim.Up(List.of(services.get(named.getFirst()).name()));
        }
        for (String list : List.of("healthCheck", "anyService")) {
            vocabulary.list(list).forEach(phrase -> about.removeAll(concepts.of(phrase)));
        }
        boolean said = vocabulary.terms("healthCheck").in(subject)
                || vocabulary.terms("anyService").in(subject);
        return said && about.isEmpty() && !services.isEmpty() ? new ItemClaim.Up(List.of()) : null;
    }

    /// "CPU normal": the metric's own limit is meant.
    private @Nullable ItemClaim normal(String subject) {
        Metric metric = metric(concepts.of(subject), null, null);
        if (metric == null) {
            return null;
        }
        Bound normal = metric.normal();
        Bound beyond = metric.warning() == null ? metric.critical() : metric.warning();
        if (normal != null) {
            return new ItemClaim.Within(metric.name(), normal.op(), normal.value(), normal.unit());
        }
        return beyond == null
                ? null
                : new ItemClaim.Within(metric.name(), Metrics.opposite(beyond.op()), beyond.value(), beyond.unit());
    }

    private @Nullable ItemClaim within(String subject, Bound bound, @Nullable Integer percentile) {
        Set<String> words = concepts.of(VERIFY.matcher(subject).replaceAll(" "));
        Metric metric = metric(words, bound, percentile);
        return metric == null || !good(metric, bound.op())
                ? null
                : new ItemClaim.Within(metric.name(), bound.op(), bound.value(), bound.unit());
    }

    /// The one metric whose name holds all these words, the one with no more of them if there are several.
    private @Nullable Metric metric(Set<String> words, @Nullable Bound bound, @Nullable Integer percentile) {
        List<Integer> fitting = metricNames.having(words).stream()
                .filter(i ->
                        percentile == null || percentile.equals(metrics.get(i).percentile()))
                .filter(i -> bound == null || Linker.sameKind(metrics.get(i), bound.unit()))
                .toList();
        List<Integer> same = fitting.stream()
                .filter(i -> metricNames.words(i).size() == words.size())
                .toList();
        List<Integer> best = same.size() == 1 ? same : fitting;
        return best.size() == 1 ? metrics.get(best.getFirst()) : null;
    }

    /// Whether to be on that side of a limit is good: "queue > 100" states no good thing.
    private static boolean good(Metric metric, Comparison op) {
        Bound normal = metric.normal();
        Bound beyond = metric.critical() == null ? metric.warning() : metric.critical();
        Comparison better = normal != null ? normal.op() : beyond == null ? op : Metrics.opposite(beyond.op());
        return op == Comparison.EQUAL || upward(better) == upward(op);
    }

    private static boolean upward(Comparison op) {
        return op == Comparison.ABOVE || op == Comparison.AT_LEAST;
    }
}
