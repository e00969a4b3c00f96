package plantao.probe;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import plantao.probe.Check.Figure;

/// Reads which figure to make of an exposition page. Pure.
final class FigureSettings {
    private static final List<String> KINDS = List.of("gauge", "rate", "share", "quantile");

    private FigureSettings() {}

    static Figure read(CheckSettings wanted) throws CheckSettings.Wrong {
        List<String> given =
                KINDS.stream().filter(kind -> wanted.raw(kind) != null).toList();
        if (given.size() != 1) {
            throw wanted.wrong("needs exactly one of `gauge`, `rate`, `share`, `quantile`"
                    + (given.isEmpty() ? "" : ", not " + String.join(" and ", given)));
        }
        Map<String, String> labels = labels(wanted, "labels");
        Double stated = wanted.number("factor");
        double factor = stated != null ? stated : given.getFirst().equals("share") ? 100 : 1;
        return switch (given.getFirst()) {
            case "gauge" -> new Figure.Gauge(wanted.text("gauge"), labels, factor);
            case "rate" -> new Figure.Rate(wanted.text("rate"), labels, factor);
            case "share" ->
                new Figure.Share(wanted.text("share"), labels, wanted.text("of"), labels(wanted, "ofLabels"), factor);
            default -> {
                Double quantile = wanted.number("quantile");
                if (quantile == null || quantile < 0 || quantile > 1) {
                    throw wanted.wrong("`quantile` must be from 0 to 1 (0.95), not `" + wanted.raw("quantile") + "`");
                }
                yield new Figure.Quantile(quantile, wanted.text("of"), labels, factor);
            }
        };
    }

    private static Map<String, String> labels(CheckSettings wanted, String name) throws CheckSettings.Wrong {
        Map<String, String> labels = wanted.map(name);
        for (String value : labels.values()) {
            try {
                Pattern.compile(value.startsWith("~") ? value.substring(1) : "");
            } catch (PatternSyntaxException e) {
                throw wanted.wrong("`" + name + "` holds a broken pattern: " + e.getDescription());
            }
        }
        return labels;
    }
}
