package plantao.journal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A message about an incident, and what became of it.
///
/// @param way as in [Detail.MessageSent]
/// @param to the place's name; empty when it was copied
/// @param next when the next message is due, or null
/// @param tries what came of each attempt to post it, in order
public record Message(
        UUID id,
        Instant at,
        String by,
        String template,
        String way,
        String to,
        String text,
        @Nullable Instant next,
        List<Try> tries) {
    public Message {
        tries = List.copyOf(tries);
    }

    /// An attempt.
    ///
    /// @param outcome as in [Detail.MessageTried]
    public record Try(Instant at, String outcome, @Nullable String reason) {}

    /// An incident's messages, oldest first.
    public static List<Message> of(Incident incident) {
        Map<UUID, Message> all = new LinkedHashMap<>();
        for (Entry e : incident.timeline()) {
            if (e.detail() instanceof Detail.MessageSent m && m.incident().equals(incident.id())) {
                all.put(
                        m.message(),
                        new Message(
                                m.message(),
                                e.at(),
                                e.operator(),
                                m.template(),
                                m.way(),
                                m.to(),
                                m.text(),
                                m.next(),
                                List.of()));
            } else if (e.detail() instanceof Detail.MessageTried t) {
                all.computeIfPresent(t.message(), (_, m) -> m.tried(new Try(e.at(), t.outcome(), t.reason())));
            }
        }
        return List.copyOf(all.values());
    }

    private Message tried(Try more) {
        List<Try> all = new ArrayList<>(tries);
        all.add(more);
        return new Message(id, at, by, template, way, to, text, next, all);
    }

    /// Whether it is posted to a place over the network.
    public boolean posted() {
        return !way.equals("copy") && !way.equals("mail");
    }

    /// `given` for what was copied or put into a mail; for what is posted the last attempt's outcome, `posting`
    /// before the first.
    public String state() {
        return !posted()
                ? "given"
                : tries.isEmpty() ? "posting" : tries.getLast().outcome();
    }

    /// When people are to hear again of an incident that goes on; empty when nobody was promised anything. Who was
    /// told of a milder one is to hear as soon as it is graded worse.
    public static Optional<Instant> due(Incident incident) {
        if (incident.resolved() != null) {
            return Optional.empty();
        }
        Optional<Message> last = of(incident).reversed().stream()
                .filter(m -> !m.state().equals("given-up"))
                .findFirst();
        return last.map(Message::next).map(next -> {
            Instant raised = incident.graded();
            return raised.isAfter(last.get().at()) && raised.isBefore(next) ? raised : next;
        });
    }
}
