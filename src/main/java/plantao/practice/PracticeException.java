package plantao.practice;

import org.jspecify.annotations.Nullable;

/// A practice stack that could not be built. Nothing of it is left running when this is thrown.
public final class PracticeException extends Exception {
    private final String what;
    private final String where;
    private final String todo;

    /// @param what what happened
    /// @param where the part, file or line it happened in
    /// @param todo what the operator can do about it
    public PracticeException(String what, String where, String todo, @Nullable Throwable cause) {
        super(what + " (" + where + "). " + todo, cause);
        this.what = what;
        this.where = where;
        this.todo = todo;
    }

    /// What happened.
    public String what() {
        return what;
    }

    /// The part, file or line it happened in.
    public String where() {
        return where;
    }

    /// What the operator can do about it.
    public String todo() {
        return todo;
    }
}
