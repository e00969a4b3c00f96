package plantao;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.util.Duration;

/// For measuring the start (`-Dplantao.bench=close`): says when the first live reading is on the screen, then
/// closes. And for making the cache of the next start (`-Dplantao.bench=train`): visits every screen before it
/// closes, so that their classes are in the cache too.
final class Bench {
    private static final Duration VISIT = Duration.millis(700);

    private Bench() {}

    /// Does nothing unless the property is set.
    static void watch(CompletableFuture<Void> firstReading, Scene scene, CountDownLatch closed) {
        String purpose = System.getProperty("plantao.bench");
        if (purpose == null) {
            return;
        }
        var _ = firstReading.thenRun(() -> {
            System.out.println("READY "
                    + (System.currentTimeMillis()
                            - ProcessHandle.current()
                                    .info()
                                    .startInstant()
                                    .orElseThrow()
                                    .toEpochMilli()));
            if (purpose.equals("train")) {
                tour(scene, closed);
            } else {
                closed.countDown();
            }
        });
    }

    private static void tour(Scene scene, CountDownLatch closed) {
        List<ButtonBase> rail = scene.getRoot().lookupAll(".rail-entry").stream()
                .filter(ButtonBase.class::isInstance)
                .map(ButtonBase.class::cast)
                .toList();
        Timeline visits = new Timeline();
        for (int i = 0; i < rail.size(); i++) {
            ButtonBase entry = rail.get(i);
            visits.getKeyFrames().add(new KeyFrame(VISIT.multiply(i + 1), _ -> entry.fire()));
        }
        visits.getKeyFrames().add(new KeyFrame(VISIT.multiply(rail.size() + 2), _ -> closed.countDown()));
        visits.play();
    }
}
