package plantao;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import org.jspecify.annotations.Nullable;
import plantao.desk.OperatorPlace;
import plantao.ui.settings.CallingPanel;

/// What an operator's window goes back to at the next start. Immutable; nothing in it is needed to start.
///
/// @param language a BCP 47 tag (`pt-BR`), or null for the computer's
/// @param theme `light` or `dark`, or null
/// @param place where the window was, or null
/// @param folders what was open, in order, as absolute paths
/// @param operator the name the operator went by, or null
/// @param calls how the operator is called when an alert fires
/// @param readOnly whether steps are only shown and never run
/// @param places where messages can go, beside what `console.yaml` says; never an address that is a secret
@RecordBuilder
record SavedPreferences(
        @Nullable String language,
        @Nullable String theme,
        @Nullable Place place,
        List<String> folders,
        @Nullable String operator,
        CallingPanel.Choice calls,
        boolean readOnly,
        List<OperatorPlace> places)
        implements SavedPreferencesBuilder.With {

    /// A window's place on the screen, in pixels; while it is maximised, the place it goes back to.
    record Place(double x, double y, double width, double height, boolean maximised) {}

    static final SavedPreferences NONE =
            new SavedPreferences(null, null, null, List.of(), null, CallingPanel.Choice.BOTH, false, List.of());

    SavedPreferences {
        folders = List.copyOf(folders);
        places = List.copyOf(places);
    }

    SavedPreferences withLook(String language, String theme, Place place) {
        return with().language(language).theme(theme).place(place).build();
    }
}
