package plantao.runbook.lint;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import plantao.runbook.Problem;
import plantao.runbook.read.RunbookReader;

/// Texts and what lint says about them.
final class Linted {
    private Linted() {}

    /// Line numbers at which `code` is found.
    static List<Integer> lines(String code, String markdown) {
        return problems(code, markdown).stream().map(p -> p.origin().line()).toList();
    }

    static List<Problem> problems(String code, String markdown) {
        return problems(code, Map.of("x.md", markdown), null);
    }

    static List<Problem> problems(String code, Map<String, String> files, @Nullable LocalDate today) {
        return RunbookReader.read("x.md", files, today).problems().stream()
                .filter(p -> p.code().equals(code))
                .toList();
    }

    /// A runbook with one procedure whose step is this command; it stands on line 6.
    static String command(String command) {
        return "# A\n\n## Deploy\n\n```bash\n" + command + "\n```\n";
    }
}
