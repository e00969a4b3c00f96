package plantao.journal;

import java.util.ArrayList;
import java.util.List;

/// The fold of entries into handoffs.
final class Handoffs {
    private Handoffs() {}

    static List<Handoff> next(List<Handoff> handoffs, Entry entry) {
        return switch (entry.detail()) {
            case Detail.HandoffWritten d -> {
                List<Handoff> all = new ArrayList<>(handoffs);
                all.add(new Handoff(
                        d.handoff(),
                        d.shift(),
                        entry.system(),
                        entry.operator(),
                        d.to(),
                        entry.at(),
                        d.markdown(),
                        null,
                        null,
                        List.of()));
                yield List.copyOf(all);
            }
            case Detail.HandoffAccepted d ->
                handoffs.stream()
                        .map(h -> h.id().equals(d.handoff()) && h.accepted() == null ? accepted(h, entry) : h)
                        .toList();
            case Detail.HandoffRemarked d ->
                handoffs.stream()
                        .map(h -> h.id().equals(d.handoff()) ? remarked(h, entry, d.text()) : h)
                        .toList();
            default -> handoffs;
        };
    }

    private static Handoff accepted(Handoff h, Entry entry) {
        return new Handoff(
                h.id(),
                h.shift(),
                h.system(),
                h.from(),
                h.to(),
                h.written(),
                h.markdown(),
                entry.operator(),
                entry.at(),
                h.remarks());
    }

    private static Handoff remarked(Handoff h, Entry entry, String text) {
        List<Remark> remarks = new ArrayList<>(h.remarks());
        remarks.add(new Remark(entry.operator(), entry.at(), text));
        return new Handoff(
                h.id(),
                h.shift(),
                h.system(),
                h.from(),
                h.to(),
                h.written(),
                h.markdown(),
                h.acceptedBy(),
                h.accepted(),
                List.copyOf(remarks));
    }
}
