package plantao.runbook;

import java.util.List;

/// One logical command: continuation lines, open quotes and heredocs belong to it, joined with newlines.
///
/// @param language of the fence or of its content: `bash`, `sql`, `python`, …
/// @param interactive waits for input or never ends
/// @param inputs what is typed into the session it opens, line by line; never shell commands
/// @param placeholders the placeholders in it as written (`{deploy_id}`), variables not among them
public record Command(
        String text,
        String language,
        Runner runner,
        Risk risk,
        boolean interactive,
        List<String> inputs,
        List<String> placeholders,
        Origin origin) {}
