package plantao.ui.incident;

import org.jspecify.annotations.Nullable;
import plantao.ui.fx.Mark;

/// An entry as the timeline tells it.
///
/// @param mark the state's mark, or null when an icon stands there
/// @param icon the icon, for all that is no state
/// @param lead what it is, in bold; may be empty
/// @param command whether `text` is a command
/// @param about the second line; may be empty
/// @param key whether it belongs among the key events
public record TimelineItem(
        Mark.@Nullable Kind mark,
        String icon,
        String lead,
        String text,
        boolean command,
        String about,
        boolean bad,
        boolean key) {

    static TimelineItem state(Mark.Kind mark, String lead, String text, String about) {
        return new TimelineItem(mark, "", lead, text, false, about, false, true);
    }

    static TimelineItem key(String icon, String lead, String text, String about) {
        return new TimelineItem(null, icon, lead, text, false, about, false, true);
    }

    static TimelineItem minor(String icon, String lead, String text, String about) {
        return new TimelineItem(null, icon, lead, text, false, about, false, false);
    }

    static TimelineItem command(String text, String about, boolean bad) {
        return new TimelineItem(null, "fth-terminal", "", text, true, about, bad, true);
    }
}
