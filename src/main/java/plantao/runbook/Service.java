package plantao.runbook;

import org.jspecify.annotations.Nullable;

/// A part of the system that can be up or down, from a service table.
///
/// @param url as written: a URL, a bare host name, or null
/// @param sla the promised availability as written, such as `99.9%`
/// @param group the heading or diagram group it stands in
public record Service(
        String name,
        @Nullable String provider,
        @Nullable String url,
        @Nullable String responsibility,
        @Nullable String sla,
        @Nullable String group,
        Origin origin) {}
