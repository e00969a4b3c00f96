package plantao.runbook;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What `console.yaml` adds about watching: planned work, what a network's loss looks like, where changes are read.
///
/// @param windows when the system, or a part of it, may be down on purpose
/// @param networks the parts of the network that can be lost each on its own; the one without a name is all the
/// rest
/// @param changes a command whose output says what was changed lately, or null
/// @param links other alerting programs
/// @param implied whether a service and a limit without an alert rule of their own are alerted of too
public record WatchSettings(
        List<Window> windows,
        List<Network> networks,
        @Nullable Changes changes,
        LinkSettings links,
        boolean implied) {

    public static final WatchSettings NONE = new WatchSettings(List.of(), List.of(), null, LinkSettings.NONE, true);

    public WatchSettings {
        windows = List.copyOf(windows);
        networks = List.copyOf(networks);
    }

    /// Planned work.
    ///
    /// @param when a schedule in a runbook's words, or null for a window that comes once, `from` … `until`
    /// @param services the services it covers; empty for all
    public record Window(
            String title,
            @Nullable String when,
            @Nullable Instant from,
            @Nullable Instant until,
            List<String> services,
            Origin origin) {
        public Window {
            services = List.copyOf(services);
        }
    }

    /// A part of the network.
    ///
    /// @param witnesses the subjects of the probes that prove it to be there ([ProbeSpec.Subject#WITNESS])
    /// @param subjects the services and metrics that are reached through it; empty for all that no other has
    public record Network(String name, List<String> witnesses, List<String> subjects) {
        public Network {
            witnesses = List.copyOf(witnesses);
            subjects = List.copyOf(subjects);
        }
    }

    /// Where changes are read.
    ///
    /// @param command prints a line for each: a time, a blank, what was changed
    public record Changes(String command, Origin origin) {}
}
