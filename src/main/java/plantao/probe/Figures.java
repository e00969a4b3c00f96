package plantao.probe;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import plantao.probe.Check.Figure;

/// Makes one figure out of one or two scrapes. Pure.
final class Figures {
    private Figures() {}

    /// A figure, or why there is none.
    sealed interface Figured {
        record Value(double value) implements Figured {}

        record None(String why) implements Figured {}
    }

    private static final Figured FIRST = new Figured.None("first scrape; the next one gives a figure");

    /// The names of the samples that a figure needs.
    static Set<String> names(Figure figure) {
        return switch (figure) {
            case Figure.Gauge gauge -> Set.of(gauge.name());
            case Figure.Rate rate -> Set.of(rate.name());
            case Figure.Share share ->
                Set.copyOf(
                        List.of(share.part(), share.whole()).stream().distinct().toList());
            case Figure.Quantile quantile -> Set.of(bucket(quantile));
        };
    }

    static Figured of(Figure figure, @Nullable Scrape before, Scrape after) {
        return switch (figure) {
            case Figure.Gauge gauge -> gauge(gauge, after);
            case Figure.Rate rate -> rate(rate, before, after);
            case Figure.Share share -> share(share, before, after);
            case Figure.Quantile quantile -> quantile(quantile, before, after);
        };
    }

    private static Figured gauge(Figure.Gauge gauge, Scrape after) {
        Map<Map<String, String>, Double> series = series(gauge.name(), gauge.labels(), after);
        if (series.isEmpty()) {
            return missing(gauge.name(), gauge.labels());
        }
        return value(gauge.name(), sum(series) * gauge.factor());
    }

    private static Figured rate(Figure.Rate rate, @Nullable Scrape before, Scrape after) {
        Map<Map<String, String>, Double> now = series(rate.name(), rate.labels(), after);
        if (now.isEmpty()) {
            return missing(rate.name(), rate.labels());
        }
        if (before == null || series(rate.name(), rate.labels(), before).isEmpty()) {
            return FIRST;
        }
        Double seconds = after.secondsSince(before);
        if (seconds == null) {
            return new Figured.None("the clock jumped between two scrapes; the next one gives a figure");
        }
        double increase = sum(increases(series(rate.name(), rate.labels(), before), now));
        return value(rate.name(), increase / seconds * rate.factor());
    }

    private static Figured share(Figure.Share share, @Nullable Scrape before, Scrape after) {
        Map<Map<String, String>, Double> now = series(share.whole(), share.wholeLabels(), after);
        if (now.isEmpty()) {
            return missing(share.whole(), share.wholeLabels());
        }
        if (before == null || series(share.whole(), share.wholeLabels(), before).isEmpty()) {
            return FIRST;
        }
        double whole = sum(increases(series(share.whole(), share.wholeLabels(), before), now));
        if (!(whole > 0)) {
            return new Figured.None("no new " + share.whole() + " since the last scrape");
        }
        // A part that never happened has no series yet: that is none of the whole.
        double part = sum(increases(
                series(share.part(), share.partLabels(), before), series(share.part(), share.partLabels(), after)));
        return value(share.part(), part / whole * share.factor());
    }

    private static Figured quantile(Figure.Quantile figure, @Nullable Scrape before, Scrape after) {
        String name = bucket(figure);
        Map<Map<String, String>, Double> now = series(name, figure.labels(), after);
        if (now.isEmpty()) {
            return missing(name, figure.labels());
        }
        if (before == null || series(name, figure.labels(), before).isEmpty()) {
            return FIRST;
        }
        List<Histogram.Bucket> buckets = new ArrayList<>();
        increases(series(name, figure.labels(), before), now).forEach((labels, increase) -> {
            Double bound = Histogram.bound(labels.getOrDefault("le", ""));
            if (bound != null) {
                buckets.add(new Histogram.Bucket(bound, increase));
            }
        });
        double result = Histogram.quantile(figure.quantile(), buckets);
        return Double.isNaN(result)
                ? new Figured.None("no new " + figure.name() + " since the last scrape")
                : value(name, result * figure.factor());
    }

    private static String bucket(Figure.Quantile figure) {
        return figure.name().endsWith("_bucket") ? figure.name() : figure.name() + "_bucket";
    }

    private static Map<Map<String, String>, Double> series(String name, Map<String, String> wanted, Scrape scrape) {
        Map<Map<String, String>, Double> series = new HashMap<>();
        for (Sample sample : scrape.samples()) {
            if (sample.name().equals(name) && Labels.match(wanted, sample.labels())) {
                series.put(sample.labels(), sample.value());
            }
        }
        return series;
    }

    /// Per series: a counter that went down began anew at 0, and so did a series that was not there before.
    private static Map<Map<String, String>, Double> increases(
            Map<Map<String, String>, Double> before, Map<Map<String, String>, Double> after) {
        Map<Map<String, String>, Double> increases = new HashMap<>();
        after.forEach((labels, now) -> {
            double old = before.getOrDefault(labels, 0.0);
            increases.put(labels, now < old ? now : now - old);
        });
        return increases;
    }

    private static double sum(Map<Map<String, String>, Double> series) {
        return series.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    private static Figured value(String name, double value) {
        return Double.isFinite(value) ? new Figured.Value(value) : new Figured.None(name + " is not a number");
    }

    private static Figured missing(String name, Map<String, String> labels) {
        return new Figured.None("no sample " + name + (labels.isEmpty() ? "" : labels) + " on the page");
    }
}
