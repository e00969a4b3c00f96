package plantao.runbook;

import java.util.List;

/// Every place that mentions one placeholder, variable or link.
public record Mentions(String text, List<Origin> places) {}
