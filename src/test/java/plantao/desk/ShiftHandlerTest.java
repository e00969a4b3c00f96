package plantao.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import plantao.runbook.LinkSettings;
import plantao.runbook.MessageSettings;
import plantao.runbook.Settings;
import plantao.runbook.WatchSettings;
import plantao.values.Place;
import plantao.values.Target;

/// The end of a shift leaves its handoff where the runbook wants it.
class ShiftHandlerTest {
    private static Settings settings(String folder) {
        Settings none = Sketch.settings();
        LinkSettings links = new LinkSettings(null, null, MessageSettings.NONE, folder);
        return new Settings(
                none.system(),
                none.probes(),
                none.variables(),
                none.targets(),
                none.playbooks(),
                none.dependencies(),
                none.nodes(),
                none.practice(),
                none.steps(),
                new WatchSettings(List.of(), List.of(), null, links, true));
    }

    private static List<Effect.WriteFile> written(Target.Kind kind, Trust trust) {
        Play play = new Play();
        Target target = new Target(
                "there",
                "There",
                kind,
                Map.of(),
                Map.of(),
                new Place("local shell", Path.of("/tmp"), true, Map.of(), null));
        play.send(new Event.Opened(SystemBoardFactory.open(
                Sketch.runbook(settings("docs/handoffs")), List.of(target), 1, trust, Play.T0)));
        play.send(new Event.StartShift("Sketch", "Ana")).send(new Event.EndShift("Sketch", "Rui", "Token s3cret"));
        return play.effects.stream()
                .filter(Effect.WriteFile.class::isInstance)
                .map(Effect.WriteFile.class::cast)
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    void theHandoffGoesToTheRunbooksFolderButNotFromPractice(Target.Kind kind) {
        List<Effect.WriteFile> files = written(kind, Trust.FULL);
        if (kind == Target.Kind.PRACTICE) {
            assertThat(files).isEmpty();
        } else {
            assertThat(files).singleElement().satisfies(file -> {
                assertThat(file.place())
                        .isEqualTo(new Effect.Place(Sketch.runbook().source(), "docs/handoffs"));
                assertThat(file.name()).isEqualTo("2026-11-22-handoff-sketch-ana.md");
                assertThat(file.text()).isEqualTo("Token ••••");
            });
        }
        assertThat(written(kind, new Trust(List.of()))).isEmpty();
    }
}
