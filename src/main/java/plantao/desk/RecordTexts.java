package plantao.desk;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Applies a function to every text of a flat record.
final class RecordTexts {
    private RecordTexts() {}

    /// A record of the same kind whose strings, and strings in lists, are what `change` made of them.
    static <R> R mapped(R value, UnaryOperator<String> change) {
        RecordComponent[] parts = value.getClass().getRecordComponents();
        Class<?>[] types = new Class<?>[parts.length];
        @Nullable Object[] values = new @Nullable Object[parts.length];
        try {
            for (int i = 0; i < parts.length; i++) {
                types[i] = parts[i].getType();
                values[i] = changed(parts[i].getAccessor().invoke(value), change);
            }
            @SuppressWarnings("unchecked") // the record's own canonical constructor makes its own kind
            R result = (R) value.getClass().getDeclaredConstructor(types).newInstance(values);
            return result;
        } catch (NoSuchMethodException
                | InstantiationException
                | IllegalAccessException
                | InvocationTargetException e) {
            throw new IllegalStateException("not a plain public record: " + value.getClass(), e);
        }
    }

    private static @Nullable Object changed(@Nullable Object value, UnaryOperator<String> change) {
        return switch (value) {
            case String text -> change.apply(text);
            case List<?> list -> list.stream().map(e -> changed(e, change)).toList();
            case null, default -> value;
        };
    }
}
