package plantao.ui.shift;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import plantao.desk.Event;
import plantao.journal.ItemKey;
import plantao.ui.fx.TypedTime;

/// What can be done about an item with words of one's own; each has a key that does it on the chosen row.
enum ItemAct {
    EVIDENCE("e"),
    DEFER("f"),
    SKIP("s"),
    NOTE("n"),
    OWNER("o");

    final String letter;

    ItemAct(String letter) {
        this.letter = letter;
    }

    /// Its name in message keys: `act.defer`, `act.defer.prompt`.
    String key() {
        return "act." + name().toLowerCase(java.util.Locale.ROOT);
    }

    /// The act of a typed character, or null.
    static @Nullable ItemAct of(String typed) {
        for (ItemAct act : values()) {
            if (act.letter.equalsIgnoreCase(typed)) {
                return act;
            }
        }
        return null;
    }

    /// Whether these words are enough: leaving something out needs a reason, a note needs a text.
    boolean enough(String words) {
        return this == EVIDENCE || this == OWNER || !words.isBlank();
    }

    /// What the desk is told.
    Event event(String system, ItemKey item, String words, Instant now) {
        String said = words.strip();
        return switch (this) {
            case EVIDENCE -> new Event.TickItem(system, item, said.isEmpty() ? null : said);
            case SKIP -> new Event.SkipItem(system, item, said);
            case NOTE -> new Event.NoteItem(system, item, said);
            case OWNER -> new Event.AssignItem(system, item, said);
            case DEFER -> {
                TypedTime defer = TypedTime.of(said, now);
                yield new Event.DeferItem(system, item, defer.rest(), defer.at());
            }
        };
    }
}
