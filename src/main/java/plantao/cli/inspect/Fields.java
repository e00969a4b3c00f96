package plantao.cli.inspect;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import plantao.runbook.Origin;

/// The fields of one object, in their order; an absent value is written as null.
///
/// @param several whether the system has several files, so that a line alone says too little
record Fields(boolean several, Map<String, @Nullable Object> map) {
    Fields(boolean several) {
        this(several, new LinkedHashMap<>());
    }

    Fields put(String name, @Nullable Object value) {
        map.put(name, value);
        return this;
    }

    /// Adds `line`, and `file` where there are several.
    Fields at(Origin origin) {
        if (several) {
            put("file", origin.file());
        }
        return put("line", origin.line());
    }

    /// Adds `lines`, and `files` beside them, entry by entry, where there are several.
    Fields at(List<Origin> origins) {
        if (several) {
            put("files", origins.stream().map(Origin::file).toList());
        }
        return put("lines", origins.stream().map(Origin::line).toList());
    }

    static <T> List<Map<String, @Nullable Object>> list(List<T> values, Function<T, Fields> one) {
        return values.stream().map(v -> one.apply(v).map()).toList();
    }
}
