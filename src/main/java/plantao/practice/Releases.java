package plantao.practice;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The deploys of a process, oldest first; exactly one is live (or failed while going live) and it is the last.
///
/// @param all at least one
public record Releases(List<Release> all) {
    public Releases {
        all = List.copyOf(all);
    }

    /// The one that runs, or should.
    public Release current() {
        return all.getLast();
    }

    /// A version goes out; the one before is history.
    Releases deployed(Release next) {
        var later = new ArrayList<>(all);
        Release left = later.removeLast();
        later.add(left.status() == Release.Status.LIVE ? left.as(Release.Status.SUPERSEDED) : left);
        later.add(next);
        return new Releases(later);
    }

    /// The last one turned out to be so.
    Releases marked(Release.Status status) {
        var later = new ArrayList<>(all);
        later.add(later.removeLast().as(status));
        return new Releases(later);
    }

    /// The version to go back to: the newest other one that neither failed nor was rolled back.
    Optional<Release> before() {
        return all.reversed().stream()
                .filter(r -> r.status() == Release.Status.SUPERSEDED
                        && !r.commit().equals(current().commit()))
                .findFirst();
    }

    /// Goes back to an earlier version: a deploy of its own, as hosts count it.
    Releases back(Release to, String id, Instant now) {
        return marked(Release.Status.ROLLED_BACK).deployed(again(to, "Rollback: ", id, now));
    }

    /// Deploys a version again.
    Releases again(Release version, String id, Instant now) {
        return deployed(again(version, "Redeploy: ", id, now));
    }

    private static Release again(Release version, String word, String id, Instant now) {
        String title = version.title().replaceFirst("^(Rollback|Redeploy): ", "");
        return new Release(id, version.commit(), word + title, now, Release.Status.LIVE, version.behaviour());
    }

    /// The deploy that this text names: its id, its commit, or an address that holds one of them.
    Optional<Release> named(String text) {
        return all.reversed().stream()
                .filter(r -> text.equals(r.id()) || text.equals(r.commit()))
                .findFirst()
                .or(() -> all.reversed().stream()
                        .filter(r -> text.contains(r.id()) || text.contains(r.commit()))
                        .findFirst());
    }
}
