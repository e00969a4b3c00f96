package plantao.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import plantao.journal.Detail;
import plantao.journal.Entry;

/// Which entries say how things stand, so that a board can begin without reading the whole log: those of open
/// runs, the last of each alert and of each checklist's item, and all of incidents, shifts, handoffs and silences.
/// What only happened once and is over (readings, notes, steps of ended runs) is not among them.
final class StandingEntries {
    /// Of the rules below: with another one the table is made anew.
    static final long VERSION = 1;

    /// @param slot a later entry in the same one takes its place; null for one of its own
    /// @param ends whether what it is about is over, with all that was said of it
    private record Place(String about, @Nullable String slot, boolean ends) {}

    private final Set<String> ended = new HashSet<>();
    private final Map<String, Map<String, UUID>> slots = new LinkedHashMap<>();

    /// Takes the next entry in.
    void add(Entry entry) {
        Place place = place(entry);
        if (place == null) {
            return;
        }
        if (place.ends()) {
            slots.remove(place.about());
            ended.add(place.about());
        } else {
            String slot = place.slot() == null ? entry.id().toString() : place.slot();
            slots.computeIfAbsent(place.about(), _ -> new LinkedHashMap<>()).put(slot, entry.id());
        }
    }

    private static @Nullable Place place(Entry e) {
        String kind = e.detail().kind();
        return switch (e.detail()) {
            case Detail.RunStarted d -> run(d.run());
            case Detail.ValueGiven d -> run(d.run());
            case Detail.WayChosen d -> run(d.run());
            case Detail.StepBegun d -> run(d.run());
            case Detail.StepRan d -> run(d.run());
            case Detail.Rechecked d -> run(d.run());
            case Detail.StepDone d -> run(d.run());
            case Detail.StepSkipped d -> run(d.run());
            case Detail.SymptomMarked d -> run(d.run());
            case Detail.CauseMarked d -> run(d.run());
            case Detail.RunEnded d -> new Place("run " + d.run(), null, true);
            case Detail.ItemTicked d -> item(e, d.checklist(), d.item(), "status");
            case Detail.ItemTold d -> item(e, d.checklist(), d.item(), "status");
            case Detail.ItemUnticked d -> item(e, d.checklist(), d.item(), "status");
            case Detail.ItemSkipped d -> item(e, d.checklist(), d.item(), "status");
            case Detail.ItemDeferred d -> item(e, d.checklist(), d.item(), "status");
            case Detail.ItemAssigned d -> item(e, d.checklist(), d.item(), "owner");
            case Detail.ItemNoted d -> item(e, d.checklist(), d.item(), null);
            case Detail.AlertFired d -> alert(e, d.alert(), kind);
            case Detail.AlertPending d -> alert(e, d.alert(), kind);
            case Detail.AlertEased d -> alert(e, d.alert(), kind);
            case Detail.AlertFlapping d -> alert(e, d.alert(), kind);
            case Detail.AlertAcknowledged d -> alert(e, d.alert(), kind);
            case Detail.AlertCleared d -> new Place("alert " + e.system() + "\n" + d.alert(), null, true);
            case Detail.PostmortemSaved d -> new Place("postmortem " + d.incident(), "text", false);
            case Detail.ServiceDown _,
                    Detail.ServiceUp _,
                    Detail.Blinded _,
                    Detail.Sighted _,
                    Detail.Paused _,
                    Detail.Note _,
                    Detail.Exported _,
                    Detail.ScenarioBegun _,
                    Detail.ScenarioEnded _,
                    Detail.EnvironmentChosen _,
                    Detail.LogRestored _,
                    Detail.Redacted _ -> null;
            default -> new Place("log", null, false);
        };
    }

    private static Place run(UUID run) {
        return new Place("run " + run, null, false);
    }

    private static Place item(Entry e, String checklist, String item, @Nullable String slot) {
        return new Place("item " + e.system() + "\n" + checklist + "\n" + item, slot, false);
    }

    private static Place alert(Entry e, String alert, String slot) {
        return new Place("alert " + e.system() + "\n" + alert, slot, false);
    }

    /// Writes it down, over what stood before. Inside a transaction.
    void write(Handle h) {
        ended.forEach(
                about -> h.createUpdate(Sql.STANDS_NO_MORE).bind("about", about).execute());
        if (slots.isEmpty()) {
            return;
        }
        // Most have a slot of their own, which cannot be taken: a plain insert is several times as fast as a merge.
        List<List<Object>> own = new ArrayList<>();
        List<List<Object>> shared = new ArrayList<>();
        slots.forEach((about, all) ->
                all.forEach((slot, id) -> (slot.equals(id.toString()) ? own : shared).add(List.of(about, slot, id))));
        RowBatch.run(h, Sql.STANDS_ALONE, own);
        RowBatch.run(h, Sql.STANDS, shared);
    }

    /// Makes it anew from all entries. Inside a transaction.
    ///
    /// @return whether the table said something else
    static boolean again(Handle h, DetailCodec codec) {
        StandingEntries standing = new StandingEntries();
        try (Stream<Entry> all =
                h.createQuery(Sql.ALL).setFetchSize(1000).map((set, _) -> Row.entry(set, codec)).stream()) {
            all.forEach(standing::add);
        }
        Map<String, UUID> now = new HashMap<>();
        standing.slots.forEach((about, slots) -> slots.forEach((slot, id) -> now.put(about + "\t" + slot, id)));
        Map<String, UUID> kept = new HashMap<>();
        h.createQuery(Sql.STANDING)
                .map((set, _) -> Map.entry(
                        set.getString("about") + "\t" + set.getString("slot"), set.getObject("entry", UUID.class)))
                .forEach(e -> kept.put(e.getKey(), e.getValue()));
        boolean other = !now.equals(kept);
        if (other) {
            h.execute(Sql.NOTHING_STANDS);
            standing.ended.clear();
            standing.write(h);
        }
        h.createUpdate(Sql.DERIVED)
                .bind("name", "standing")
                .bind("version", VERSION)
                .execute();
        return other;
    }

    /// Whether the table was made by these rules.
    static boolean current(Handle h) {
        return h.createQuery(Sql.DERIVED_VERSION)
                        .bind("name", "standing")
                        .mapTo(Long.class)
                        .findOne()
                        .orElse(0L)
                == VERSION;
    }
}
