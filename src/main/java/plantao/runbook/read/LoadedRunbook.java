package plantao.runbook.read;

import java.nio.file.Path;
import plantao.runbook.Runbook;

/// One system that was asked for: its runbook, or why there is none.
public sealed interface LoadedRunbook {
    /// The file or folder.
    Path path();

    /// It was read; what is wrong inside is among the runbook's problems.
    record Read(Path path, Runbook runbook) implements LoadedRunbook {}

    /// It could not be read.
    ///
    /// @param reason what happened and what to do, in English
    record Failed(Path path, String reason) implements LoadedRunbook {}
}
