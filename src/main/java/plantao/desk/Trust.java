package plantao.desk;

import java.util.List;

/// Whether a runbook's commands and probes may be used.
///
/// @param waiting what is not yet approved: new or changed commands and probes; empty when all are
public record Trust(List<Item> waiting) {
    /// One thing that would run or be probed.
    ///
    /// @param kind `command` or `probe`
    /// @param hash SHA-256 of kind and text, in hex: what the approval is kept by
    public record Item(String kind, String text, int line, String hash) {}

    public static final Trust FULL = new Trust(List.of());

    public Trust {
        waiting = List.copyOf(waiting);
    }

    public boolean full() {
        return waiting.isEmpty();
    }
}
