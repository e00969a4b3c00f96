package plantao.probe;

import java.util.List;
import java.util.function.Predicate;

/// A bad spell among readings, and when it is over: a figure over a long window would else go on to tell of trouble
/// long after it was mended. It is over when so many readings in a row were good that, had it gone on, one of them
/// would have been bad with a probability of 95 % (the rule of three: no case among n bounds the share by 3 / n).
/// What was wholly down is over after a few readings; failures now and then are not over because of a short rest.
final class BadSpell {
    private static final double RULE_OF_THREE = 3;

    /// So many at least, however bad it was.
    private static final int FEWEST = 6;

    /// And so many of each probe.
    private static final int EACH = 2;

    private BadSpell() {}

    /// The readings that still say something about now.
    ///
    /// @param all oldest first
    /// @param probes how many probes the readings are of
    /// @return those behind the bad spell when it is over, else all
    static <T> List<T> since(List<T> all, Predicate<T> bad, int probes) {
        int first = -1;
        int last = -1;
        int found = 0;
        for (int i = 0; i < all.size(); i++) {
            if (bad.test(all.get(i))) {
                first = first < 0 ? i : first;
                last = i;
                found++;
            }
        }
        if (found == 0) {
            return all;
        }
        double share = (double) found / (last - first + 1);
        double enough = Math.max(Math.max(FEWEST, EACH * probes), RULE_OF_THREE / share);
        return all.size() - 1 - last >= enough ? all.subList(last + 1, all.size()) : all;
    }
}
