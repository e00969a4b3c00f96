package plantao.ui.frame;

import java.util.ArrayList;
import java.util.List;
import plantao.desk.Board;
import plantao.desk.Event;
import plantao.journal.Ladder;
import plantao.ui.fx.Texts;
import plantao.ui.fx.UiContext;

/// Writes down that the next one of the runbook's ladder was called.
final class EscalationMark {
    private EscalationMark() {}

    /// Escalates the open incident of the system on the screen to whoever comes next; nothing when nobody is left.
    static void next(UiContext desktop) {
        Board board = desktop.now();
        board.incident()
                .filter(i -> i.resolved() == null)
                .ifPresent(i -> board.system(i.system())
                        .flatMap(s -> Ladder.of(s.runbook(), i).next(board.now(), desktop.zone()))
                        .ifPresent(call -> desktop.send(new Event.Escalate(
                                i.id(), call.who(), call.step().text()))));
    }

    /// The rung as the runbook has it, how to reach its one, and who is passed over.
    static String told(Ladder.Call call, Texts texts) {
        List<String> lines = new ArrayList<>();
        lines.add(call.step().text());
        if (call.contact() != null) {
            ContactWay.of(call.contact()).stream().filter(ContactWay::filled).forEach(r -> lines.add(r.text()));
        }
        if (call.away() != null) {
            lines.add(texts.get("strip.away", call.away(), call.who()));
        } else if (!call.reached()) {
            lines.add(texts.get("strip.unreached", call.who()));
        }
        return String.join("\n", lines);
    }
}
