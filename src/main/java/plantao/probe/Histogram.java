package plantao.probe;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Quantiles of cumulative buckets, as PromQL's `histogram_quantile` estimates them. Pure.
///
/// @see <a
/// href="https://prometheus.io/docs/prometheus/latest/querying/functions/#histogram_quantile">histogram_quantile</a>
final class Histogram {
    private Histogram() {}

    /// @param bound the upper bound, which belongs to the bucket
    /// @param count observations up to the bound
    record Bucket(double bound, double count) {}

    /// The bound that an `le` label says, or null.
    static @Nullable Double bound(String le) {
        if (le.equals("+Inf") || le.equals("Inf")) {
            return Double.POSITIVE_INFINITY;
        }
        return FigureText.finite(le);
    }

    /// Linear within the bucket; the highest finite bound when the quantile is beyond it; not a number when there
    /// are no observations, fewer than two buckets or no infinite one.
    ///
    /// @param q from 0 to 1
    /// @param given in any order; those of the same bound (other labels) are added up
    static double quantile(double q, Collection<Bucket> given) {
        Map<Double, Double> byBound = new TreeMap<>();
        given.forEach(bucket -> byBound.merge(bucket.bound(), bucket.count(), Double::sum));
        List<Bucket> buckets = new ArrayList<>();
        double most = 0;
        for (Map.Entry<Double, Double> entry : byBound.entrySet()) {
            // Buckets that were read at slightly different moments may seem to fall.
            most = Math.max(most, entry.getValue());
            buckets.add(new Bucket(entry.getKey(), most));
        }
        if (buckets.size() < 2 || buckets.getLast().bound() != Double.POSITIVE_INFINITY || !(most > 0)) {
            return Double.NaN;
        }
        double rank = q * most;
        int at = 0;
        while (at < buckets.size() - 1 && buckets.get(at).count() < rank) {
            at++;
        }
        if (at == buckets.size() - 1) {
            return buckets.get(at - 1).bound();
        }
        double end = buckets.get(at).bound();
        if (at == 0 && end <= 0) {
            return end;
        }
        double start = at == 0 ? 0 : buckets.get(at - 1).bound();
        double below = at == 0 ? 0 : buckets.get(at - 1).count();
        double inside = buckets.get(at).count() - below;
        return inside == 0 ? start : start + (end - start) * ((rank - below) / inside);
    }
}
