package plantao.journal;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// An immutable map that is cheap to change in one place: its entries lie on shelves by the hash of their keys, and
/// a
/// changed map shares all shelves but one with the one before. A flood of thousands of alerts changes one at a
/// time.
///
/// @param <V> what is kept, never null
final class Shelves<V> extends AbstractMap<String, V> {
    private static final int MANY = 256;
    private static final Shelves<?> EMPTY = new Shelves<>(empty(), 0);

    private final List<Map<String, V>> shelves;
    private final int size;

    private Shelves(List<Map<String, V>> shelves, int size) {
        this.shelves = shelves;
        this.size = size;
    }

    private static <V> List<Map<String, V>> empty() {
        return java.util.Collections.nCopies(MANY, Map.of());
    }

    /// The same entries: the same object when it is such a map already.
    @SuppressWarnings("unchecked")
    static <V> Shelves<V> of(Map<String, V> entries) {
        if (entries instanceof Shelves<V> same) {
            return same;
        }
        Shelves<V> all = (Shelves<V>) EMPTY;
        for (Map.Entry<String, V> entry : entries.entrySet()) {
            all = all.with(entry.getKey(), entry.getValue());
        }
        return all;
    }

    /// This map with one entry put in, or taken out where the value is null.
    Shelves<V> with(String key, @Nullable V value) {
        int at = place(key);
        Map<String, V> shelf = new HashMap<>(shelves.get(at));
        int before = shelf.size();
        if (value == null) {
            shelf.remove(key);
        } else {
            shelf.put(key, value);
        }
        List<Map<String, V>> all = new ArrayList<>(shelves);
        all.set(at, Map.copyOf(shelf));
        return new Shelves<>(all, size + shelf.size() - before);
    }

    private static int place(Object key) {
        int hash = key.hashCode();
        return (hash ^ hash >>> 16) & MANY - 1;
    }

    @Override
    public @Nullable V get(@Nullable Object key) {
        return key == null ? null : shelves.get(place(key)).get(key);
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        return get(key) != null;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public Set<Map.Entry<String, V>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public Iterator<Map.Entry<String, V>> iterator() {
                Stream<Map.Entry<String, V>> all = shelves.stream().flatMap(s -> s.entrySet().stream());
                return all.iterator();
            }

            @Override
            public int size() {
                return size;
            }
        };
    }
}
