package plantao.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import plantao.practice.blueprint.Behaviour;

class ReleasesTest {
    private static final Instant NOW = Instant.parse("2026-02-05T14:30:00Z");
    private final Releases start =
            new Releases(List.of(release("a", Release.Status.SUPERSEDED), release("b", Release.Status.LIVE)));

    private static Release release(String commit, Release.Status status) {
        return new Release("dep-" + commit, commit, commit, NOW, status, Behaviour.SOUND);
    }

    @Test
    void rollbackGoesToTheVersionBefore() {
        Releases bad = start.deployed(release("c", Release.Status.LIVE)).marked(Release.Status.FAILED);
        assertThat(bad.before()).hasValueSatisfying(r -> assertThat(r.commit()).isEqualTo("b"));
        Releases back = bad.back(bad.before().orElseThrow(), "dep-d", NOW);
        assertThat(back.current().commit()).isEqualTo("b");
        assertThat(back.all())
                .extracting(Release::status)
                .containsExactly(
                        Release.Status.SUPERSEDED,
                        Release.Status.SUPERSEDED,
                        Release.Status.ROLLED_BACK,
                        Release.Status.LIVE);
        assertThat(back.before())
                .as("never the version just left")
                .hasValueSatisfying(r -> assertThat(r.commit()).isEqualTo("a"));
    }

    @Test
    void theFirstVersionHasNoneBefore() {
        assertThat(new Releases(List.of(release("a", Release.Status.LIVE))).before())
                .isEmpty();
    }

    @Test
    void findsADeployByWhatACommandCallsIt() {
        assertThat(start.named("dep-a")).contains(start.all().getFirst());
        assertThat(start.named("b")).contains(start.current());
        assertThat(start.named("https://x-dep-a.example.org"))
                .contains(start.all().getFirst());
        assertThat(start.named("zzz")).isEmpty();
    }
}
