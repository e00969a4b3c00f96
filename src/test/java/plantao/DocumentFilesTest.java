package plantao;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plantao.desk.Effect;
import plantao.desk.Event;

class DocumentFilesTest {
    @TempDir
    Path temp;

    private String written(String text) {
        Event told = DocumentFiles.write(
                temp.resolve("data"),
                new Effect.WriteFile(
                        "Shop", "handoff", "day.md", text, new Effect.Place(temp.toString(), "docs/handoffs")));
        return ((Event.FileWritten) told).file();
    }

    @Test
    void aPlaceThatTheOperatorChoseIsTakenAsItIs() {
        Effect.Place chosen = new Effect.Place(temp + "/mine/", "", true);
        for (String text : new String[] {"one", "two"}) {
            Event told = DocumentFiles.write(
                    temp.resolve("data"), new Effect.WriteFile("Shop", "handoff", "day.md", text, chosen));
            assertThat(told)
                    .isEqualTo(new Event.FileWritten(
                            "Shop", "handoff", temp.resolve("mine/day.md").toString()));
            assertThat(temp.resolve("mine/day.md")).hasContent(text);
        }
    }

    @Test
    void aHandoffIsLeftBelowTheRunbookAndNeverOverAnother() throws IOException {
        Path first = temp.resolve("docs/handoffs/day.md");
        assertThat(written("one")).isEqualTo(first.toString());
        assertThat(written("two")).isEqualTo(first.resolveSibling("day-2.md").toString());
        assertThat(first).hasContent("one");
        assertThat(Files.readString(first.resolveSibling("day-2.md"))).isEqualTo("two");
        assertThat(temp.resolve("data")).doesNotExist();
    }
}
