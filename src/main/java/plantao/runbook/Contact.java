package plantao.runbook;

import org.jspecify.annotations.Nullable;

/// Somebody to call.
public record Contact(
        String role,
        @Nullable String name,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String channel,
        @Nullable String hours,
        Origin origin) {}
