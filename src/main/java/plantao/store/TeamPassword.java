package plantao.store;

import org.jspecify.annotations.Nullable;

/// What was found to open a team's server with. Never printed.
///
/// @param password null where none was found
/// @param fault why the place where it should be gave none, or null where nothing speaks against going without
/// @param words more of that for the operator, never what a command printed; may be empty
public record TeamPassword(
        @Nullable String password, @Nullable TeamFault fault, String words) {
    /// There is none to be had, and nobody said that there should be.
    public static final TeamPassword NONE = new TeamPassword(null, null, "");

    public static TeamPassword of(String password) {
        return new TeamPassword(password, null, "");
    }

    public static TeamPassword missing(TeamFault fault, String words) {
        return new TeamPassword(null, fault, words);
    }

    @Override
    public String toString() {
        return "TeamPassword[" + (password == null ? "none" : "found") + (fault == null ? "" : ", " + fault) + "]";
    }
}
