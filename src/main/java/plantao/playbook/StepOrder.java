package plantao.playbook;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import plantao.values.Masking;
import plantao.values.Place;

/// A step that is to be run now.
///
/// @param script what the shell reads; values are in `environment`, not in the text
/// @param environment values for the script, secrets among them; never logged
/// @param timeout after this it is stopped; zero: it runs until it ends or somebody stops it
/// @param handling how it is run
/// @param masking hides the secrets it works with in whatever it prints
public record StepOrder(
        UUID run,
        int step,
        String script,
        Map<String, String> environment,
        Place place,
        Duration timeout,
        Masking masking,
        StepHandling handling) {

    /// An order without secrets.
    public StepOrder(
            UUID run, int step, String script, Map<String, String> environment, Place place, Duration timeout) {
        this(run, step, script, environment, place, timeout, Masking.NONE, StepHandling.SHELL);
    }

    /// The same order with values that were asked for, which are secrets.
    ///
    /// @param values by the names of [StepHandling#asked]
    StepOrder with(Map<String, String> values) {
        Map<String, String> all = new HashMap<>(environment);
        String source = handling.source();
        for (Map.Entry<String, String> value : values.entrySet()) {
            if (value.getKey().startsWith("$")) {
                source = source == null ? null : source.replace(value.getKey(), value.getValue());
            } else {
                all.put(value.getKey(), value.getValue());
            }
        }
        return new StepOrder(
                run, step, script, all, place, timeout, masking.and(values.values()), handling.from(source));
    }

    @Override
    public String toString() {
        return "StepOrder[run=" + run + ", step=" + step + "]";
    }
}
