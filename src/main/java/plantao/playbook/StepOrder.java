package plantao.playbook;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import plantao.values.Masking;
import plantao.values.Place;

/// A step that is to be run now.
///
/// @param script what the shell reads; values are in `environment`, not in the text
/// @param environment values for the script, secrets among them; never logged
/// @param timeout after this it is stopped; zero: it runs until it ends or somebody stops it
/// @param masking hides the secrets it works with in whatever it prints
public record StepOrder(
        UUID run,
        int step,
        String script,
        Map<String, String> environment,
        Place place,
        Duration timeout,
        Masking masking) {

    /// An order without secrets.
    public StepOrder(
            UUID run, int step, String script, Map<String, String> environment, Place place, Duration timeout) {
        this(run, step, script, environment, place, timeout, Masking.NONE);
    }

    @Override
    public String toString() {
        return "StepOrder[run=" + run + ", step=" + step + "]";
    }
}
