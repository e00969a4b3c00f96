package plantao.runbook.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;
import plantao.runbook.lint.ShellText.Simple;
import plantao.runbook.lint.ShellText.Word;
import plantao.runbook.text.Expression;

/// `curl` commands that cannot work as written: brackets and braces in a URL are patterns to curl unless it is told
/// `-g` (curl(1), URL and `--globoff`), `&` and parentheses outside quotes are the shell's.
final class CurlRules {
    private static final Set<String> WITH_VALUE = Set.of(
            "-d", "-H", "-F", "-u", "-X", "-o", "-w", "-A", "-e", "-b", "-c", "-m", "-x", "-K", "-T", "-E", "-U", "-Y",
            "-y", "-z", "-C", "-D", "-P", "-r", "-t", "-Q", "-h");
    private static final Expression LONG_WITH_VALUE = Expression.of(
            "--(?:data(?:-\\w+)?|header|form(?:-string)?|user|request|output|write-out|user-agent|referer|cookie(?:-jar)?|max-time|proxy|config|upload-file|cert|key|cacert|capath|connect-timeout|retry(?:-delay|-max-time)?|resolve|limit-rate|range|json|url-query|oauth2-bearer|interface|dump-header|unix-socket|aws-sigv4|ciphers|connect-to|max-redirs|netrc-file|noproxy|output-dir|pass|variable)");
    private static final Expression PATTERN = Expression.of("\\[([^\\[\\]]*)\\]|\\{([^{}]*)\\}");
    private static final Expression UNPAIRED = Expression.of("[\\[{]");
    private static final Expression RANGE = Expression.of("\\d+-\\d+(?::\\d+)?|[a-zA-Z]-[a-zA-Z](?::\\d+)?");
    private static final Expression IPV6 = Expression.of("[0-9a-fA-F.]*:[0-9a-fA-F:.%]+");
    private static final Expression EXPANDED = Expression.of("\\$\\{[^}]*\\}|\\$\\([^)]*\\)|\\\\.");

    private CurlRules() {}

    static List<Finding> globs(LintSubject e) {
        List<Finding> out = new ArrayList<>();
        for (LintSubject.Used c : curls(e)) {
            for (Simple s : c.words().commands()) {
                String bad = isGlobOff(s)
                        ? null
                        : urls(s).stream()
                                .map(u -> bad(u.text()))
                                .filter(b -> b != null)
                                .findFirst()
                                .orElse(null);
                if (bad != null) {
                    out.add(
                            new Finding(
                                    c.command().origin(),
                                    "curl reads `" + bad
                                            + "` in this URL as a pattern of its own, so the request is not the one that is written."));
                    break;
                }
            }
        }
        return out;
    }

    static List<Finding> unquoted(LintSubject e) {
        List<Finding> out = new ArrayList<>();
        for (LintSubject.Used c : curls(e)) {
            boolean cut = c.words().commands().stream()
                    .flatMap(s -> urls(s).stream())
                    .anyMatch(u -> u.cut() && u.text().contains("?"));
            if (cut) {
                out.add(
                        new Finding(
                                c.command().origin(),
                                "The `&` in this URL stands outside quotes, so the shell ends the command there and the rest of the URL is lost."));
            }
        }
        return out;
    }

    private static List<LintSubject.Used> curls(LintSubject e) {
        return e.commands().stream()
                .filter(u -> u.isShell() && u.command().text().contains("curl"))
                .toList();
    }

    private static int curl(Simple s) {
        for (int i = 0; i < s.words().size(); i++) {
            String w = s.words().get(i).text();
            if (w.equals("curl") || w.endsWith("/curl")) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isGlobOff(Simple s) {
        int curl = curl(s);
        return curl >= 0
                && s.words().subList(curl + 1, s.words().size()).stream()
                        .anyMatch(w -> w.text().equals("--globoff") || w.text().matches("-[a-zA-Z0-9#]*g[a-zA-Z]*"));
    }

    private static List<Word> urls(Simple s) {
        int curl = curl(s);
        List<Word> out = new ArrayList<>();
        for (int i = curl + 1; curl >= 0 && i < s.words().size(); i++) {
            String w = s.words().get(i).text();
            String last = w.length() > 1 ? "-" + w.charAt(w.length() - 1) : w;
            if (LONG_WITH_VALUE.matcher(w).matches()
                    || w.startsWith("-") && !w.startsWith("--") && WITH_VALUE.contains(last)) {
                i++;
            } else if (!w.startsWith("-")
                    && (w.contains("://") || w.startsWith("$") || w.matches("[\\w.-]+(?::\\d+)?/.*"))) {
                out.add(s.words().get(i));
            }
        }
        return out;
    }

    private static @Nullable String bad(String url) {
        String text = EXPANDED.matcher(url).replaceAll("X");
        Matcher m = PATTERN.matcher(text);
        while (m.find()) {
            String range = m.group(1);
            boolean fine = range != null
                    ? RANGE.matcher(range).matches() || IPV6.matcher(range).matches()
                    : m.group(2).contains(",")
                            && !m.group(2).contains("=")
                            && !m.group(2).contains("\"");
            if (!fine) {
                return m.group();
            }
        }
        Matcher left = UNPAIRED.matcher(m.replaceAll(""));
        return left.find() ? left.group() : null;
    }
}
