package plantao.cli;

import java.util.Iterator;
import java.util.Locale;
import java.util.stream.Stream;

/// Names of an enumeration as they are typed, for completion. Picocli makes one itself, so each enumeration has its
/// own.
class OptionNames implements Iterable<String> {
    private final Enum<?>[] values;

    OptionNames(Enum<?>[] values) {
        this.values = values.clone();
    }

    @Override
    public Iterator<String> iterator() {
        return Stream.of(values).map(v -> v.name().toLowerCase(Locale.ROOT)).iterator();
    }
}
