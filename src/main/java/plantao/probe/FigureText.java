package plantao.probe;

import org.jspecify.annotations.Nullable;

/// Figures as text.
final class FigureText {
    private FigureText() {}

    /// The number that a text is, or null when it is none, infinite or not a number.
    static @Nullable Double finite(String text) {
        try {
            double value = Double.parseDouble(text.strip());
            return Double.isFinite(value) ? value : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /// Without a needless `.0`.
    static String shown(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
