package plantao.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import plantao.alert.Alert;
import plantao.alert.Health;
import plantao.journal.Detail;
import plantao.playbook.Run;
import plantao.playbook.StepResult;
import plantao.probe.Reading;
import plantao.values.Place;
import plantao.values.Target;

class EnvironmentHandlerTest {
    private final Play play = new Play();

    @BeforeEach
    void open() {
        Target production = target("production", Target.Kind.PRODUCTION, Map.of());
        Target staging =
                target("staging", Target.Kind.STAGING, Map.of("api.example", "api.staging.example", "ctl", "stgctl"));
        play.send(new Event.Opened(
                SystemBoardFactory.open(Sketch.runbook(), List.of(production, staging), 1, Trust.FULL, Play.T0)));
    }

    private static Target target(String id, Target.Kind kind, Map<String, String> substitutions) {
        Place place = new Place("local shell", Path.of("/tmp/" + id), true, Map.of(), null);
        return new Target(id, id, kind, substitutions, Map.of(), place);
    }

    private Play choose(String target) {
        return play.send(new Event.ChooseTarget("Sketch", target));
    }

    private Health health(String service) {
        return play.system().services().stream()
                .filter(t -> t.name().equals(service))
                .findFirst()
                .orElseThrow()
                .health();
    }

    private void apiIsDown() {
        play.good("API").after(10).bad("API", "refused");
        for (int i = 0; i < 13; i++) {
            play.after(10).bad("API", "refused");
        }
        assertThat(play.system().alerts()).anyMatch(Alert::firing);
    }

    @Test
    void whatWasReadOfOneEnvironmentDoesNotCountForTheOther() {
        apiIsDown();
        play.good("Database");
        choose("staging");

        assertThat(play.system().target().id()).isEqualTo("staging");
        assertThat(health("API").state()).isEqualTo(Health.State.UNKNOWN);
        assertThat(play.system().alerts()).noneMatch(Alert::firing);
        assertThat(health("Database").state()).as("the same address in both").isEqualTo(Health.State.UP);
    }

    @Test
    void aReadingThatComesLateFromTheOtherEnvironmentIsNotTakenForOneOfThis() {
        String before = play.probe("API").id();
        choose("staging");
        play.send(new Event.Read("Sketch", new Reading.Up(before, play.now, Duration.ofMillis(9), null, "late")));

        assertThat(health("API").state()).isEqualTo(Health.State.UNKNOWN);
        assertThat(play.good("API").system().services().getFirst().health().state())
                .isEqualTo(Health.State.UP);
    }

    @Test
    void theScheduleGoesOverToTheNewProbesAndTheLogHasTheChange() {
        play.effects.clear();
        choose("staging");

        assertThat(play.effects)
                .filteredOn(Effect.Probe.class::isInstance)
                .singleElement()
                .satisfies(e ->
                        assertThat(((Effect.Probe) e).system().target().id()).isEqualTo("staging"));
        assertThat(play.details(Detail.EnvironmentChosen.class))
                .containsExactly(new Detail.EnvironmentChosen("production", "staging", "staging"));
    }

    @Test
    void theSameOneOrOneThatIsNotThereChangesNothing() {
        Board before = play.board;
        choose("production");
        choose("nowhere");
        assertThat(play.board).isEqualTo(before);
    }

    @Test
    void aRunStaysInTheEnvironmentItWasBegunIn() {
        play.send(new Event.OpenRun("Sketch", "API does not answer", 40, null));
        Run run = play.system().runs().getFirst();
        choose("staging");
        play.effects.clear();
        play.send(new Event.RunStep(run.id(), 0, false));

        Effect.StartStep started = (Effect.StartStep) play.effects.getFirst();
        assertThat(started.order().script()).contains("http://api.example/health");
        assertThat(started.order().place().folder()).isEqualTo(Path.of("/tmp/production"));
        play.send(new Event.StepEnded("Sketch", run.id(), 0, new StepResult.Exited(0, Duration.ofSeconds(1)), "ok"));
        assertThat(play.details(Detail.StepRan.class).getFirst().command()).contains("http://api.example/health");
    }

    @Test
    void whatIsBegunAfterwardsIsAnotherRunInTheOtherEnvironment() {
        play.send(new Event.OpenRun("Sketch", "API does not answer", 40, null));
        choose("staging");
        play.send(new Event.OpenRun("Sketch", "API does not answer", 40, null));

        assertThat(play.system().runs()).extracting(r -> r.target().id()).containsExactly("production", "staging");
        assertThat(Previews.of(play.system().runs().getLast(), 0).shown()).contains("api.staging.example");
        play.effects.clear();
        play.send(new Event.RunStep(play.system().runs().getLast().id(), 0, false));
        assertThat(((Effect.StartStep) play.effects.getFirst()).order().script())
                .contains("api.staging.example");
    }
}
