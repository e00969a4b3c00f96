package plantao.journal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the log says of a checklist's item.
///
/// @param line the item's line in the runbook when it was last touched
/// @param shift the shift in which its status was last set
/// @param by who set the status, at `at`; who touched it first while it is open
/// @param words the tick's evidence, or the reason of the skip or deferral
/// @param until when a deferred item should be taken up again
/// @param owner who is to do it, or null
/// @param told whether the board ticked it by itself
/// @param against what the board said when somebody ticked it or took a tick back all the same; else null
public record ItemState(
        String checklist,
        String item,
        int line,
        Status status,
        UUID shift,
        String by,
        Instant at,
        @Nullable String words,
        @Nullable Instant until,
        @Nullable String owner,
        List<Remark> remarks,
        boolean told,
        @Nullable String against) {

    /// Whether it is done.
    public enum Status {
        OPEN,
        TICKED,
        SKIPPED,
        DEFERRED
    }

    /// Done or left out: nobody needs to look at it any more.
    public boolean settled() {
        return status == Status.TICKED || status == Status.SKIPPED;
    }

    /// Which item it is.
    public ItemKey key() {
        return new ItemKey(checklist, item);
    }

    private static ItemState untouched(String checklist, String item, int line, UUID shift, Entry entry) {
        return new ItemState(
                checklist,
                item,
                line,
                Status.OPEN,
                shift,
                entry.operator(),
                entry.at(),
                null,
                null,
                null,
                List.of(),
                false,
                null);
    }

    private ItemState set(
            Status status, int line, UUID shift, Entry entry, @Nullable String words, @Nullable Instant until) {
        return new ItemState(
                checklist,
                item,
                line,
                status,
                shift,
                entry.operator(),
                entry.at(),
                words,
                until,
                owner,
                remarks,
                false,
                null);
    }

    private ItemState marked(boolean byBoard, @Nullable String said) {
        return new ItemState(checklist, item, line, status, shift, by, at, words, until, owner, remarks, byBoard, said);
    }

    private ItemState noted(Entry entry, String text) {
        List<Remark> all = new ArrayList<>(remarks);
        all.add(new Remark(entry.operator(), entry.at(), text));
        return new ItemState(
                checklist, item, line, status, shift, by, at, words, until, owner, List.copyOf(all), told, against);
    }

    private ItemState owned(String owner) {
        return new ItemState(
                checklist,
                item,
                line,
                status,
                shift,
                by,
                at,
                words,
                until,
                owner.isBlank() ? null : owner,
                remarks,
                told,
                against);
    }

    /// The states after an entry, in the order the items were first touched; the same list when the entry is about
    /// something else.
    static List<ItemState> next(List<ItemState> states, Entry entry) {
        return switch (entry.detail()) {
            case Detail.ItemTicked d -> {
                ItemState s = of(states, d.checklist(), d.item(), d.line(), d.shift(), entry);
                yield with(
                        states,
                        s.set(Status.TICKED, d.line(), d.shift(), entry, d.evidence(), null)
                                .marked(false, d.against()));
            }
            case Detail.ItemTold d -> {
                ItemState s = of(states, d.checklist(), d.item(), d.line(), d.shift(), entry);
                yield with(
                        states,
                        s.set(Status.TICKED, d.line(), d.shift(), entry, d.evidence(), null)
                                .marked(true, null));
            }
            case Detail.ItemSkipped d -> {
                ItemState s = of(states, d.checklist(), d.item(), d.line(), d.shift(), entry);
                yield with(states, s.set(Status.SKIPPED, d.line(), d.shift(), entry, d.reason(), null));
            }
            case Detail.ItemDeferred d -> {
                ItemState s = of(states, d.checklist(), d.item(), d.line(), d.shift(), entry);
                yield with(states, s.set(Status.DEFERRED, d.line(), d.shift(), entry, d.reason(), d.until()));
            }
            case Detail.ItemUnticked d -> {
                ItemState s = of(states, d.checklist(), d.item(), d.line(), d.shift(), entry);
                yield with(
                        states,
                        s.set(Status.OPEN, d.line(), d.shift(), entry, null, null)
                                .marked(false, d.against()));
            }
            case Detail.ItemNoted d ->
                with(
                        states,
                        of(states, d.checklist(), d.item(), d.line(), d.shift(), entry)
                                .noted(entry, d.text()));
            case Detail.ItemAssigned d ->
                with(
                        states,
                        of(states, d.checklist(), d.item(), d.line(), d.shift(), entry)
                                .owned(d.owner()));
            default -> states;
        };
    }

    private static ItemState of(
            List<ItemState> states, String checklist, String item, int line, UUID shift, Entry entry) {
        ItemKey key = new ItemKey(checklist, item);
        return states.stream()
                .filter(s -> s.key().equals(key))
                .findFirst()
                .orElseGet(() -> untouched(checklist, item, line, shift, entry));
    }

    private static List<ItemState> with(List<ItemState> states, ItemState changed) {
        List<ItemState> all = new ArrayList<>(states);
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).key().equals(changed.key())) {
                all.set(i, changed);
                return List.copyOf(all);
            }
        }
        all.add(changed);
        return List.copyOf(all);
    }
}
