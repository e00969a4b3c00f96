package plantao.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FoldersTest {
    private final Path home = Path.of("/home/ana");

    @Test
    void areBelowTheHomeFolderByDefault() {
        assertThat(Folders.of(Map.of("XDG_DATA_HOME", ""), home))
                .isEqualTo(new Folders(
                        home.resolve(".local/share/plantao"),
                        home.resolve(".config/plantao"),
                        home.resolve(".cache/plantao"),
                        home.resolve(".local/state/plantao")));
    }

    @Test
    void areWhereTheEnvironmentSaysButNeverRelative() {
        Folders folders = Folders.of(Map.of("XDG_DATA_HOME", "/srv/data", "XDG_STATE_HOME", "state"), home);
        assertThat(folders.log()).isEqualTo(Path.of("/srv/data/plantao/log"));
        assertThat(folders.practiceLog()).isEqualTo(Path.of("/srv/data/plantao/practice-log"));
        assertThat(folders.state()).isEqualTo(home.resolve(".local/state/plantao"));
    }
}
