package plantao.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class IncidentsTest {
    private final UUID first = UUID.randomUUID();
    private final UUID second = UUID.randomUUID();
    private final Story story = new Story();

    @Test
    void theTimelineBeginsWhereTheTroubleBegan() {
        story.note("long before");
        Entry down = story.add(new Detail.ServiceDown("api", "refused", Story.START));
        story.by("ana", "other").note("of another system");
        story.by("ana", "shop").add(new Detail.HandoffWritten(UUID.randomUUID(), UUID.randomUUID(), null, "text"));
        Entry declared = story.declare(first, down.at());
        Entry note = story.note("restarting");
        story.add(new Detail.PostmortemSaved(first, "# Draft"));

        Incident incident = story.journal().openIncident("shop").orElseThrow();
        assertThat(incident.timeline()).containsExactly(down, declared, note);
        assertThat(incident.began()).isEqualTo(down.at());
        assertThat(incident.declared()).isEqualTo(declared.at());
        assertThat(incident.commander()).isEqualTo("ana");
        assertThat(incident.postmortem()).isEqualTo("# Draft");
    }

    @Test
    void resolvingEndsTheTroubleAndClosingTheTimeline() {
        story.declare(first, Story.START);
        Entry resolved = story.add(new Detail.IncidentResolved(first));
        Entry after = story.note("watching");
        Journal watching = story.journal();
        assertThat(watching.openIncident("shop")).hasValueSatisfying(i -> {
            assertThat(i.resolved()).isEqualTo(resolved.at());
            assertThat(i.lasted(Instant.MAX)).isEqualTo(Duration.ofSeconds(1));
        });
        Entry closed = story.add(new Detail.IncidentClosed(first, "# What happened"));
        story.note("the next day");
        story.add(new Detail.IncidentResolved(first));
        story.add(new Detail.IncidentClosed(first, "# What happened, again"));

        Incident incident = story.journal().incident(first).orElseThrow();
        assertThat(story.journal().openIncident("shop")).isEmpty();
        assertThat(incident.timeline()).endsWith(resolved, after, closed).hasSize(4);
        assertThat(incident.resolved()).isEqualTo(resolved.at());
        assertThat(incident.closed()).isEqualTo(closed.at());
        assertThat(incident.postmortem()).isEqualTo("# What happened, again");
        assertThat(watching.incidents().getFirst().timeline()).as("the journal before is as it was").hasSize(3);
    }

    @Test
    void closingWithoutResolvingIsBoth() {
        story.declare(first, Story.START);
        Entry closed = story.add(new Detail.IncidentClosed(first, ""));
        assertThat(story.journal().incident(first)).hasValueSatisfying(i -> {
            assertThat(i.resolved()).isEqualTo(closed.at());
            assertThat(i.open()).isFalse();
        });
    }

    @Test
    void anEntryBelongsToEveryOpenIncidentOfItsSystem() {
        story.declare(first, Story.START);
        Entry other = story.declare(second, Story.START.plusSeconds(1));
        Entry note = story.note("both");
        story.by("ana", "other").note("neither");

        Journal journal = story.journal();
        assertThat(journal.incident(first).orElseThrow().timeline()).endsWith(other, note).hasSize(3);
        assertThat(journal.incident(second).orElseThrow().timeline()).containsExactly(other, note);
        assertThat(journal.openIncident("shop").orElseThrow().id()).isEqualTo(second);
        assertThat(journal.openIncident("other")).isEmpty();
    }
}
