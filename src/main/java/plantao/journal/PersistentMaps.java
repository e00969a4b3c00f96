package plantao.journal;

import java.util.Map;
import org.pcollections.HashPMap;
import org.pcollections.HashTreePMap;

/// Maps that are folded one entry at a time.
final class PersistentMaps {
    private PersistentMaps() {}

    /// A map that shares what did not change with the maps made from it: the same object when it is one already.
    static <V> HashPMap<String, V> of(Map<String, V> map) {
        return map instanceof HashPMap<String, V> shared ? shared : HashTreePMap.from(map);
    }
}
