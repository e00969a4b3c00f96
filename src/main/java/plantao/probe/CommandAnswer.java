package plantao.probe;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import plantao.runbook.ProbeSpec.Subject;

/// Makes a reading of how a command ended and what it printed, by the convention of the monitoring plugins. Pure.
///
/// @see <a href="https://www.monitoring-plugins.org/doc/guidelines.html#PLUGOUTPUT">Plugin output</a>
final class CommandAnswer {
    /// `'label'=12.5ms;warn;crit;min;max`
    private static final Pattern FIGURE =
            Pattern.compile("(?:^|\\s)(?:'((?:[^']|'')+)'|([^\\s=']+))=(-?[\\d.]+(?:[eE][-+]?\\d+)?)([^\\s;]*)");

    private CommandAnswer() {}

    static Reading judged(Attempt attempt, Check.Command check, int status, String out, String errors) {
        boolean metric = attempt.probe().of() == Subject.METRIC;
        Double plain = value(check, out);
        boolean loose = metric && plain == null && status == 0 && check.pattern() == null && check.label() == null;
        Double value = check.limits().scaled(loose ? CommandFigure.in(out, attempt.at()) : plain);
        String said = said(out, errors);
        String detail = said.isEmpty() ? "exit status " + status : said;
        String evidence = "exit status " + status + "\n" + evidence(out, errors);
        if (status == 126 || status == 127) {
            return attempt.noData("the command cannot be run: " + detail);
        }
        if (status == 3) {
            return attempt.noData(detail);
        }
        if (status != 0 && status != 1 && !(metric && value != null)) {
            return attempt.down(
                    status == 2 || said.isEmpty() ? detail : detail + " (exit status " + status + ")", evidence);
        }
        String broken = check.limits().broken(value);
        if (broken != null) {
            return attempt.down(detail + broken, evidence);
        }
        if (metric && value == null) {
            return attempt.noData(detail + ", without a figure");
        }
        return attempt.up(value, detail, status == 0 ? null : detail);
    }

    /// The first line that says something, without the performance data.
    private static String said(String out, String errors) {
        String text = out.isBlank() ? errors : out;
        String first = text.lines().filter(l -> !l.isBlank()).findFirst().orElse("");
        return Evidence.oneLine(first.replaceFirst("\\s*\\|.*", ""), 160);
    }

    static String evidence(String out, String errors) {
        String both = out.strip() + (errors.isBlank() ? "" : "\n" + errors.strip());
        return Evidence.of("", "", both.getBytes(StandardCharsets.UTF_8));
    }

    private static @Nullable Double value(Check.Command check, String out) {
        if (check.pattern() != null) {
            Matcher found = Pattern.compile(check.pattern(), Pattern.MULTILINE).matcher(out);
            return found.find() ? FigureText.finite(found.group(Math.min(1, found.groupCount()))) : null;
        }
        StringBuilder figures = new StringBuilder();
        out.lines()
                .filter(l -> l.contains("|"))
                .forEach(l -> figures.append(l.substring(l.indexOf('|') + 1)).append('\n'));
        Matcher figure = FIGURE.matcher(figures);
        while (figure.find()) {
            String label = figure.group(1) != null ? figure.group(1).replace("''", "'") : figure.group(2);
            if (check.label() == null || check.label().equals(label)) {
                return FigureText.finite(figure.group(3));
            }
        }
        return check.label() == null ? FigureText.finite(said(out, "")) : null;
    }
}
