package plantao.ui.board;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import plantao.alert.Health;
import plantao.desk.ServiceTile;
import plantao.desk.VendorTile;
import plantao.ui.fx.Mark;

/// How a service looks: its state as the screens tell it, cause apart from consequence.
enum Look {
    UP(Mark.Kind.UP, "up"),
    DEGRADED(Mark.Kind.DEGRADED_CONSEQUENCE, "degraded-consequence"),
    DOWN(Mark.Kind.DOWN, "down"),
    DOWN_CONSEQUENCE(Mark.Kind.DOWN_CONSEQUENCE, "down-consequence"),
    /// A supplier who reports trouble.
    TROUBLED(Mark.Kind.DEGRADED, "troubled"),
    UNKNOWN(Mark.Kind.UNKNOWN, "unknown"),
    STALE(Mark.Kind.STALE, "stale");

    final Mark.Kind mark;
    final String style;

    Look(Mark.Kind mark, String style) {
        this.mark = mark;
        this.style = style;
    }

    /// A supplier is never drawn as down: that is for what is ours.
    static Look of(VendorTile vendor) {
        return switch (vendor.state()) {
            case FINE -> UP;
            case TROUBLED, DOWN -> TROUBLED;
            case UNKNOWN -> UNKNOWN;
        };
    }

    static Look of(ServiceTile tile, Instant now) {
        if (tile.probe() == null || tile.health().state() == Health.State.UNKNOWN) {
            return UNKNOWN;
        }
        if (tile.stale(now)) {
            return STALE;
        }
        boolean consequence = tile.cause() != null;
        return tile.health().state() == Health.State.DOWN
                ? consequence ? DOWN_CONSEQUENCE : DOWN
                : consequence ? DEGRADED : UP;
    }

    /// The state's word, with how long a service has told nothing.
    static String word(
            ServiceTile tile,
            @Nullable Look look,
            Instant now,
            plantao.ui.fx.Texts texts,
            plantao.ui.fx.Figures figures) {
        return switch (look == null ? of(tile, now) : look) {
            case UP -> texts.get("state.up");
            case DEGRADED, TROUBLED -> texts.get("state.degraded");
            case DOWN, DOWN_CONSEQUENCE -> texts.get("state.down");
            case UNKNOWN ->
                tile.probe() == null
                        ? texts.get("state.noprobe")
                        : tile.health().last() == null ? texts.get("state.waiting") : texts.get("state.unknown");
            case STALE ->
                texts.get(
                        "state.stale",
                        figures.age(java.time.Duration.between(
                                tile.health().last() == null
                                        ? now
                                        : tile.health().last().at(),
                                now)));
        };
    }
}
