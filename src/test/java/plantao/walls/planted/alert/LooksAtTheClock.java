package plantao.walls.planted.alert;

import java.util.function.LongSupplier;

final class LooksAtTheClock {
    final LongSupplier nanos = System::nanoTime;
}
