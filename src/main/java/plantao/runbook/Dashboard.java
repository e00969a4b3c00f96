package plantao.runbook;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A dashboard outside, with what to look for in it.
public record Dashboard(String name, @Nullable String url, List<String> watch, Origin origin) {}
