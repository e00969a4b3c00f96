package plantao.runbook;

import org.jspecify.annotations.Nullable;

/// One cell of a threshold table: `< 80 (de 100)`.
///
/// @param value the limit, in `unit`
/// @param unit one of `ms s min h d % B KB MB GB count /s /min`, or null for a plain number
/// @param of the whole that the limit is a part of ("de 100")
/// @param raw the cell as written
public record Bound(
        Comparison op,
        double value,
        @Nullable String unit,
        @Nullable Double of,
        String raw) {

    /// Whether the limit itself is meant too: "≥ 5", "= 0", and a cell without an operator ("5", "70-85%").
    public boolean included() {
        boolean strict = op == Comparison.ABOVE || op == Comparison.BELOW;
        String written = raw.strip();
        return !strict || !written.isEmpty() && Character.isDigit(written.charAt(0));
    }
}
