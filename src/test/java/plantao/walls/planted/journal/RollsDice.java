package plantao.walls.planted.journal;

import java.util.UUID;

final class RollsDice {
    UUID id() {
        return UUID.randomUUID();
    }
}
