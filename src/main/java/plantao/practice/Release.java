package plantao.practice;

import java.time.Instant;
import plantao.practice.blueprint.Behaviour;

/// One deploy of a process.
///
/// @param id as commands name it
/// @param behaviour what is wrong with this version
public record Release(String id, String commit, String title, Instant at, Status status, Behaviour behaviour) {
    /// How a deploy stands.
    public enum Status {
        LIVE,
        SUPERSEDED,
        FAILED,
        ROLLED_BACK
    }

    Release as(Status status) {
        return new Release(id, commit, title, at, status, behaviour);
    }
}
