package plantao.probe;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import plantao.runbook.ProbeSpec;
import plantao.runbook.text.Durations;
import plantao.values.Target;

/// A description's settings, read one by one; whatever is missing or wrong says so in the console's own words.
final class CheckSettings {
    private static final Pattern MILLIS = Pattern.compile("(\\d{1,9})\\s*ms");

    private final ProbeSpec spec;
    private final SettingFilling filling;

    CheckSettings(ProbeSpec spec, SettingFilling filling) {
        this.spec = spec;
        this.filling = filling;
    }

    /// The raw text, or null.
    @Nullable
    String raw(String name) {
        String text = spec.settings().get(name);
        return text == null || text.isBlank() ? null : text.strip();
    }

    Target target() {
        return filling.target();
    }

    /// A time that may be missing: `500ms`, `2s`.
    @Nullable
    Duration duration(String name) throws Wrong {
        String text = optional(name);
        if (text == null) {
            return null;
        }
        Matcher matcher = MILLIS.matcher(text);
        Integer seconds = matcher.matches() ? null : Durations.seconds(text);
        Duration found = matcher.matches()
                ? Duration.ofMillis(Long.parseLong(matcher.group(1)))
                : seconds == null ? Duration.ZERO : Duration.ofSeconds(seconds);
        if (found.isZero()) {
            throw wrong("`" + name + "` must be a time such as 500ms or 2s, not `" + shown(name, text) + "`");
        }
        return found;
    }

    /// A setting that must be there, substituted and filled in.
    String address(String name) throws Wrong {
        return present(name, required(name), true);
    }

    /// A setting that must be there, filled in.
    String text(String name) throws Wrong {
        return present(name, required(name), false);
    }

    /// A setting that may be missing or empty.
    @Nullable
    String optional(String name) throws Wrong {
        String raw = raw(name);
        if (raw == null) {
            return null;
        }
        String value = filled(name, raw, false);
        return value.isBlank() ? null : value;
    }

    /// A query, where a `$` may be its own.
    String loose(String name) throws Wrong {
        return filling.loose(required(name));
    }

    /// The flattened map under `prefix.`.
    Map<String, String> map(String prefix) throws Wrong {
        Map<String, String> out = new LinkedHashMap<>();
        for (Map.Entry<String, String> entry : spec.settings().entrySet()) {
            if (entry.getKey().startsWith(prefix + ".")) {
                out.put(entry.getKey().substring(prefix.length() + 1), filled(entry.getKey(), entry.getValue(), false));
            }
        }
        return Map.copyOf(out);
    }

    /// A number that may be missing.
    @Nullable
    Double number(String name) throws Wrong {
        String text = optional(name);
        if (text == null) {
            return null;
        }
        try {
            double value = Double.parseDouble(text);
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new Wrong("%s › `%s` must be a number, not `%s`".formatted(spec.kind(), name, shown(name, text)));
    }

    /// Text that may be shown in a message: as written, so that no variable's value gets out.
    String shown(String name, String otherwise) {
        String raw = raw(name);
        return raw == null ? otherwise : raw.contains("$") ? raw : otherwise;
    }

    Wrong wrong(String message) {
        return new Wrong(spec.kind() + " " + message);
    }

    private String required(String name) throws Wrong {
        String raw = raw(name);
        if (raw == null) {
            throw wrong("needs `" + name + "`");
        }
        return raw;
    }

    private String present(String name, String raw, boolean address) throws Wrong {
        String value = filled(name, raw, address);
        if (value.isBlank()) {
            throw wrong("needs `" + name + "`; " + raw + " is empty here");
        }
        return value.strip();
    }

    private String filled(String name, String raw, boolean address) throws Wrong {
        try {
            return address ? filling.address(raw) : filling.value(raw);
        } catch (SettingFilling.Unfilled e) {
            throw wrong("needs `" + name + "`; " + e.getMessage());
        }
    }

    /// A setting is missing or wrong; the message names it.
    static final class Wrong extends Exception {
        Wrong(String message) {
            super(message, null, false, false);
        }
    }
}
