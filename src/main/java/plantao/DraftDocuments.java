package plantao;

import java.time.ZoneId;
import java.util.Locale;
import java.util.UUID;
import plantao.desk.Board;
import plantao.desk.Drafts;
import plantao.ui.fx.UiContext;

/// The window's documents, written by the desk.
final class DraftDocuments implements UiContext.Drafts {
    @Override
    public String handoff(Board board, UUID shift, Locale locale, ZoneId zone) {
        return Drafts.handoff(board, shift, locale, zone);
    }

    @Override
    public String postmortem(Board board, UUID incident, Locale locale, ZoneId zone) {
        return Drafts.postmortem(board, incident, locale, zone);
    }

    @Override
    public String fileName(Board board, String what, UUID subject) {
        return what.equals("handoff") ? Drafts.handoffName(board, subject) : Drafts.postmortemName(board, subject);
    }
}
