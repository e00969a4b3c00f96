package plantao.runbook.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunbookFolderWatchTest {
    @TempDir
    Path temp;

    private final BlockingQueue<Path> told = new LinkedBlockingQueue<>();
    private final RunbookFolderWatch watch = new RunbookFolderWatch(told::add);

    @AfterEach
    void close() {
        watch.close();
    }

    private void assertTold(Path root) throws InterruptedException {
        assertThat(told.poll(20, TimeUnit.SECONDS)).isEqualTo(root);
    }

    /// What is still coming of the change before does not count for the next one.
    private void settle() throws InterruptedException {
        while (told.poll(1500, TimeUnit.MILLISECONDS) != null) {}
    }

    @Test
    void aFileWrittenInPlaceReplacedByRenamingAddedOrTakenAwayIsTold() throws Exception {
        Path file = Files.writeString(temp.resolve("runbook.md"), "# One\n");
        watch.watch(temp);
        Files.writeString(file, "# Two\n");
        assertTold(temp);
        settle();
        Files.move(
                Files.writeString(temp.resolve("runbook.md~"), "# Six\n"), file, StandardCopyOption.REPLACE_EXISTING);
        assertTold(temp);
        settle();
        Path deep = Files.createDirectories(temp.resolve("a/b"));
        Files.writeString(deep.resolve("more.md"), "# More\n");
        assertTold(temp);
        settle();
        Files.writeString(deep.resolve("more.md"), "# Most\n");
        assertTold(temp);
        settle();
        Files.delete(deep.resolve("more.md"));
        assertTold(temp);
    }

    @Test
    void aSingleFileIsWatchedWithItsSettingsAndNothingBesideIt() throws Exception {
        Path file = Files.writeString(temp.resolve("runbook.md"), "# One\n");
        watch.watch(file);
        Files.writeString(temp.resolve("noise.log"), "line\n");
        Files.writeString(temp.resolve("console.yaml"), "system: X\n");
        assertTold(file);
        settle();
        Files.writeString(temp.resolve("noise.log"), "another line\n");
        assertThat(told.poll(2, TimeUnit.SECONDS)).isNull();
    }

    @Test
    void aFolderThatIsPutInAnothersPlaceIsTold() throws Exception {
        Path root = Files.createDirectories(temp.resolve("book"));
        Files.writeString(root.resolve("runbook.md"), "# One\n");
        Path next = Files.createDirectories(temp.resolve("next"));
        Files.writeString(next.resolve("runbook.md"), "# Two\n");
        watch.watch(root);
        Files.move(root, temp.resolve("old"));
        Files.move(next, root);
        assertTold(root);
        settle();
        Files.writeString(root.resolve("runbook.md"), "# Three\n");
        assertTold(root);
    }

    @Test
    void aFolderThatIsNotThereYetIsToldWhenItIs() throws IOException, InterruptedException {
        Path root = temp.resolve("later");
        watch.watch(root);
        Files.createDirectories(root);
        Files.writeString(root.resolve("runbook.md"), "# One\n");
        assertTold(root);
    }
}
