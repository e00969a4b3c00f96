package plantao.ui.board;

import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import plantao.alert.Alert;
import plantao.desk.SystemBoard;

/// What a part of the board may want shown beside or above it.
///
/// @param silent shows the card that keeps something quiet
/// @param noted shows the card that acknowledges with a note
/// @param detailed shows a service's details: the system's name, the service's
/// @param past shows the alerts of the past
/// @param declared shows the card that declares an incident about an alert
record BoardPrompts(
        Consumer<Silent> silent,
        BiConsumer<SystemBoard, Alert> noted,
        BiConsumer<String, String> detailed,
        Runnable past,
        BiConsumer<SystemBoard, Alert> declared) {

    /// What is to be kept quiet: an alert, or all about a service, or neither yet.
    record Silent(
            SystemBoard system,
            @Nullable Alert alert,
            @Nullable String service) {}

    void silence(SystemBoard system, @Nullable Alert alert, @Nullable String service) {
        silent.accept(new Silent(system, alert, service));
    }

    void note(SystemBoard system, Alert alert) {
        noted.accept(system, alert);
    }

    void details(String system, String service) {
        detailed.accept(system, service);
    }

    void declare(SystemBoard system, Alert alert) {
        declared.accept(system, alert);
    }

    void history() {
        past.run();
    }
}
