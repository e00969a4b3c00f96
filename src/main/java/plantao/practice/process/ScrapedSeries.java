package plantao.practice.process;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import plantao.practice.process.PromQl.Query;

/// Scraped samples, and what queries find in them. Its methods wait for one another.
final class ScrapedSeries {
    private static final long KEPT_SECONDS = 3900;
    /// Samples older than this are stale (prometheus.io/docs/prometheus/latest/querying/basics/#staleness).
    private static final long STALE_SECONDS = 300;

    private static final Pattern SAMPLE = Pattern.compile("([a-zA-Z_:][\\w:]*)(?:\\{(.*)})?\\s+(\\S+)");
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"((?:[^\"\\\\]|\\\\.)*)\"");

    private final Map<Map<String, String>, Deque<Sample>> all = new LinkedHashMap<>();

    /// A value at a time, in seconds of the epoch.
    record Sample(double time, double value) {}

    /// A result: labels and a value.
    record Point(Map<String, String> labels, double value) {}

    /// Takes a scraped page.
    ///
    /// @param own labels that the scrape adds
    synchronized void take(String page, Map<String, String> own, double time) {
        for (String line : page.lines().toList()) {
            Matcher matcher = SAMPLE.matcher(line);
            if (line.startsWith("#") || !matcher.matches()) {
                continue;
            }
            var labels = new TreeMap<>(own);
            labels.put("__name__", matcher.group(1));
            if (matcher.group(2) != null) {
                LABEL.matcher(matcher.group(2)).results().forEach(l -> labels.put(l.group(1), l.group(2)));
            }
            add(labels, number(matcher.group(3)), time);
        }
    }

    private static double number(String text) {
        return switch (text) {
            case "+Inf" -> Double.POSITIVE_INFINITY;
            case "-Inf" -> Double.NEGATIVE_INFINITY;
            default -> Double.parseDouble(text);
        };
    }

    synchronized void add(Map<String, String> labels, double value, double time) {
        Deque<Sample> samples = all.computeIfAbsent(Map.copyOf(labels), _ -> new ArrayDeque<>());
        samples.addLast(new Sample(time, value));
        while (samples.getFirst().time() < time - KEPT_SECONDS) {
            samples.removeFirst();
        }
    }

    /// The result at a time; a number is one point without labels.
    synchronized List<Point> find(Query query, double time) {
        return switch (query) {
            case Query.Number number -> List.of(new Point(Map.of(), number.value()));
            case Query.Selector selector -> newest(selector, time);
            case Query.Rate rate -> rates(rate, time);
            case Query.Group group -> grouped(group, find(group.of(), time));
            case Query.Quantile quantile ->
                quantiles(find(quantile.quantile(), time).getFirst().value(), find(quantile.of(), time));
            case Query.Binary binary ->
                combined(binary.operator(), find(binary.left(), time), find(binary.right(), time));
        };
    }

    private List<Point> newest(Query.Selector selector, double time) {
        List<Point> found = new ArrayList<>();
        for (var series : all.entrySet()) {
            Sample last = series.getValue().reversed().stream()
                    .filter(s -> s.time() <= time)
                    .findFirst()
                    .orElse(null);
            if (last != null && last.time() > time - STALE_SECONDS && fits(selector, series.getKey())) {
                found.add(new Point(series.getKey(), last.value()));
            }
        }
        return found;
    }

    private static boolean fits(Query.Selector selector, Map<String, String> labels) {
        return (selector.name() == null || selector.name().equals(labels.get("__name__")))
                && selector.matchings().stream().allMatch(m -> m.fits(labels));
    }

    private List<Point> rates(Query.Rate rate, double time) {
        List<Point> found = new ArrayList<>();
        for (var series : all.entrySet()) {
            if (!fits(rate.of(), series.getKey())) {
                continue;
            }
            List<Sample> inside = series.getValue().stream()
                    .filter(s -> s.time() > time - rate.of().seconds() && s.time() <= time)
                    .toList();
            List<Sample> used = rate.function().equals("irate") && inside.size() > 2
                    ? inside.subList(inside.size() - 2, inside.size())
                    : inside;
            if (used.size() > 1) {
                double perSecond =
                        rise(used) / (used.getLast().time() - used.getFirst().time());
                found.add(new Point(
                        nameless(series.getKey()),
                        rate.function().equals("increase")
                                ? perSecond * rate.of().seconds()
                                : perSecond));
            }
        }
        return found;
    }

    /// How far a counter rose; it begins at 0 again when its process does.
    private static double rise(List<Sample> samples) {
        double sum = 0;
        for (int i = 1; i < samples.size(); i++) {
            double step = samples.get(i).value() - samples.get(i - 1).value();
            sum += step < 0 ? samples.get(i).value() : step;
        }
        return sum;
    }

    private static Map<String, String> nameless(Map<String, String> labels) {
        var rest = new TreeMap<>(labels);
        rest.remove("__name__");
        return Map.copyOf(rest);
    }

    private static List<Point> grouped(Query.Group group, List<Point> points) {
        Map<Map<String, String>, List<Double>> sets = new LinkedHashMap<>();
        for (Point point : points) {
            var kept = new TreeMap<>(point.labels());
            kept.keySet().retainAll(group.by());
            sets.computeIfAbsent(Map.copyOf(kept), _ -> new ArrayList<>()).add(point.value());
        }
        List<Point> found = new ArrayList<>();
        sets.forEach((labels, values) -> {
            var all = values.stream().mapToDouble(v -> v).summaryStatistics();
            found.add(new Point(
                    labels,
                    switch (group.function()) {
                        case "sum" -> all.getSum();
                        case "avg" -> all.getAverage();
                        case "min" -> all.getMin();
                        case "max" -> all.getMax();
                        default -> all.getCount();
                    }));
        });
        return found;
    }

    /// As histogram_quantile does it: linear within the bucket that holds the rank.
    private static List<Point> quantiles(double quantile, List<Point> points) {
        Map<Map<String, String>, List<double[]>> histograms = new LinkedHashMap<>();
        for (Point point : points) {
            String bound = point.labels().get("le");
            if (bound != null) {
                var labels = new TreeMap<>(nameless(point.labels()));
                labels.remove("le");
                histograms
                        .computeIfAbsent(Map.copyOf(labels), _ -> new ArrayList<>())
                        .add(new double[] {number(bound), point.value()});
            }
        }
        List<Point> found = new ArrayList<>();
        histograms.forEach((labels, buckets) -> {
            buckets.sort(Comparator.comparingDouble(b -> b[0]));
            found.add(new Point(labels, quantile(quantile, buckets)));
        });
        return found;
    }

    private static double quantile(double quantile, List<double[]> buckets) {
        double rank = quantile * buckets.getLast()[1];
        if (buckets.getLast()[1] == 0) {
            return Double.NaN;
        }
        double low = 0;
        double below = 0;
        for (double[] bucket : buckets) {
            if (bucket[1] >= rank) {
                return Double.isInfinite(bucket[0])
                        ? low
                        : low + (bucket[0] - low) * (rank - below) / (bucket[1] - below);
            }
            low = bucket[0];
            below = bucket[1];
        }
        return low;
    }

    /// One side is a single value without labels, or both have the same labels.
    private static List<Point> combined(String operator, List<Point> left, List<Point> right) {
        List<Point> found = new ArrayList<>();
        for (Point a : left) {
            for (Point b : right) {
                boolean number = a.labels().isEmpty() || b.labels().isEmpty();
                if (number || nameless(a.labels()).equals(nameless(b.labels()))) {
                    Map<String, String> labels = a.labels().isEmpty() ? b.labels() : a.labels();
                    double value = apply(operator, a.value(), b.value());
                    if (!Double.isNaN(value)) {
                        found.add(new Point(operator.matches("[-+*/]") ? nameless(labels) : labels, value));
                    }
                }
            }
        }
        return found;
    }

    /// A comparison gives its left side, or nothing.
    private static double apply(String operator, double a, double b) {
        return switch (operator) {
            case "+" -> a + b;
            case "-" -> a - b;
            case "*" -> a * b;
            case "/" -> a / b;
            case "<" -> a < b ? a : Double.NaN;
            case ">" -> a > b ? a : Double.NaN;
            case "<=" -> a <= b ? a : Double.NaN;
            case ">=" -> a >= b ? a : Double.NaN;
            case "==" -> a == b ? a : Double.NaN;
            default -> a != b ? a : Double.NaN;
        };
    }
}
