package plantao.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class HandoffsTest {
    private final UUID shift = UUID.randomUUID();
    private final UUID first = UUID.randomUUID();
    private final UUID second = UUID.randomUUID();
    private final Story story = new Story();

    @Test
    void aHandoffWaitsUntilSomebodyAcceptsIt() {
        Entry written = story.add(new Detail.HandoffWritten(first, shift, "bia", "# All quiet"));
        Journal waiting = story.journal();
        assertThat(waiting.waitingHandoff("shop")).hasValue(
                new Handoff(first, shift, "shop", "ana", "bia", written.at(), "# All quiet", null, null));
        assertThat(waiting.waitingHandoff("other")).isEmpty();

        Entry accepted = story.by("bia", "shop").add(new Detail.HandoffAccepted(first));
        story.by("rui", "shop").add(new Detail.HandoffAccepted(first));
        assertThat(story.journal().waitingHandoff("shop")).isEmpty();
        assertThat(story.journal().handoffs()).singleElement().satisfies(h -> {
            assertThat(h.acceptedBy()).isEqualTo("bia");
            assertThat(h.accepted()).isEqualTo(accepted.at());
        });
    }

    @Test
    void onlyTheLastHandoffOfASystemWaits() {
        story.add(new Detail.HandoffWritten(first, shift, null, "first"));
        story.add(new Detail.HandoffWritten(second, shift, null, "second"));
        assertThat(story.journal().waitingHandoff("shop").orElseThrow().id()).isEqualTo(second);
        story.add(new Detail.HandoffAccepted(second));
        assertThat(story.journal().waitingHandoff("shop")).isEmpty();
    }
}
