package plantao.runbook.read;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import plantao.runbook.AlertRule;
import plantao.runbook.Bound;
import plantao.runbook.Comparison;
import plantao.runbook.Metric;
import plantao.runbook.Origin;
import plantao.runbook.text.Bounds;
import plantao.runbook.text.Concepts;
import plantao.runbook.text.Expression;
import plantao.runbook.text.Terms;
import plantao.runbook.text.Vocabulary;
import plantao.runbook.text.Words;

/// The metrics that only alert rules speak of ("**High CPU**: > 80% for 15 min", "Latency > 5 s"): without them
/// such a
/// rule had nothing to watch, however it is measured.
///
/// @param linker knows the metrics that are listed
record RuledMetrics(Linker linker, Vocabulary vocabulary) {
    private static final Expression QUERY = Expression.of("[\\[\\]{}]|\\w[(]|[(]\\w+[)]|^\\s*[a-z]+_\\w+");
    private static final Expression PERCENTILE = Expression.of("(?i)^p\\d{2,3}$");
    private static final Expression LEADING =
            Expression.of("(?iu)^(?:(?:if|when|the|se|si|quando|cuando|caso|o|a|os|as|el|la|los|las)\\s+)+");
    private static final Expression TRAILING = Expression.of(
            "(?iu)[\\s:,;(\\-–—]+$|\\s+(?:is|are|é|e|es|está|esta|estiver|for|goes|gets|fica|ficar|passa|pasa)$");
    // "This alert fires when at least …", "The job is taking more than …"
    private static final Expression SENTENCE = Expression.of(
            "\\b(?:this|it|alert|fires|triggered|when|has|have|had|is|are|was|been|este|esta|isso|alerta|dispara|quando|cuando|tem|esta sendo|tiene)\\b");
    private static final int LONGEST = 48;
    private static final int MOST_WORDS = 6;
    private static final int WORST = 1;

    /// The limits that rules put on one of them.
    private record Told(
            String name, @Nullable Bound warning, @Nullable Bound critical, Origin origin) {
        Told and(Bound limit, boolean worst) {
            return worst
                    ? new Told(name, warning, critical == null ? limit : critical, origin)
                    : new Told(name, warning == null ? limit : warning, critical, origin);
        }
    }

    List<Metric> of(List<RuleDraft> drafts) {
        Map<String, Told> told = new LinkedHashMap<>();
        for (RuleDraft d : drafts) {
            AlertRule r = linker.linked(d.rule());
            Bound limit = r.metric() != null || r.service() != null ? null : limit(r);
            String name = limit == null ? null : name(r);
            if (limit != null && name != null) {
                Told one = new Told(name, null, null, r.origin());
                told.merge(
                        Words.key(name),
                        one.and(limit, r.level() == WORST),
                        (a, b) -> isAlike(a, limit) ? a.and(limit, r.level() == WORST) : a);
            }
        }
        List<Metric> out = new ArrayList<>();
        told.values()
                .forEach(t -> out.add(new Metric(
                        t.name(),
                        Bounds.percentile(Stream.of(t.warning(), t.critical())
                                .filter(Objects::nonNull)
                                .map(Bound::raw)
                                .reduce(t.name(), (a, b) -> a + " " + b)),
                        null,
                        null,
                        null,
                        t.warning(),
                        t.critical(),
                        t.origin(),
                        false)));
        return List.copyOf(out);
    }

    private static boolean isAlike(Told told, Bound limit) {
        Bound known = told.critical() == null ? told.warning() : told.critical();
        return known == null || Objects.equals(known.unit(), limit.unit()) && known.op() == limit.op();
    }

    private static @Nullable Bound limit(AlertRule r) {
        Double value = r.value();
        String condition = r.condition();
        boolean asked = condition == null || QUERY.in(condition) || Linker.changes(r);
        return asked || value == null || r.op() == null
                ? null
                : new Bound(r.op(), value, r.unit(), null, raw(r.op(), value, r.unit()));
    }

    private static String raw(Comparison op, double value, @Nullable String unit) {
        String figure = BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
        String behind = unit == null || unit.equals("count") ? "" : unit.equals("%") ? unit : " " + unit;
        return op.sign() + " " + figure + behind;
    }

    // What stands before the comparison; where nothing does, what the alert is called without "high" and "low".
    private @Nullable String name(AlertRule r) {
        String plain = Words.plain(r.condition());
        String before = Bounds.subject(Holds.without(plain));
        String subject = before == null
                ? ""
                : Words.folded(plain).startsWith(before) && plain.length() >= before.length()
                        ? plain.substring(0, before.length())
                        : before;
        subject = TRAILING.matcher(LEADING.matcher(subject.strip()).replaceFirst(""))
                .replaceFirst("")
                .strip();
        int bracket = subject.indexOf('(');
        subject = bracket > 0 ? subject.substring(0, bracket).strip() : subject;
        if (SENTENCE.in(Words.folded(subject))) {
            return null;
        }
        boolean told = subject.length() > 2 && !PERCENTILE.matcher(subject).matches() && !ColumnKinds.isRule(subject);
        if (!told && (r.unit() == null || r.unit().equals("count") || r.unit().startsWith("/"))) {
            return null; // "more than 5 restarts": what is counted stands behind the figure.
        }
        String name = told ? subject : called(ColumnKinds.isRule(subject) ? subject : r.name());
        boolean fits = name.length() > 1
                && name.length() <= LONGEST
                && name.split("\\s+").length <= MOST_WORDS
                && Words.folded(name).chars().anyMatch(Character::isLetter);
        return fits ? name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1) : null;
    }

    private String called(String name) {
        if (Bounds.compared(name) != null) {
            return "";
        }
        Terms beyond = vocabulary.terms("beyond");
        StringBuilder out = new StringBuilder();
        for (String word : Concepts.apart(Words.unqualified(name)).strip().split("\\s+")) {
            if (!beyond.in(Words.folded(word))) {
                out.append(out.isEmpty() ? "" : " ").append(word);
            }
        }
        return out.toString();
    }
}
