package plantao.playbook;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// A run's shell of its own for each test: the real bash on a real terminal.
abstract class OnAShell {
    @TempDir
    Path folder;

    ShellBench bench;

    @BeforeEach
    void open() {
        bench = new ShellBench(folder);
    }

    @AfterEach
    void close() {
        bench.close();
    }
}
