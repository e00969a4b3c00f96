package plantao.runbook.lint;

import static plantao.runbook.Problem.Severity.ERROR;
import static plantao.runbook.Problem.Severity.HINT;
import static plantao.runbook.Problem.Severity.WARNING;

import java.util.List;
import java.util.Set;
import plantao.runbook.Problem;
import plantao.runbook.Runbook;

/// Every rule, from worst to mildest.
public final class RuleTable {
    private static final Rule TOOL_MISSING = Rule.elsewhere(
            "tool-missing",
            HINT,
            "A program that this computer does not have",
            "Install it, or run the command where it is.");

    /// The rules in the order in which they are listed; every code that a problem can have is among them.
    public static final List<Rule> ALL = List.of(
            Rule.elsewhere("unreadable-file", ERROR, "A file that cannot be read as text", "Give a Markdown file."),
            Rule.elsewhere(
                    "file-too-large",
                    ERROR,
                    "A file longer than the reader takes",
                    "Split it, or leave out what is no runbook."),
            Rule.elsewhere("broken-config", ERROR, "A console.yaml that is no YAML", "Correct it at the line named."),
            Rule.elsewhere(
                    "wrong-config-type",
                    ERROR,
                    "An entry of console.yaml that is not of its kind",
                    "Write it as the message says."),
            new Rule(
                    "unclosed-fence",
                    ERROR,
                    "A code block that is never closed",
                    "Close it with the same marks.",
                    TextRules::fences),
            new Rule(
                    "threshold-contradiction",
                    ERROR,
                    "Bounds of one metric that contradict each other",
                    "Correct the bounds, the worse one further out.",
                    ThresholdRules::contradictions),
            new Rule(
                    "curl-glob",
                    ERROR,
                    "A curl URL with brackets or braces that curl takes for a pattern",
                    "Add -g, or send the query with -G --data-urlencode.",
                    CurlRules::globs),
            new Rule(
                    "unquoted-url",
                    ERROR,
                    "A URL that the shell cuts at an &",
                    "Put the URL between quotes.",
                    CurlRules::unquoted),
            new Rule(
                    "unclosed-quote",
                    ERROR,
                    "A command with a quote that is never closed",
                    "Close it, or escape it.",
                    CommandRules::quotes),
            Rule.elsewhere(
                    "unknown-config-key",
                    WARNING,
                    "A key of console.yaml that means nothing",
                    "Correct its spelling or take it out."),
            new Rule(
                    "unknown-service-in-config",
                    WARNING,
                    "A measured service that the runbook does not name",
                    "Correct the name or add it to the runbook.",
                    ConfigRules::services),
            new Rule(
                    "unknown-metric-in-config",
                    WARNING,
                    "A measured metric that the runbook does not name",
                    "Correct the name or add it to the runbook.",
                    ConfigRules::metrics),
            new Rule(
                    "unknown-vendor-in-config",
                    WARNING,
                    "A measured vendor that the runbook does not name",
                    "Correct the name or add it to the runbook.",
                    ConfigRules::vendors),
            new Rule(
                    "unknown-playbook-in-config",
                    WARNING,
                    "An alert or playbook in console.yaml that the runbook does not have",
                    "Write both names as the runbook does.",
                    ConfigRules::playbooks),
            Rule.elsewhere("mojibake", WARNING, "Letters saved in the wrong encoding", "Save the file as UTF-8."),
            Rule.elsewhere(
                    "line-too-long", WARNING, "A line too long to be writing", "Move data into a file of its own."),
            new Rule(
                    "nothing-recognised",
                    WARNING,
                    "A text in which nothing was recognised",
                    "Headings such as \"Symptoms\", \"Alerts\" or \"Services\" help.",
                    TextRules::nothing),
            new Rule(
                    "alert-without-playbook",
                    WARNING,
                    "An alert that no playbook answers",
                    "Name one under `playbooks:` in console.yaml, or refer to its section beside the alert.",
                    AlertRules::unanswered),
            new Rule(
                    "alert-without-condition",
                    WARNING,
                    "An alert that can never fire",
                    "Give its metric a limit in the runbook and a source under `metrics:` in console.yaml, or name its service and give it a probe under `services:`.",
                    AlertRules::unwatched),
            Rule.elsewhere(
                    "probe-unusable",
                    WARNING,
                    "A probe of console.yaml that cannot run",
                    "Correct the setting that is named."),
            new Rule(
                    "grep-never-matches",
                    WARNING,
                    "A grep for something the program before it never prints",
                    "Look at what it prints, or correct the name.",
                    PrintedRule::neverPrinted),
            new Rule(
                    "unexpanded-variable",
                    WARNING,
                    "A variable between single quotes in a curl header",
                    "Use double quotes.",
                    CommandRules::unexpanded),
            new Rule(
                    "broken-link",
                    WARNING,
                    "A link to a heading or file that is not there",
                    "Correct it, or take it out.",
                    LinkRules::links),
            new Rule(
                    "broken-reference",
                    WARNING,
                    "A reference to a section that is not there",
                    "Correct the number.",
                    LinkRules::references),
            new Rule(
                    "destructive-without-warning",
                    WARNING,
                    "A command that destroys data with no warning near it",
                    "Say above it what it destroys and when it is allowed.",
                    DangerRule::unwarned),
            new Rule(
                    "token-in-text",
                    WARNING,
                    "An access token or private key in the text",
                    "Take it out, and make it invalid: who has the text has it.",
                    SecretRules::tokens),
            new Rule(
                    "example-host",
                    WARNING,
                    "A host name that only stands for one",
                    "Write the real one, or a placeholder such as {host}.",
                    HostRule::examples),
            new Rule(
                    "review-overdue",
                    WARNING,
                    "A review date that has passed",
                    "Review the text and write the next date.",
                    ReviewRules::overdue),
            new Rule(
                    "alert-while-normal",
                    WARNING,
                    "An alert that fires while its metric counts as normal",
                    "Make the two agree.",
                    ThresholdRules::alertsWhileNormal),
            new Rule(
                    "tbd-contact",
                    WARNING,
                    "A contact that is not filled in",
                    "Fill it in: somebody will need it at night.",
                    ContactRules::unfilled),
            new Rule(
                    "stub-section",
                    WARNING,
                    "A section with nothing in it",
                    "Write it, or take the heading out.",
                    TextRules::stubs),
            new Rule(
                    "secret-in-command",
                    HINT,
                    "A password or token written out in a command",
                    "Use a variable and say under `variables:` in console.yaml where it comes from.",
                    SecretRules::literals),
            new Rule(
                    "stale",
                    HINT,
                    "A runbook last updated more than half a year ago",
                    "Read it through once and renew the date.",
                    ReviewRules::stale),
            TOOL_MISSING,
            new Rule(
                    "alert-threshold-differs",
                    HINT,
                    "An alert whose bound is none of its metric's",
                    "Make the two agree, or say why they differ.",
                    ThresholdRules::alertsApart),
            new Rule(
                    "alert-without-source",
                    HINT,
                    "An alert whose metric or service nothing measures",
                    "Say in console.yaml where it comes from, under `metrics:` or `services:`.",
                    AlertRules::unmeasured),
            new Rule(
                    "playbook-without-alert",
                    HINT,
                    "A playbook that no alert leads to",
                    "If an alert should, name the playbook beside it or under `playbooks:` in console.yaml.",
                    AlertRules::unreached),
            new Rule(
                    "placeholder-undefined",
                    HINT,
                    "A placeholder in a command that nothing defines",
                    "It will be asked for when a command needs it; give it one under `variables:` in console.yaml to be faster.",
                    PlaceholderRules::placeholders),
            new Rule(
                    "variable-undefined",
                    HINT,
                    "A variable in a command that nothing defines",
                    "It will be asked for; name one under `variables:` in console.yaml.",
                    PlaceholderRules::variables));

    private RuleTable() {}

    /// The programs its commands call here that are not among `tools`. Apart from the others, because only the edge
    /// knows what this computer has.
    public static List<Problem> missingTools(Runbook runbook, Set<String> tools) {
        return CommandRules.missing(runbook, tools).stream()
                .map(TOOL_MISSING::problem)
                .toList();
    }

    /// What the rules find, in the order of the rules.
    public static List<Problem> problems(LintSubject examined) {
        return ALL.stream().flatMap(r -> r.problems(examined)).toList();
    }
}
