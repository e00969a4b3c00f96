package plantao.runbook.config;

import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import plantao.runbook.LinkSettings;
import plantao.runbook.text.Durations;
import tools.jackson.databind.JsonNode;

/// Reads what `console.yaml` says about an Alertmanager, a webhook, messages and where handoffs are left.
record LinkReader(YamlEntries entries) {
    private static final Duration INTERVAL = Duration.ofSeconds(15);
    private static final Duration AFTER = Duration.ofMinutes(2);

    LinkSettings read(JsonNode root) {
        return new LinkSettings(
                engine(root.path("alertmanager")),
                hook(root.path("webhook")),
                new MessageReader(entries).read(root.path("messages")),
                handoffs(root.path("handoffs")));
    }

    private @Nullable String handoffs(JsonNode node) {
        String folder = entries.text("handoffs", node);
        if (folder == null) {
            return null;
        }
        boolean below = !folder.isBlank()
                && !folder.matches("(?s)[/\\\\~].*|[A-Za-z]:.*")
                && Arrays.stream(folder.split("[/\\\\]"))
                        .noneMatch(part -> part.strip().equals(".."));
        if (!below) {
            entries.wrong("handoffs", "handoffs", "a folder below this one, such as docs/handoffs");
        }
        return below ? folder.strip() : null;
    }

    private LinkSettings.@Nullable Engine engine(JsonNode node) {
        if (node.isMissingNode() || node.isNull()) {
            return null;
        }
        if (node.isObject()) {
            entries.unknown("alertmanager", node, Set.of("url", "headers", "filter", "interval", "silence"));
        }
        String url = entries.text("alertmanager.url", node.isObject() ? node.path("url") : node);
        if (url == null || url.isBlank()) {
            entries.wrong("alertmanager", "alertmanager", "an address, or a map with `url`");
            return null;
        }
        Duration interval = duration("alertmanager.interval", node.path("interval"));
        return new LinkSettings.Engine(
                url,
                entries.flat("alertmanager.headers", node.path("headers")),
                entries.texts("alertmanager.filter", node.path("filter")),
                interval == null ? INTERVAL : interval,
                duration("alertmanager.silence", node.path("silence")),
                entries.at("alertmanager"));
    }

    private LinkSettings.@Nullable Hook hook(JsonNode node) {
        if (node.isMissingNode() || node.isNull()) {
            return null;
        }
        if (node.isObject()) {
            entries.unknown("webhook", node, Set.of("env", "after", "level"));
        }
        String env = entries.text("webhook.env", node.path("env"));
        if (env == null || !env.matches("[A-Za-z_]\\w*")) {
            entries.wrong(
                    "webhook",
                    "webhook",
                    "a map with `env`, the name of the environment variable that holds the address (the address is a"
                            + " secret and does not belong in a file)");
            return null;
        }
        Duration after = duration("webhook.after", node.path("after"));
        int level = node.path("level").asInt(2);
        if (level < 1 || level > 4) {
            entries.wrong("webhook.level", "level", "from 1 (worst) to 4");
            level = 2;
        }
        return new LinkSettings.Hook(env, after == null ? AFTER : after, level, entries.at("webhook"));
    }

    private @Nullable Duration duration(String at, JsonNode node) {
        String text = entries.text(at, node);
        if (text == null) {
            return null;
        }
        Integer seconds = text.matches("\\d{1,6}") ? Integer.valueOf(text) : Durations.seconds(text);
        if (seconds == null || seconds < 1) {
            entries.wrong(at, at.substring(at.indexOf('.') + 1), "a time of at least a second, such as 15s or 2h");
            return null;
        }
        return Duration.ofSeconds(seconds);
    }
}
