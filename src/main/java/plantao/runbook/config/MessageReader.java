package plantao.runbook.config;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import plantao.runbook.MessageSettings;
import plantao.runbook.MessageSettings.Kind;
import plantao.runbook.text.Durations;
import tools.jackson.databind.JsonNode;

/// Reads `messages:` of `console.yaml`: where messages about an incident can go, and how often one is due.
record MessageReader(YamlEntries entries) {
    private static final String PLACE =
            "a map with one of slack, teams, webhook (each with `env`, the name of the variable that holds the address,"
                    + " or `command`, which prints it; the address is a secret and does not belong in a file) or mail";

    MessageSettings read(JsonNode node) {
        if (node.isMissingNode() || node.isNull()) {
            return MessageSettings.NONE;
        }
        if (!node.isObject()) {
            entries.wrong("messages", "messages", "a map with `to` and `every`");
            return MessageSettings.NONE;
        }
        entries.unknown("messages", node, Set.of("to", "every"));
        List<MessageSettings.Place> places = new ArrayList<>();
        entries.map("messages.to", node.path("to")).forEach((name, body) -> {
            MessageSettings.Place place = place("messages.to." + name, name, body);
            if (place == null) {
                entries.wrong("messages.to." + name, name, PLACE);
            } else {
                places.add(place);
            }
        });
        return new MessageSettings(places, every(node.path("every")));
    }

    private MessageSettings.@Nullable Place place(String at, String name, JsonNode body) {
        if (!body.isObject() || body.size() != 1) {
            return null;
        }
        String key = body.propertyNames().iterator().next();
        JsonNode value = body.path(key);
        return switch (key) {
            case "mail" -> {
                List<String> addresses = entries.texts(at + ".mail", value);
                yield addresses.isEmpty() || addresses.stream().anyMatch(a -> !a.matches("[^@\\s,;?&]+@[^@\\s,;?&]+"))
                        ? null
                        : new MessageSettings.Place(name, Kind.MAIL, null, null, addresses);
            }
            case "slack", "teams", "webhook" -> {
                String env = entries.text(at + ".env", value.path("env"));
                String command = entries.text(at + ".command", value.path("command"));
                boolean named = env == null ? command != null && !command.isBlank() : env.matches("[A-Za-z_]\\w*");
                yield named
                        ? new MessageSettings.Place(
                                name, Kind.valueOf(key.toUpperCase(Locale.ROOT)), env, command, List.of())
                        : null;
            }
            default -> null;
        };
    }

    /// One time for all, or a map of severities.
    private Map<Integer, Duration> every(JsonNode node) {
        Map<Integer, Duration> out = new HashMap<>();
        if (node.isObject()) {
            entries.flat("messages.every", node).forEach((severity, text) -> {
                Duration time = time(text);
                if (time == null || !severity.matches("[1-4]")) {
                    entries.wrong("messages.every." + severity, severity, "a severity from 1 to 4 and a time (15m)");
                } else {
                    out.put(Integer.valueOf(severity), time);
                }
            });
            return out;
        }
        String text = entries.text("messages.every", node);
        Duration time = text == null ? null : time(text);
        if (time != null) {
            List.of(1, 2, 3, 4).forEach(severity -> out.put(severity, time));
        } else if (text != null) {
            entries.wrong("messages.every", "every", "a time of at least a minute, such as 30m");
        }
        return out;
    }

    private static @Nullable Duration time(String text) {
        Integer seconds = Durations.seconds(text);
        return seconds == null || seconds < 60 ? null : Duration.ofSeconds(seconds);
    }
}
