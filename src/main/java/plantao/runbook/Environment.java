package plantao.runbook;

import java.util.List;

/// An environment as the runbook names it ("Production", "Staging", "Local"), with its addresses.
public record Environment(String name, List<String> urls, Origin origin) {}
