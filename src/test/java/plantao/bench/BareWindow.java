package plantao.bench;

import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;

/// The least a themed JavaFX window can be: what the start of the program is compared with. Says READY and ends.
public final class BareWindow extends Application {

    /// Shows the window.
    public static void main(String[] arguments) {
        launch(BareWindow.class, arguments);
    }

    @Override
    public void start(Stage stage) {
        setUserAgentStylesheet(new atlantafx.base.theme.PrimerLight().getUserAgentStylesheet());
        stage.setScene(new Scene(new VBox(new Label("Plantão"), new Button("OK")), 1280, 800));
        stage.show();
        new AnimationTimer() {
            private int pulses;

            @Override
            public void handle(long now) {
                // The second pulse comes after the first frame has been drawn.
                if (++pulses == 2) {
                    stop();
                    long started = ProcessHandle.current()
                            .info()
                            .startInstant()
                            .orElseThrow()
                            .toEpochMilli();
                    System.out.println("READY " + (System.currentTimeMillis() - started));
                    Platform.exit();
                }
            }
        }.start();
    }
}
