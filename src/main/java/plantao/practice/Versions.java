package plantao.practice;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What `git` and `docker` know of the processes' versions: where the working copy stands and what each tag of an
/// image names. Unless a command said otherwise the working copy and the tag `latest` are the version that was
/// deployed last, and `previous` the one before.
final class Versions {
    private static final Pattern BACK = Pattern.compile("(?:HEAD|main|master)?(?:~(\\d*)|(\\^+))");

    private final Map<String, Release> checkedOut = new HashMap<>();
    private final Map<String, Release> tags = new HashMap<>();

    /// Forgets what commands said.
    synchronized void clear() {
        checkedOut.clear();
        tags.clear();
    }

    /// The version that the working copy holds of this process.
    synchronized Release source(ManagedProcess unit) {
        return checkedOut.getOrDefault(unit.name(), unit.releases().current());
    }

    /// The versions there have been, oldest first, each once.
    static List<Release> history(ManagedProcess unit) {
        List<Release> each = new ArrayList<>();
        for (Release release : unit.releases().all()) {
            if (each.stream().noneMatch(r -> r.commit().equals(release.commit()))) {
                each.add(release);
            }
        }
        return each;
    }

    /// Takes the newest version into the working copy.
    synchronized Release pull(ManagedProcess unit) {
        Release newest = history(unit).getLast();
        checkedOut.put(unit.name(), newest);
        return newest;
    }

    /// Takes another version into the working copy.
    ///
    /// @param text `HEAD~1`, `main`, or a commit
    /// @return empty when there is no such version
    synchronized Optional<Release> checkOut(ManagedProcess unit, String text) {
        List<Release> all = history(unit);
        Matcher back = BACK.matcher(text);
        Optional<Release> found;
        if (text.matches("main|master")) {
            found = Optional.of(all.getLast());
        } else if (back.matches()) {
            String number = back.group(1);
            int steps = back.group(2) != null
                    ? back.group(2).length()
                    : number == null || number.isEmpty() ? 1 : Integer.parseInt(number);
            String here = source(unit).commit();
            int at = all.stream().map(Release::commit).toList().indexOf(here) - steps;
            found = at < 0 ? Optional.empty() : Optional.of(all.get(at));
        } else {
            found = all.stream().filter(r -> r.commit().startsWith(text)).findFirst();
        }
        found.ifPresent(r -> checkedOut.put(unit.name(), r));
        return found;
    }

    /// Makes an image of the working copy.
    synchronized Release build(ManagedProcess unit, String tag) {
        Release source = source(unit);
        tags.put(unit.name() + ":" + tag, source);
        return source;
    }

    /// The version behind a tag.
    synchronized Optional<Release> tagged(ManagedProcess unit, String tag) {
        Release said = tags.get(unit.name() + ":" + tag);
        return said != null
                ? Optional.of(said)
                : switch (tag) {
                    case "latest" -> Optional.of(unit.releases().current());
                    case "previous" -> unit.releases().before();
                    default -> Optional.empty();
                };
    }

    /// Names the version behind one tag by another too.
    ///
    /// @return whether there was one
    synchronized boolean tag(ManagedProcess unit, String from, String to) {
        Optional<Release> release = tagged(unit, from);
        release.ifPresent(r -> tags.put(unit.name() + ":" + to, r));
        return release.isPresent();
    }
}
