package plantao.runbook;

/// How a measured value is held against a limit.
public enum Comparison {
    ABOVE(">"),
    AT_LEAST(">="),
    BELOW("<"),
    AT_MOST("<="),
    EQUAL("="),
    NOT_EQUAL("!=");

    private final String sign;

    Comparison(String sign) {
        this.sign = sign;
    }

    /// The sign as `inspect` prints it.
    public String sign() {
        return sign;
    }

    /// Whether `value` stands in this relation to `limit`; NaN never does.
    public boolean holds(double value, double limit) {
        return switch (this) {
            case ABOVE -> value > limit;
            case AT_LEAST -> value >= limit;
            case BELOW -> value < limit;
            case AT_MOST -> value <= limit;
            case EQUAL -> value == limit;
            case NOT_EQUAL -> value != limit && !Double.isNaN(value);
        };
    }
}
