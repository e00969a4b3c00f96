package plantao.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class HandoffFoldTest {
    private static Detail written(int number) {
        return new Detail.HandoffWritten(Told.id(number), Told.id(1), "Rui", "# Handoff " + number);
    }

    @Test
    void aHandoffWaitsUntilItIsAccepted() {
        Told told = new Told().say(written(5));

        Handoff waiting = told.journal().waitingHandoff("shop").orElseThrow();
        assertThat(waiting.from()).isEqualTo("Ana");
        assertThat(waiting.to()).isEqualTo("Rui");
        assertThat(waiting.markdown()).isEqualTo("# Handoff 5");
        assertThat(told.journal().waitingHandoff("bank")).isEmpty();

        Journal accepted = told.by("Bia")
                .at(Duration.ofMinutes(5))
                .say(new Detail.HandoffAccepted(Told.id(5)))
                .journal();
        assertThat(accepted.waitingHandoff("shop")).isEmpty();
        assertThat(accepted.handoffs().getFirst().acceptedBy()).isEqualTo("Bia");
        assertThat(accepted.handoffs().getFirst().accepted()).isEqualTo(Told.START.plusSeconds(300));
    }

    @Test
    void theFirstAcceptanceCounts() {
        Handoff handoff = new Told()
                .say(written(5))
                .by("Rui")
                .say(new Detail.HandoffAccepted(Told.id(5)))
                .by("Bia")
                .say(new Detail.HandoffAccepted(Told.id(5)))
                .journal()
                .handoffs()
                .getFirst();

        assertThat(handoff.acceptedBy()).isEqualTo("Rui");
    }

    @Test
    void onlyTheLastHandoffWaits() {
        Told told = new Told().say(written(5), written(6));

        assertThat(told.journal().waitingHandoff("shop")).map(Handoff::id).contains(Told.id(6));
        told.say(new Detail.HandoffAccepted(Told.id(6)));
        assertThat(told.journal().waitingHandoff("shop")).isEmpty();
    }
}
