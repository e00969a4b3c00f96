package plantao.values;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where a command runs.
///
/// @param label what the operator reads beside Run ("local shell")
/// @param folder the working folder on this computer
/// @param inherits whether the console's own environment is passed on
/// @param environment variables set on top (PATH and HOME of a closed place among them)
/// @param fence what is refused before anything runs, or null for none
/// @param reach how the place is reached
public record Place(
        String label,
        Path folder,
        boolean inherits,
        Map<String, String> environment,
        @Nullable Fence fence,
        Reach reach) {

    /// A place on this computer that somebody has named.
    public Place(String label, Path folder, boolean inherits, Map<String, String> environment, @Nullable Fence fence) {
        this(label, folder, inherits, environment, fence, new Reach.Here(true));
    }

    /// How a place is reached.
    public sealed interface Reach {
        /// The working folder there; empty for the one that a login begins in.
        default String folder() {
            return "";
        }

        /// This computer.
        ///
        /// @param declared whether somebody has said so
        record Here(boolean declared) implements Reach {}

        /// Through the system's ssh.
        ///
        /// @param alias a host as its configuration knows it
        record Ssh(String alias, String folder) implements Reach {}

        /// In a container of this computer's Docker or Podman.
        record Container(String name, String folder) implements Reach {}
    }

    /// Whether commands run on this computer.
    public boolean here() {
        return reach instanceof Reach.Here;
    }
}
