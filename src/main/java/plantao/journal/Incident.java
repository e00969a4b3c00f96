package plantao.journal;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An incident: what its entries add up to.
///
/// @param severity 1 (worst) to 4, as last graded
/// @param began when the trouble began
/// @param services what was down when it was declared
/// @param timeline what of its system's entries belongs to it, from `began` until it was closed, in order
/// @param postmortem the text last saved, or null
public record Incident(
        UUID id,
        String system,
        int number,
        String title,
        int severity,
        Instant began,
        Instant declared,
        String commander,
        @Nullable String alert,
        @Nullable String playbook,
        List<String> services,
        @Nullable Instant resolved,
        @Nullable Instant closed,
        List<Entry> timeline,
        @Nullable String postmortem) {

    /// How far it is, as people are told.
    public enum Status {
        INVESTIGATING,
        FIXING,
        RESOLVED;

        /// As it is written down.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// A part somebody takes in it.
    public enum Role {
        COMMANDER,
        SCRIBE,
        OPERATOR;

        /// As it is written down.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// How far its post-mortem is; closed with the record.
    public enum Paper {
        DRAFT,
        IN_REVIEW,
        REVIEWED,
        CLOSED;

        /// As it is written down.
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /// How far its post-mortem is.
    public Paper paper() {
        Paper paper = Paper.DRAFT;
        for (Entry entry : timeline) {
            if (entry.detail() instanceof Detail.PostmortemState s
                    && s.incident().equals(id)) {
                for (Paper known : Paper.values()) {
                    paper = known.word().equals(s.state()) ? known : paper;
                }
            }
        }
        return closed == null ? paper : Paper.CLOSED;
    }

    /// How far it is: what was told last, resolved once its resolution was written down.
    public Status status() {
        Status status = Status.INVESTIGATING;
        for (Entry entry : timeline) {
            if (entry.detail() instanceof Detail.IncidentStatus s
                    && s.incident().equals(id)) {
                status = s.status().equals(Status.FIXING.word()) ? Status.FIXING : Status.INVESTIGATING;
            }
        }
        return resolved != null ? Status.RESOLVED : status;
    }

    /// Since when it has been as severe as it is, or worse: what is due by its severity counts from then.
    public Instant graded() {
        Instant since = declared;
        for (Entry entry : timeline) {
            if (entry.detail() instanceof Detail.IncidentGraded g
                    && g.incident().equals(id)
                    && g.before() > severity
                    && g.severity() <= severity) {
                since = entry.at();
            }
        }
        return since;
    }

    /// Who has a part; empty for nobody. Who declared it is in command until somebody else is.
    public String holder(Role role) {
        String who = role == Role.COMMANDER ? commander : "";
        for (Entry entry : timeline) {
            if (entry.detail() instanceof Detail.IncidentRole r
                    && r.incident().equals(id)
                    && r.role().equals(role.word())) {
                who = r.who();
            }
        }
        return who;
    }

    /// The services it was declared for and those that fell while it lasted.
    public List<String> affected() {
        Set<String> affected = new LinkedHashSet<>(services);
        for (Entry entry : timeline) {
            if (entry.detail() instanceof Detail.ServiceDown d
                    && (resolved == null || !entry.at().isAfter(resolved))) {
                affected.add(d.service());
            }
        }
        return List.copyOf(affected);
    }

    /// Whether it still needs somebody: not yet closed.
    public boolean open() {
        return closed == null;
    }

    /// From the beginning of the trouble to its end, or to `now` while it lasts.
    public Duration lasted(Instant now) {
        return Duration.between(began, resolved == null ? now : resolved);
    }
}
