package plantao.runbook.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plantao.runbook.AlertRule;
import plantao.runbook.Runbook;

class RunbookFolderTest {
    private static final String ALERT =
            "# %s\n\n## Meaning\n\nIt is bad.\n\n## Diagnosis\n\n- Look.\n\n## Mitigation\n\n- Act.\n";

    @TempDir
    private Path dir;

    @Test
    void readsASingleFile() throws IOException {
        write("a.md", Texted.text("gateway.md"));
        assertThat(RunbookFolder.load(dir.resolve("a.md"))).singleElement().isInstanceOf(LoadedRunbook.Read.class);
    }

    @Test
    void takesAFolderWithSettingsAsOneSystemAndLeavesPracticeOut() throws IOException {
        write("shop/runbook.md", Texted.text("gateway.md"));
        write("shop/more/extra.md", "# Extra\n\n## Contacts\n\n- **Team**: a@b.org\n");
        write("shop/practice/notes.md", "# Notes\n\n## Contacts\n\n- **Nobody**: n@b.org\n");
        write("shop/console.yaml", "system: Parcels\n");
        Runbook r = only(RunbookFolder.load(dir.resolve("shop")));
        assertThat(r.system()).isEqualTo("Parcels");
        assertThat(r.contacts()).extracting(c -> c.role()).containsExactly("Team");
        assertThat(r.contacts().getFirst().origin().file()).isEqualTo("more/extra.md");
    }

    @Test
    void whatWasHandedOverBelowTheRunbookIsNoRunbook() throws IOException {
        write("shop/runbook.md", Texted.text("gateway.md"));
        Runbook without = only(RunbookFolder.load(dir.resolve("shop")));
        write(
                "shop/handoffs/2026-11-23-handoff-shop-ana.md",
                "# Handoff: Shop\n\n## Open for you\n\n- [ ] Buy a disk\n");
        assertThat(only(RunbookFolder.load(dir.resolve("shop")))).isEqualTo(without);
    }

    @Test
    void takesOneAlertFilesAsOneSystem() throws IOException {
        write("alerts/DiskFull.md", ALERT.formatted("DiskFull"));
        write("alerts/NodeDown.md", ALERT.formatted("NodeDown"));
        Runbook r = only(RunbookFolder.load(dir.resolve("alerts")));
        assertThat(r.playbooks()).hasSize(2);
        assertThat(r.alerts()).extracting(AlertRule::name).containsExactly("DiskFull", "NodeDown");
    }

    @Test
    void takesAFolderOfFoldersAsSeveral() throws IOException {
        write("a/runbook.md", Texted.text("gateway.md"));
        write("b/runbook.md", Texted.text("shop.md"));
        assertThat(RunbookFolder.load(dir)).hasSize(2).allMatch(l -> l instanceof LoadedRunbook.Read);
    }

    @Test
    void saysWhyNothingCouldBeRead() throws IOException {
        Files.write(dir.resolve("binary.md"), new byte[] {0, 1, 2, 0, 0, 3});
        write("empty.md", "  \n");
        Files.createDirectory(dir.resolve("none"));
        assertThat(reason(dir.resolve("missing.md"))).contains("no file");
        assertThat(reason(dir.resolve("binary.md"))).contains("binary");
        assertThat(reason(dir.resolve("empty.md"))).contains("empty");
        assertThat(reason(dir.resolve("none"))).contains("no Markdown file");
    }

    private static Runbook only(List<LoadedRunbook> loaded) {
        assertThat(loaded).singleElement().isInstanceOf(LoadedRunbook.Read.class);
        return ((LoadedRunbook.Read) loaded.getFirst()).runbook();
    }

    private static String reason(Path path) {
        return ((LoadedRunbook.Failed) RunbookFolder.load(path).getFirst()).reason();
    }

    private void write(String name, String text) throws IOException {
        Path file = dir.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, text.getBytes(StandardCharsets.UTF_8));
    }
}
