package plantao.desk;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import plantao.journal.Entry;
import plantao.link.ChatPost;
import plantao.link.LabelMatcher;
import plantao.link.Webhook;
import plantao.playbook.StepOrder;
import plantao.runbook.MessageSettings;
import plantao.store.RingReading;

/// Something to be done outside. What comes of it comes back as an [Event].
public sealed interface Effect {

    /// Keep an entry for ever.
    record Append(Entry entry) implements Effect {}

    /// Fetch a system's entries between two moments from the log.
    record FetchEntries(String system, Instant from, Instant to) implements Effect {}

    /// Start a step's process.
    record StartStep(String system, StepOrder order) implements Effect {}

    /// Stop a step's process.
    record CancelStep(StepOrder order) implements Effect {}

    /// What a step left running behind its end is stopped.
    record StopLeft(UUID run, int step) implements Effect {}

    /// From now on this is taken out of everything that is shown or written.
    record KeepSecret(String value) implements Effect {
        @Override
        public String toString() {
            return "KeepSecret[]";
        }
    }

    /// A run begins: the text that it follows is kept.
    ///
    /// @param texts each file's text by its name
    record KeepText(String hash, Map<String, String> texts) implements Effect {}

    /// A run is gone on with whose runbook has changed since: its text of then is looked for.
    record FindText(String system, UUID run, String hash) implements Effect {}

    /// A run is over: its shell, and what it left running, can end.
    record EndSession(UUID run) implements Effect {}

    /// Read one subject's probes at once.
    record ProbeNow(String system, String subject) implements Effect {}

    /// Write a document.
    ///
    /// @param name the file's name, without a folder
    ///
    /// @param place null for beside the log
    record WriteFile(
            String system,
            String what,
            String name,
            String text,
            @Nullable Place place) implements Effect {}

    /// A folder that a runbook names, or the operator does.
    ///
    /// @param source the runbook's own folder or file
    /// @param folder below it
    /// @param over whether a file of that name gives way: the operator was asked
    record Place(String source, String folder, boolean over) {
        /// Nothing is overwritten.
        public Place(String source, String folder) {
            this(source, folder, false);
        }
    }

    /// Let the team's other consoles know what is open here.
    ///
    /// @param works titles of checklists, playbooks,
    /// procedures
    record TellPresence(String operator, String system, List<String> works) implements Effect {}

    /// Share the log through a team's server.
    ///
    /// @param url empty for no longer
    record ShareLog(String url) implements Effect {}

    /// Read a folder and open what is in it.
    record Open(String path) implements Effect {}

    /// Open a file of a runbook in the operator's editor.
    ///
    /// @param source the runbook's folder or file
    /// @param file its name in there
    record Edit(String source, String file, int line) implements Effect {}

    /// Probe this system with these probes and no others.
    record Probe(SystemBoard system) implements Effect {}

    /// Add a reading to the history.
    record StoreReading(RingReading measured) implements Effect {}

    /// Silence in the system's Alertmanager what these match.
    ///
    /// @param name what that is, for the operator
    /// @param silences the matchers of each silence that it takes
    /// @param filtered whether only what the system's filter lets through is meant
    /// @param silence the silence here that it follows, by which it is found again; null for an acknowledgement
    record SilenceInEngine(
            String system,
            String name,
            List<List<LabelMatcher>> silences,
            boolean filtered,
            Instant from,
            Instant until,
            String by,
            String comment,
            @Nullable UUID silence)
            implements Effect {}

    /// End in the system's Alertmanager what was silenced there for a silence here.
    record LiftSilenceInEngine(String system, UUID silence, String name) implements Effect {}

    /// Call somebody over the system's webhook.
    record PostCall(String system, Webhook.Call call) implements Effect {}

    /// Post a message to a place.
    record Post(UUID incident, MessageSettings.Place place, ChatPost post) implements Effect {}

    /// Open an address in the desktop's own program for it.
    record OpenAddress(String uri) implements Effect {}

    /// Remember that these commands and probes are approved.
    record Approve(SystemBoard system) implements Effect {}

    /// Work for the practice stack.
    sealed interface Practice extends Effect {
        /// @param folder of the runbook to practise on, or null for the one with most to practise
        record Start(@Nullable String folder) implements Practice {}

        record Begin(String scenario) implements Practice {}

        record End() implements Practice {}
    }
}
