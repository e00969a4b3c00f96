package plantao;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import plantao.desk.SystemBoard;
import plantao.values.Masking;
import plantao.values.Target;
import plantao.values.Variable;

/// Every secret this console knows of, so that none of them is written or shown.
final class Secrets {
    private final Set<String> values = ConcurrentHashMap.newKeySet();
    private volatile Masking masking = Masking.NONE;

    /// Adds the secrets of a system's environments.
    void learn(SystemBoard system) {
        for (Target target : system.targets()) {
            for (Variable variable : target.variables().values()) {
                if (variable.secret()) {
                    values.add(variable.value());
                }
            }
        }
        learn(Masking.of(values));
    }

    /// Adds what a step works with: values that were typed in, captured, or asked of a command.
    synchronized void learn(Masking more) {
        masking = masking.and(more);
    }

    String mask(String text) {
        return masking.mask(text);
    }

    Masking masking() {
        return masking;
    }
}
