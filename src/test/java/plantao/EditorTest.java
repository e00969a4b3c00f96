package plantao;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class EditorTest {
    private static final Path FILE = Path.of("/srv/books/runbook.md");

    @TempDir
    Path bin;

    private String program(String name, String body) throws IOException {
        Path file = Files.writeString(bin.resolve(name), "#!/bin/sh\n" + body + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
        return file.toString();
    }

    private Optional<List<String>> order(Map<String, String> wish) {
        Map<String, String> all = new java.util.HashMap<>(wish);
        all.put("PATH", bin.toString());
        return new Editor(all).order(FILE, 42);
    }

    @Test
    void eachEditorIsToldTheLineInItsOwnWay() throws IOException {
        String code = program("code", "");
        String gedit = program("gedit", "");
        String own = program("own", "");

        assertThat(order(Map.of("VISUAL", "code --wait", "EDITOR", "gedit")))
                .contains(List.of(code, "--wait", "--goto", FILE + ":42"));
        assertThat(order(Map.of("EDITOR", "gedit"))).contains(List.of(gedit, "+42", FILE.toString()));
        assertThat(order(Map.of("EDITOR", own))).contains(List.of(own, FILE.toString()));
    }

    @Test
    void anEditorOfTheTerminalIsGivenOne() throws IOException {
        String vim = program("vim", "");
        String open = program("xdg-open", "");

        assertThat(order(Map.of("EDITOR", "vim"))).contains(List.of(open, FILE.toString()));
        String terminal = program("xterm", "");
        assertThat(order(Map.of("EDITOR", "vim"))).contains(List.of(terminal, "-e", vim, "+42", FILE.toString()));
    }

    @Test
    void whatIsNotThereIsSaid() {
        assertThat(order(Map.of("VISUAL", "code"))).isEmpty();
        assertThat(new Editor(Map.of("PATH", bin.toString())).open(FILE, 1))
                .contains("No editor was found")
                .contains("VISUAL");
    }

    @Test
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void itIsStarted() throws IOException, InterruptedException {
        Path said = bin.resolve("said");
        String own = program("gedit", "echo \"$@\" > " + said + ".new; mv " + said + ".new " + said);

        assertThat(new Editor(Map.of("EDITOR", own, "PATH", "/bin:/usr/bin")).open(FILE, 7))
                .isNull();
        while (!Files.exists(said)) {
            Thread.sleep(20);
        }
        assertThat(said).hasContent("+7 " + FILE);
    }
}
