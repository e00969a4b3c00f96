package plantao.store;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import plantao.journal.Entry;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// An entry as one line of JSON; its detail is a text inside, exactly as the database gets it.
final class EntryLine {
    private record Line(
            @Nullable UUID id,
            @Nullable String at,
            @Nullable String operator,
            @Nullable String device,
            @Nullable String system,
            @Nullable String subject,
            @Nullable String kind,
            @Nullable String detail) {}

    private final JsonMapper json = JsonMapper.builder().build();
    private final DetailCodec codec = new DetailCodec();

    /// One line, without its end.
    String write(Entry e) {
        return write(e, codec.write(e.detail()));
    }

    /// The same.
    ///
    /// @param detail as the codec writes it
    String write(Entry e, String detail) {
        return json.writeValueAsString(new Line(
                e.id(),
                e.at().toString(),
                text(e.operator()),
                text(e.device()),
                text(e.system()),
                text(e.subject()),
                text(e.detail().kind()),
                detail));
    }

    /// The entry in a line, or nothing when the line is torn or is something else.
    Optional<Entry> read(String line) {
        try {
            JsonNode tree = json.readTree(line);
            if (!tree.isObject()) {
                return Optional.empty();
            }
            Line l = json.treeToValue(tree, Line.class);
            if (l.id == null
                    || l.at == null
                    || l.operator == null
                    || l.device == null
                    || l.system == null
                    || l.subject == null
                    || l.kind == null
                    || l.detail == null) {
                return Optional.empty();
            }
            return Optional.of(new Entry(
                    l.id,
                    Instant.parse(l.at),
                    l.operator,
                    l.device,
                    l.system,
                    l.subject,
                    codec.read(l.kind, l.detail)));
        } catch (JacksonException | DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static String text(String text) {
        return WellFormedText.text(text);
    }
}
