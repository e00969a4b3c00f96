package plantao.walls.planted.alert;

import java.time.LocalDate;
import java.time.ZoneOffset;

final class AsksForNow {
    LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC);
    }
}
