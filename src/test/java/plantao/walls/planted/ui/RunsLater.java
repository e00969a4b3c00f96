package plantao.walls.planted.ui;

import java.util.function.Consumer;
import javafx.application.Platform;

final class RunsLater {
    static final Consumer<Runnable> LATER = Platform::runLater;
}
