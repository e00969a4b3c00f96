package plantao.runbook.config;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import plantao.runbook.ProbeSpec;
import plantao.runbook.WatchSettings;
import plantao.runbook.due.Schedule;
import tools.jackson.databind.JsonNode;

/// Reads what `console.yaml` says about planned work, networks with their witnesses, and changes.
record WatchReader(YamlEntries entries) {
    private static final Set<String> WINDOW_KEYS = Set.of("title", "when", "from", "until", "services");
    private static final Set<String> NETWORK_KEYS = Set.of("witnesses", "services");
    private static final Pattern HOST_PORT = Pattern.compile("(\\[[0-9A-Fa-f:.]+]|[^\\s:/]+):(\\d{1,5})");
    private static final Duration INTERVAL = Duration.ofSeconds(15);
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    WatchSettings read(JsonNode root) {
        List<WatchSettings.Network> networks = new ArrayList<>();
        List<String> own = entries.texts("witnesses", root.path("witnesses"));
        if (!own.isEmpty()) {
            networks.add(new WatchSettings.Network("", subjects("", own), List.of()));
        }
        entries.map("networks", root.path("networks")).forEach((name, body) -> {
            String at = "networks." + name;
            if (!body.isObject()) {
                entries.wrong(at, name, "a map with witnesses and services");
                return;
            }
            entries.unknown(at, body, NETWORK_KEYS);
            List<String> services = entries.texts(at + ".services", body.path("services"));
            if (services.isEmpty()) {
                entries.wrong(at + ".services", "services", "a list of what is reached through this network");
                return;
            }
            networks.add(new WatchSettings.Network(
                    name, subjects(name, entries.texts(at + ".witnesses", body.path("witnesses"))), services));
        });
        return new WatchSettings(
                windows(root.path("maintenance")),
                networks,
                changes(root.path("changes")),
                new LinkReader(entries).read(root),
                implied(root.path("implied-alerts")));
    }

    /// The probes of every witness; one that is no address is left out.
    List<ProbeSpec> witnesses(JsonNode root) {
        List<ProbeSpec> out = new ArrayList<>();
        witnesses("", "witnesses", root.path("witnesses"), out);
        entries.map("networks", root.path("networks"))
                .forEach((name, body) ->
                        witnesses(name, "networks." + name + ".witnesses", body.path("witnesses"), out));
        return out;
    }

    private static List<String> subjects(String network, List<String> addresses) {
        return addresses.stream().map(a -> subject(network, a)).toList();
    }

    private static String subject(String network, String address) {
        return network.isEmpty() ? address : network + " " + address;
    }

    private void witnesses(String network, String at, JsonNode node, List<ProbeSpec> out) {
        for (String address : entries.texts(at, node)) {
            Matcher m = HOST_PORT.matcher(address);
            boolean url = address.matches("https?://\\S+");
            if (!url && !m.matches()) {
                entries.wrong(at, address, "a witness as host:port or a URL");
                continue;
            }
            out.add(new ProbeSpec(
                    subject(network, address),
                    ProbeSpec.Subject.WITNESS,
                    url ? "http" : "tcp",
                    url ? Map.of("url", address, "status", "100-599") : Map.of("host", m.group(1), "port", m.group(2)),
                    INTERVAL,
                    TIMEOUT,
                    1,
                    1,
                    entries.at(at)));
        }
    }

    private List<WatchSettings.Window> windows(JsonNode node) {
        List<WatchSettings.Window> out = new ArrayList<>();
        if (node.isMissingNode() || node.isNull()) {
            return out;
        }
        if (!node.isArray()) {
            entries.wrong("maintenance", "maintenance", "a list of windows");
            return out;
        }
        node.forEach(body -> {
            WatchSettings.Window window = body.isObject() ? window(body) : null;
            if (window == null) {
                entries.wrong(
                        "maintenance",
                        "maintenance",
                        "a list of windows, each with `when` (such as \"Sunday 02:00-04:00 UTC\") or with `from` and"
                                + " `until` (such as 2026-12-01T22:00Z)");
            } else {
                out.add(window);
            }
        });
        return out;
    }

    private WatchSettings.@Nullable Window window(JsonNode body) {
        entries.unknown("maintenance", body, WINDOW_KEYS);
        String when = entries.text("maintenance.when", body.path("when"));
        Instant from = moment(entries.text("maintenance.from", body.path("from")));
        Instant until = moment(entries.text("maintenance.until", body.path("until")));
        Schedule schedule = Schedule.of(null, when);
        boolean comesBack = schedule != null
                && schedule.times().stream().anyMatch(s -> !s.from().equals(s.to()));
        boolean once = from != null && until != null && from.isBefore(until);
        String title = entries.text("maintenance.title", body.path("title"));
        return comesBack || once
                ? new WatchSettings.Window(
                        title == null ? when == null ? "maintenance" : when : title,
                        comesBack ? when : null,
                        comesBack ? null : from,
                        comesBack ? null : until,
                        entries.texts("maintenance.services", body.path("services")),
                        entries.at("maintenance"))
                : null;
    }

    /// A moment with its offset; without one it is UTC, as on the screens.
    private static @Nullable Instant moment(@Nullable String text) {
        if (text == null) {
            return null;
        }
        String iso = text.strip().replaceFirst("\\s+", "T");
        try {
            return iso.matches(".*(?:Z|[+-]\\d\\d:?\\d\\d)")
                    ? OffsetDateTime.parse(iso).toInstant()
                    : LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private boolean implied(JsonNode node) {
        if (!node.isMissingNode() && !node.isNull() && !node.isBoolean()) {
            entries.wrong("implied-alerts", "implied-alerts", "true or false");
        }
        return !node.isBoolean() || node.asBoolean();
    }

    private WatchSettings.@Nullable Changes changes(JsonNode node) {
        String command = entries.text("changes", node);
        return command == null || command.isBlank()
                ? null
                : new WatchSettings.Changes(command.strip(), entries.at("changes"));
    }
}
