package plantao.playbook;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import plantao.runbook.StepSettings;

/// Finds named values in what a step has printed.
public final class Captures {
    private Captures() {}

    /// The values found, by name: of each capture the last that its pattern finds in one of the kept lines.
    public static Map<String, String> in(List<StepSettings.Capture> captures, Output output) {
        Map<String, String> found = new LinkedHashMap<>();
        for (StepSettings.Capture capture : captures) {
            Pattern pattern = Pattern.compile(capture.pattern());
            for (Output.Line line : output.tail(Output.KEPT)) {
                Matcher matcher = pattern.matcher(line.text());
                if (matcher.find()) {
                    String value = matcher.groupCount() > 0 ? matcher.group(1) : matcher.group();
                    if (value != null && !value.isBlank()) {
                        found.put(capture.name(), value.strip());
                    }
                }
            }
        }
        return found;
    }
}
