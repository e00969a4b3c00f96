package plantao.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import plantao.journal.Detail;

class DetailCodecTest {
    private final DetailCodec codec = new DetailCodec();

    /// Every kind twice: with all its fields, and with those absent that may be.
    static Stream<Detail> details() throws ReflectiveOperationException {
        Stream.Builder<Detail> all = Stream.builder();
        for (Class<?> kind : Detail.class.getPermittedSubclasses()) {
            if (kind != Detail.Foreign.class) {
                all.add(example(kind, true)).add(example(kind, false));
            }
        }
        return all.build();
    }

    private static Detail example(Class<?> kind, boolean full) throws ReflectiveOperationException {
        RecordComponent[] parts = kind.getRecordComponents();
        Class<?>[] types = Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Object[] values = Arrays.stream(parts)
                .map(p -> full || !p.getAnnotatedType().isAnnotationPresent(Nullable.class) ? value(p.getType()) : null)
                .toArray();
        return (Detail) kind.getDeclaredConstructor(types).newInstance(values);
    }

    private static Object value(Class<?> type) {
        if (type.isEnum()) {
            return type.getEnumConstants()[0];
        }
        return switch (type.getSimpleName()) {
            case "String" -> "ação \"1\"\n🔧";
            case "UUID" -> new UUID(1, 2);
            case "Instant" -> Instant.parse("2026-03-01T02:17:00.123456Z");
            case "LocalDate" -> java.time.LocalDate.of(2026, 3, 1);
            case "int", "Integer" -> 7;
            case "long" -> 1L << 40;
            case "boolean" -> true;
            case "List" -> List.of("a", "b");
            default -> throw new IllegalArgumentException("an example is missing for " + type);
        };
    }

    @ParameterizedTest
    @MethodSource("details")
    void everyKindComesBackAsItWas(Detail detail) {
        assertThat(codec.read(detail.kind(), codec.write(detail))).isEqualTo(detail);
    }

    @Test
    void theStoredFormIsPlain() {
        assertThat(codec.write(new Detail.Note("a \"b\""))).isEqualTo("{\"text\":\"a \\\"b\\\"\"}");
    }

    @Test
    void aKindNotKnownHereIsKeptToTheLetter() {
        String text = "{ \"b\":1, \"a\" : [2.50] }";
        Detail read = codec.read("SirenSounded", text);
        assertThat(read).isEqualTo(new Detail.Foreign("SirenSounded", text));
        assertThat(codec.write(read)).isEqualTo(text);
    }

    @Test
    void fieldsOfANewerConsoleArePassedOver() {
        assertThat(codec.read("Note", "{\"text\":\"x\",\"mood\":{\"deep\":[1]}}"))
                .isEqualTo(new Detail.Note("x"));
    }

    @Test
    void fieldsThatAnOlderConsoleDidNotWriteAreEmpty() {
        UUID id = new UUID(1, 2);
        String old = "{\"incident\":\"" + id + "\",\"number\":3,\"began\":\"2026-03-01T02:17:00Z\"}";
        assertThat(codec.read("IncidentDeclared", old))
                .isEqualTo(new Detail.IncidentDeclared(
                        id, 3, "", 0, Instant.parse("2026-03-01T02:17:00Z"), null, null, List.of()));
    }

    @Test
    void whatCannotBeUnderstoodIsKeptAndNeverFails() {
        for (String text : List.of("", "null", "[]", "{", "{\"shift\":\"no id\"}", "{}", "\u0000")) {
            assertThat(codec.read("ShiftStarted", text)).isEqualTo(new Detail.Foreign("ShiftStarted", text));
        }
    }
}
