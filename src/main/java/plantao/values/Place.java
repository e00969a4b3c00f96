package plantao.values;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where a command runs.
///
/// @param label what the operator reads beside Run ("local shell")
/// @param folder the working folder
/// @param inherits whether the console's own environment is passed on
/// @param environment variables set on top (PATH and HOME of a closed place among them)
/// @param fence what is refused before anything runs, or null for none
public record Place(
        String label,
        Path folder,
        boolean inherits,
        Map<String, String> environment,
        @Nullable Fence fence) {}
