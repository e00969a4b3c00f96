package plantao.desk;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import plantao.runbook.MessageSettings.Kind;
import plantao.runbook.MessageSettings.Place;

/// A place for messages that an operator set in the window, beside those of `console.yaml`.
///
/// @param system the system whose incidents are told there
public record OperatorPlace(String system, Place place) {

    /// What becomes of what was typed: a place, or why it is none.
    public sealed interface Typed {
        /// It can be used.
        record Good(Place place) implements Typed {}

        /// It is to be typed otherwise.
        record Wrong(Why why) implements Typed {}
    }

    /// What is wrong with a place as it was typed.
    public enum Why {
        NAME,
        /// The address itself: whoever has it can post, so it is kept nowhere.
        SECRET,
        /// Neither a variable's name nor a command.
        SOURCE,
        MAIL
    }

    /// A place from what was typed. Of all but mail the address is a secret: `from` is the name of the environment
    /// variable that holds it (with or without `$`), or else a command that prints it.
    public static Typed typed(String name, Kind kind, String from) {
        String text = from.strip();
        if (name.isBlank()) {
            return new Typed.Wrong(Why.NAME);
        }
        if (kind == Kind.MAIL) {
            List<String> addresses = Arrays.stream(text.split("[,;\\s]+")).toList();
            return addresses.stream().allMatch(a -> a.matches("[^@\\s,;?&]+@[^@\\s,;?&]+"))
                    ? new Typed.Good(new Place(name.strip(), kind, null, null, addresses))
                    : new Typed.Wrong(Why.MAIL);
        }
        if (text.contains("://")) {
            return new Typed.Wrong(Why.SECRET);
        }
        if (text.isEmpty()) {
            return new Typed.Wrong(Why.SOURCE);
        }
        String variable = text.startsWith("$") ? text.substring(1) : text;
        boolean named = variable.matches("[A-Za-z_]\\w*");
        return new Typed.Good(new Place(name.strip(), kind, named ? variable : null, named ? null : text, List.of()));
    }

    /// What `typed` makes the place of again.
    public static String source(Place place) {
        return place.kind() == Kind.MAIL
                ? String.join(", ", place.addresses())
                : Optional.ofNullable(place.env())
                        .orElseGet(() -> Optional.ofNullable(place.command()).orElse(""));
    }
}
