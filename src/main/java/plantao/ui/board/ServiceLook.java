package plantao.ui.board;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import plantao.alert.Health;
import plantao.desk.Mute;
import plantao.desk.ServiceTile;
import plantao.desk.SystemBoard;
import plantao.desk.VendorTile;
import plantao.ui.fx.Figures;
import plantao.ui.fx.Mark;
import plantao.ui.fx.Texts;

/// How a service looks: its state as the screens tell it, cause apart from consequence.
enum ServiceLook {
    UP(Mark.Kind.UP, "up"),
    DEGRADED(Mark.Kind.DEGRADED_CONSEQUENCE, "degraded-consequence"),
    DEGRADED_CAUSE(Mark.Kind.DEGRADED, "degraded"),
    FLAPPING(Mark.Kind.DEGRADED, "degraded"),
    DOWN(Mark.Kind.DOWN, "down"),
    DOWN_CONSEQUENCE(Mark.Kind.DOWN_CONSEQUENCE, "down-consequence"),
    /// A supplier who reports trouble.
    TROUBLED(Mark.Kind.DEGRADED, "troubled"),
    UNKNOWN(Mark.Kind.UNKNOWN, "unknown"),
    BLIND(Mark.Kind.UNKNOWN, "unknown"),
    STALE(Mark.Kind.STALE, "stale"),
    MAINTENANCE(Mark.Kind.MAINTENANCE, "maintenance");

    final Mark.Kind mark;
    final String style;

    ServiceLook(Mark.Kind mark, String style) {
        this.mark = mark;
        this.style = style;
    }

    /// A supplier is never drawn as down: that is for what is ours.
    static ServiceLook of(VendorTile vendor) {
        return switch (vendor.state()) {
            case FINE -> UP;
            case TROUBLED, DOWN -> TROUBLED;
            case UNKNOWN -> UNKNOWN;
        };
    }

    /// Whether somebody should look.
    boolean troubled() {
        return this != UP && this != MAINTENANCE && this != UNKNOWN;
    }

    static ServiceLook of(ServiceTile tile, SystemBoard system, Instant now) {
        if (tile.probe() != null && system.maintenance(tile.name()) != null) {
            return MAINTENANCE;
        }
        if (tile.health().state() == Health.State.BLIND) {
            return BLIND;
        }
        if (tile.probe() == null || tile.health().state() == Health.State.UNKNOWN) {
            return UNKNOWN;
        }
        if (tile.stale(now)) {
            return STALE;
        }
        boolean consequence = tile.cause() != null;
        return switch (tile.health().state()) {
            case DOWN -> consequence ? DOWN_CONSEQUENCE : DOWN;
            case DEGRADED -> consequence ? DEGRADED : DEGRADED_CAUSE;
            default -> consequence ? DEGRADED : tile.health().flapping(now) ? FLAPPING : UP;
        };
    }

    /// The state's word, with how long a service has told nothing.
    static String word(
            ServiceTile tile, SystemBoard system, ServiceLook look, Instant now, Texts texts, Figures figures) {
        return switch (look) {
            case UP -> texts.get("state.up");
            case DEGRADED, DEGRADED_CAUSE, TROUBLED -> texts.get("state.degraded");
            case FLAPPING -> texts.get("state.flapping");
            case DOWN, DOWN_CONSEQUENCE ->
                texts.get(tile.health().flapping(now) ? "state.down.flapping" : "state.down");
            case BLIND -> texts.get("state.blind");
            case MAINTENANCE -> {
                @Nullable Mute window = system.maintenance(tile.name());
                yield texts.get("state.maintenance", window == null ? "" : figures.utcShort(window.until()));
            }
            case UNKNOWN ->
                tile.probe() == null
                        ? texts.get("state.noprobe")
                        : tile.health().last() == null ? texts.get("state.waiting") : texts.get("state.unknown");
            case STALE ->
                texts.get(
                        "state.stale",
                        figures.age(Duration.between(
                                tile.health().last() == null
                                        ? now
                                        : tile.health().last().at(),
                                now)));
        };
    }
}
