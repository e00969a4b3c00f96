package plantao.export;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A step's title as what was done: once it is done, neither when to do it nor where more is written about it is
/// news to whoever reads.
final class StepDeed {
    // "If the deploy is to blame, roll back": only where one comma parts the two, for a list has commas of its own.
    private static final Pattern WHEN = Pattern.compile(
            "(?iU)^(?:if|when|in case|once|se|caso|quando|si|cuando|en caso)\\b[^,;:]+(?:,\\s+([^,]{8,})|:\\s+(.{8,}))$");
    private static final Pattern SEE = Pattern.compile(
            "(?iU)\\s*\\([^()]*\\b(?:see|section|details|veja|ver|se[cç][aã]o|detalhes|secci[oó]n|detalles)\\b[^()]*\\)$");

    private StepDeed() {}

    /// @param title as the runbook has it
    /// @return the title when nothing in it is to be left out
    static String of(String title) {
        String told = SEE.matcher(title.strip()).replaceFirst("");
        Matcher when = WHEN.matcher(told);
        if (when.matches()) {
            String deed = when.group(1) == null ? when.group(2) : when.group(1);
            int second = deed.offsetByCodePoints(0, 1);
            return deed.substring(0, second).toUpperCase(java.util.Locale.ROOT) + deed.substring(second);
        }
        return told.isEmpty() ? title : told;
    }
}
