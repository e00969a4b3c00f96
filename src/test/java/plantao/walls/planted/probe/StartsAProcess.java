package plantao.walls.planted.probe;

import java.io.IOException;

final class StartsAProcess {
    Process start() throws IOException {
        return new ProcessBuilder("true").start();
    }
}
