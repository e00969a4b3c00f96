package plantao.ui.practice;

import java.util.List;
import java.util.stream.Collectors;
import plantao.desk.PracticeBoard;
import plantao.ui.fx.Fonts;
import plantao.ui.fx.Texts;
import plantao.ui.fx.UiContext;

/// How far the start of the practice system has come, in words.
public final class StartProgress {
    private StartProgress() {}

    public static String words(PracticeBoard practice, UiContext desktop) {
        Texts texts = desktop.texts(StartProgress.class);
        List<PracticeBoard.Part> parts = practice.parts();
        long ready = parts.stream().filter(p -> p.state().equals("running")).count();
        String waiting = parts.stream()
                .filter(p -> !p.state().equals("running"))
                .map(p -> Fonts.drawable(p.name()))
                .collect(Collectors.joining(", "));
        if (parts.isEmpty()) {
            return texts.get("starting.begins");
        }
        return texts.get("starting.ready", ready)
                + (waiting.isEmpty() ? "" : " · " + texts.get("starting.next", waiting));
    }
}
