package plantao.bench;

import java.io.IOException;
import java.util.List;

/// The window at 1280×720 on the software pipeline, fed through the desk: 1,000 tiles with 1,000 updates a second,
/// then 5,000 active alerts with 10,000 updates a minute. Times between frames, the work of the JavaFX thread,
/// memory. Prints figures and judges nothing.
public final class BoardBench {
    private BoardBench() {}

    /// @param arguments the project's folder, the staged program's folder, the jar with this class, and perhaps
    /// for how many seconds each is measured
    public static void main(String[] arguments) throws IOException, InterruptedException {
        String seconds = arguments.length > 3 ? arguments[3] : "60";
        for (String load : List.of("tiles", "alerts")) {
            MeasuringProcess.run(arguments, "plantao.bench.BoardLoad", load, seconds);
        }
    }
}
