package plantao.ui.papers;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import plantao.ui.fx.Fonts;
import plantao.ui.fx.Theme;
import plantao.ui.fx.View;

/// Works screens on the JavaFX thread, without a window.
public final class Screens {
    private Screens() {}

    /// Runs it on the JavaFX thread, which is started when needed, and waits.
    public static <T> T on(Callable<T> work) throws Exception {
        CountDownLatch up = new CountDownLatch(1);
        try {
            Platform.startup(up::countDown);
            up.await();
            Fonts.load();
        } catch (IllegalStateException alreadyUp) {
            Platform.setImplicitExit(false);
        }
        FutureTask<T> task = new FutureTask<>(work);
        Platform.runLater(task);
        return task.get(60, TimeUnit.SECONDS);
    }

    /// The view's root laid out in a scene of the smallest size.
    public static Parent laidOut(View view) {
        Scene scene = new Scene(view.root(), 1200, 672);
        Theme.LIGHT.applyTo(scene);
        view.root().applyCss();
        view.root().layout();
        return view.root();
    }

    public static void press(Node node, KeyCode key, boolean control) {
        Event.fireEvent(node, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, control, false, false));
    }

    @SuppressWarnings("unchecked")
    public static <N extends Node> N find(Parent root, String selector) {
        Node found = root.lookup(selector);
        if (found == null) {
            throw new AssertionError("nothing on the screen is " + selector);
        }
        return (N) found;
    }
}
