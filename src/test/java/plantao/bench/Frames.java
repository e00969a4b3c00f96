package plantao.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Locale;
import javafx.animation.AnimationTimer;

/// Times between frames, in ms: by the clock on the wall, and of the JavaFX thread's own work, which other
/// programs on the computer do not lengthen.
final class Frames extends AnimationTimer {
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final float[] millis = new float[1 << 20];
    private final float[] work = new float[1 << 20];
    private long worked;
    private int count;
    private long last;
    private boolean on;

    @Override
    public void handle(long now) {
        long cpu = threads.getCurrentThreadCpuTime();
        if (on && last != 0 && count < millis.length) {
            work[count] = (cpu - worked) / 1e6f;
            millis[count++] = (now - last) / 1e6f;
        }
        worked = cpu;
        last = now;
    }

    /// Counts from the next frame on: the one that goes on now began before.
    void begin() {
        on = true;
        count = 0;
        last = 0;
    }

    String text() {
        return count == 0 ? "no frame" : count + " frames: " + text(millis) + "; work in a frame " + text(work);
    }

    private String text(float[] figures) {
        float[] all = Arrays.copyOf(figures, count);
        Arrays.sort(all);
        int over = 0;
        for (float each : all) {
            over += each > 50 ? 1 : 0;
        }
        return String.format(
                Locale.ROOT,
                "p50 %.1f ms, p99 %.1f ms, worst %.1f ms, over 50 ms: %d",
                all[all.length / 2],
                all[Math.min(all.length - 1, all.length * 99 / 100)],
                all[all.length - 1],
                over);
    }
}
