package plantao.runbook.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import plantao.runbook.Command;
import plantao.runbook.command.Blanks;
import plantao.runbook.text.Expression;
import plantao.runbook.text.PatternScreen;

/// Secrets written into the text. Their values never appear in a message.
final class SecretRules {
    private static final Expression LITERAL = Expression.of(
            "(?i)\\b\\w*(?:password|passwd|senha|contrase[nñ]a|secret|api_?key|access_?key|token)\\w*\\s*[=:]\\s*[\"']?([^\\s\"'&;|,}]{6,})"
                    + "|\\bredis-cli\\b[^|;\\n]*\\s-a\\s+[\"']?([^\\s\"']{6,})"
                    + "|\\bBearer\\s+([A-Za-z0-9._~+/-]{16,})"
                    + "|\\w://[^\\s:/@\"']+:([^\\s@/\"']{4,})@");
    private static final PatternScreen MAY_HOLD = PatternScreen.of(List.of(LITERAL.regex()));
    private static final Expression NO_SECRET = Expression.of(
            "(?i).*(?:[$<>{}\\[\\]*]|\\.\\.\\.|…|xxx|example|changeme|password|passwd|senha|secret|token|your|seu|sua|test|dummy|foo|user|pass\\b|placeholder|null|none|true|false|required|nova|new|old).*|.*\\($|/.*|\\d{1,6}s?|pass");

    private SecretRules() {}

    static List<Finding> tokens(LintSubject e) {
        List<Finding> out = new ArrayList<>();
        for (Page page : e.pages()) {
            page.having(LineScan.TOKEN).stream()
                    .filter(n -> LineScan.TOKEN.in(page.line(n)).find())
                    .forEach(n ->
                            out.add(new Finding(page.at(n), "An access token or key seems to stand in this line.")));
        }
        return out;
    }

    static List<Finding> literals(LintSubject e) {
        List<Finding> out = new ArrayList<>();
        for (LintSubject.Used u : e.commands()) {
            Command c = u.command();
            if (isSecret(c)) {
                out.add(new Finding(c.origin(), "A password or token seems to be written out in this command."));
            }
        }
        return out;
    }

    /// Whether a password or token is written out in the command.
    static boolean isSecret(Command c) {
        if (MAY_HOLD.candidates(c.text()).isEmpty()) {
            return false;
        }
        Matcher m = LITERAL.matcher(c.text());
        while (m.find()) {
            for (int i = 1; i <= m.groupCount(); i++) {
                String value = m.group(i);
                if (value != null
                        && !NO_SECRET.matcher(value).matches()
                        && Blanks.placeholders(value).isEmpty()
                        && isMixed(value)) {
                    return true;
                }
            }
        }
        return false;
    }

    // Words and names are not secrets; a secret has letters and digits or signs.
    private static boolean isMixed(String value) {
        String lower = value.toLowerCase(Locale.ROOT);
        return lower.chars().anyMatch(Character::isDigit) && lower.chars().anyMatch(Character::isLetter);
    }
}
