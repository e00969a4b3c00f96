package plantao.store;

import org.jspecify.annotations.Nullable;

/// Something could not be kept or read. The message is for the operator: what happened, where, what to do.
public final class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// @param what what happened, without a full stop
    /// @param where the file or database
    /// @param remedy what to do next, a sentence
    public StoreException(String what, String where, String remedy, @Nullable Throwable cause) {
        super(what + " (" + where + "). " + remedy, cause);
    }

    /// The message, which is always there.
    public String text() {
        return String.valueOf(getMessage());
    }
}
