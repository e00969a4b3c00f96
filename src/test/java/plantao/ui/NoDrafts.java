package plantao.ui;

import java.time.ZoneId;
import java.util.Locale;
import java.util.UUID;
import plantao.desk.Board;
import plantao.ui.fx.UiContext;

/// Nobody writes a document here.
public final class NoDrafts implements UiContext.Drafts {
    @Override
    public String handoff(Board board, UUID shift, Locale locale, ZoneId zone) {
        return "";
    }

    @Override
    public String postmortem(Board board, UUID incident, Locale locale, ZoneId zone) {
        return "";
    }

    @Override
    public String fileName(Board board, String what, UUID subject) {
        return what + ".md";
    }
}
