package plantao;

import java.io.IOException;
import java.io.InputStream;
import java.util.logging.LogManager;

/// Where libraries' diagnostic messages go: to us, not to the operator's terminal. The Java machine makes one of
/// these when the first of them wants to say something (`java.util.logging.config.class`, see [LogManager]), so
/// that a start pays nothing for it.
public final class Diagnostics {

    /// Reads the settings.
    public Diagnostics() {
        try (InputStream settings = Diagnostics.class.getResourceAsStream("logging.properties")) {
            if (settings != null) {
                LogManager.getLogManager().readConfiguration(settings);
            }
        } catch (IOException e) {
            System.err.println("plantao: the settings for diagnostic messages could not be read: " + e.getMessage());
        }
    }

    /// To be called before anything logs.
    static void prepare() {
        System.setProperty("java.util.logging.config.class", Diagnostics.class.getName());
    }
}
