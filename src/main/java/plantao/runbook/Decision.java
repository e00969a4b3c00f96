package plantao.runbook;

import java.util.List;

/// A decision rule: under which conditions to do what ("roll back at once if…", "look first if…").
public record Decision(String title, List<Rule> rules, Origin origin) {
    /// One condition and the action it asks for.
    public record Rule(String condition, String action) {}
}
