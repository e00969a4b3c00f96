package plantao.runbook;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What `console.yaml` says about other alerting programs; nothing is contacted without it.
///
/// @param alertmanager whose alerts are shown, or null
/// @param webhook who is called for an alert that nobody acknowledges, or null
/// @param messages where messages about an incident can be sent
/// @param handoffs the folder, below the runbook's, where the end of a shift leaves its handoff; null for none
public record LinkSettings(
        @Nullable Engine alertmanager,
        @Nullable Hook webhook,
        MessageSettings messages,
        @Nullable String handoffs) {
    public static final LinkSettings NONE = new LinkSettings(null, null);

    /// Messages are sent nowhere.
    public LinkSettings(@Nullable Engine alertmanager, @Nullable Hook webhook) {
        this(alertmanager, webhook, MessageSettings.NONE, null);
    }

    /// An Alertmanager.
    ///
    /// @param url as written, variables not yet filled in; so are the headers' values
    /// @param filters matchers in its own words (`team="shop"`)
    /// @param silence how long an alert that is acknowledged here is silenced there; null for not at all
    public record Engine(
            String url,
            Map<String, String> headers,
            List<String> filters,
            Duration interval,
            @Nullable Duration silence,
            Origin origin) {
        public Engine {
            headers = Map.copyOf(headers);
            filters = List.copyOf(filters);
        }
    }

    /// A webhook.
    ///
    /// @param env the variable that holds its address, which is a secret
    /// @param after how long an alert fires unacknowledged before
    /// @param level the mildest level that is worth it, 1 (worst) to 4
    public record Hook(String env, Duration after, int level, Origin origin) {}
}
