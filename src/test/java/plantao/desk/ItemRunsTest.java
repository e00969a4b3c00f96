package plantao.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plantao.journal.Change;
import plantao.journal.Detail;
import plantao.playbook.Run;
import plantao.playbook.StepResult;
import plantao.runbook.Checklist;
import plantao.runbook.Runbook;
import plantao.runbook.read.LoadedRunbook;
import plantao.runbook.read.RunbookFolder;
import plantao.values.Place;
import plantao.values.Target;

/// A checklist's item is run as a step is, and keeps how it went.
class ItemRunsTest {
    private static final String TEXT = """
            # Shop

            ## Daily checklist

            - [ ] Disk has room
              ```bash
              df -h /
              ```
            - [ ] Old sessions are gone
              ```bash
              redis-cli FLUSHALL
              ```
            - [ ] Coffee is there
            """;

    @TempDir
    Path folder;

    private final Play play = new Play();
    private Runbook runbook;

    @BeforeEach
    void open() throws IOException {
        Files.writeString(folder.resolve("runbook.md"), TEXT);
        runbook = ((LoadedRunbook.Read) RunbookFolder.load(folder).getFirst()).runbook();
        Place place = new Place("local shell", folder, true, Map.of(), null);
        Target target = new Target("prod", "prod", Target.Kind.PRODUCTION, Map.of(), Map.of(), place);
        play.send(new Event.Opened(SystemBoardFactory.open(runbook, List.of(target), 1, Trust.FULL, Play.T0)));
    }

    private Run walked(int item) {
        Checklist.Item of = runbook.checklists().getFirst().items().get(item);
        play.send(new Event.OpenRun(runbook.system(), of.text(), of.origin().line(), null));
        return play.system().runs().getLast();
    }

    private long begun() {
        return play.effects.stream().filter(Effect.StartStep.class::isInstance).count();
    }

    @Test
    void howItEndedIsTheItemsEvidenceAndTickingStaysTheOperatorsWord() {
        Run run = walked(0);
        play.send(new Event.RunStep(run.id(), 0, false, false));
        assertThat(begun()).isEqualTo(1);
        play.send(new Event.StepEnded(
                runbook.system(),
                run.id(),
                0,
                new StepResult.Exited(0, Duration.ofSeconds(1)),
                "Filesystem  Use%\n/dev/sda1  41% s3cret\n"));
        assertThat(play.details(Detail.ItemNoted.class)).singleElement().satisfies(noted -> {
            assertThat(noted.item()).isEqualTo("Disk has room");
            assertThat(noted.text()).isEqualTo("df -h / → exit 0: Filesystem  Use% / /dev/sda1  41% ••••");
        });
        assertThat(play.details(Detail.StepRan.class)).hasSize(1);
        assertThat(play.details(Detail.ItemTicked.class)).isEmpty();
        assertThat(play.system().runs()).noneMatch(Run::open);
        assertThat(Change.of(play.board.journal().entries())).isEmpty();
    }

    @Test
    void whatDestroysAsksFirstAsInAPlaybook() {
        Run run = walked(1);
        play.send(new Event.RunStep(run.id(), 0, false, false));
        assertThat(begun()).isZero();
        assertThat(play.system().runs().getLast().asking()).isZero();
        play.send(new Event.RunStep(run.id(), 0, true, false, runbook.system()));
        assertThat(begun()).isEqualTo(1);
    }

    @Test
    void anItemWithoutCommandsHasNothingToRun() {
        Checklist.Item coffee = runbook.checklists().getFirst().items().get(2);
        play.send(new Event.OpenRun(
                runbook.system(), coffee.text(), coffee.origin().line(), null));
        assertThat(play.system().runs()).isEmpty();
    }
}
