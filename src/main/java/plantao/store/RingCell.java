package plantao.store;

import org.jspecify.annotations.Nullable;

/// A sum of readings.
///
/// @param count how many figures `sum`, `low` and `high` are of
record RingCell(
        long goodMillis,
        long badMillis,
        long goodReadings,
        long readings,
        long count,
        double sum,
        double low,
        double high) {

    static RingCell of(RingReading m) {
        boolean good = !m.good().isZero();
        boolean bad = !m.bad().isZero();
        boolean figure = Double.isFinite(m.value());
        double value = figure ? m.value() : 0;
        return new RingCell(
                m.good().toMillis(),
                m.bad().toMillis(),
                good ? 1 : 0,
                good || bad ? 1 : 0,
                figure ? 1 : 0,
                value,
                value,
                value);
    }

    RingCell plus(@Nullable RingCell other) {
        if (other == null) {
            return this;
        }
        boolean both = count > 0 && other.count > 0;
        RingCell some = count > 0 ? this : other;
        return new RingCell(
                goodMillis + other.goodMillis,
                badMillis + other.badMillis,
                goodReadings + other.goodReadings,
                readings + other.readings,
                count + other.count,
                sum + other.sum,
                both ? Math.min(low, other.low) : some.low,
                both ? Math.max(high, other.high) : some.high);
    }
}
