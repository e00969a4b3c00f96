package plantao.ui.board;

import java.text.Normalizer;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import plantao.alert.Alert;
import plantao.alert.Scale;
import plantao.desk.Gauge;
import plantao.desk.ServiceTile;
import plantao.desk.SystemBoard;

/// What of the board is wanted: by words, and only what is wrong.
///
/// @param words all of which must stand in a name, a group or a system
/// @param wrong whether only what is wrong is wanted
record BoardFilter(List<String> words, boolean wrong) {
    static final BoardFilter ALL = new BoardFilter(List.of(), false);

    static BoardFilter of(String typed, boolean wrong) {
        return new BoardFilter(
                Stream.of(plain(typed).split("\\s+")).filter(w -> !w.isEmpty()).toList(), wrong);
    }

    boolean open() {
        return words.isEmpty() && !wrong;
    }

    boolean lets(ServiceTile tile, SystemBoard system, Instant now) {
        return (!wrong || ServiceLook.of(tile, system, now).troubled())
                && says(tile.name(), tile.service().group(), tile.service().provider(), system.name());
    }

    boolean lets(Gauge gauge, Instant now) {
        Double value = gauge.value();
        boolean beyond =
                value != null && !gauge.stale(now) && gauge.scale().band(value).compareTo(Scale.Band.WARNING) >= 0;
        return (!wrong || beyond) && says(gauge.metric().name(), gauge.metric().group());
    }

    boolean lets(Alert alert, SystemBoard system) {
        return says(
                alert.rule().name(),
                SystemBoard.about(alert),
                alert.rule().source().condition(),
                system.name());
    }

    private boolean says(@Nullable String... texts) {
        if (words.isEmpty()) {
            return true;
        }
        StringBuilder all = new StringBuilder();
        for (String text : texts) {
            all.append(text == null ? "" : text).append('\n');
        }
        String plain = plain(all.toString());
        return words.stream().allMatch(plain::contains);
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }
}
