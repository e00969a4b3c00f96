package plantao.desk;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import plantao.runbook.Runbook;

/// What stood in a runbook where something waits for approval now.
final class ApprovalDiff {
    /// Above this many items on a side nothing is compared: what waits is then shown as new.
    private static final int MOST = 3000;

    private ApprovalDiff() {}

    /// The same trust, each waiting item with the text it took the place of, if there was one: between two items
    /// that are in both versions, the commands that went away are set against those that came, in order, and probes
    /// and settings against those of the same name, wherever they stood.
    static Trust since(Runbook before, Trust trust, Runbook after) {
        if (trust.full()) {
            return trust;
        }
        List<Trust.Item> old = Approvals.items(before);
        List<Trust.Item> now = Approvals.items(after);
        if (old.size() > MOST || now.size() > MOST) {
            return trust;
        }
        Map<String, String> replaced = new HashMap<>();
        int i = 0;
        int j = 0;
        for (int[] same : common(old, now)) {
            pair(old.subList(i, same[0]), now.subList(j, same[1]), replaced);
            i = same[0] + 1;
            j = same[1] + 1;
        }
        pair(old.subList(i, old.size()), now.subList(j, now.size()), replaced);
        return trust.withWaiting(trust.waiting().stream()
                .map(w -> new Trust.Item(w.kind(), w.text(), w.line(), w.hash(), replaced.get(w.hash())))
                .toList());
    }

    private static void pair(List<Trust.Item> gone, List<Trust.Item> come, Map<String, String> replaced) {
        Set<String> still = new HashSet<>();
        come.forEach(c -> still.add(c.hash()));
        Map<String, Deque<Trust.Item>> byKind = new HashMap<>();
        gone.stream()
                .filter(g -> !still.contains(g.hash()))
                .forEach(g -> byKind.computeIfAbsent(g.kind(), _ -> new ArrayDeque<>())
                        .add(g));
        for (Trust.Item item : come) {
            Deque<Trust.Item> of = byKind.getOrDefault(item.kind(), new ArrayDeque<>());
            Trust.Item earlier = item.kind().equals("command") ? of.peek() : named(item, of);
            if (earlier != null) {
                of.remove(earlier);
                replaced.put(item.hash(), earlier.text());
            }
        }
    }

    /// A probe or a setting takes the place of the one of the same name only, wherever that one stood.
    private static Trust.@Nullable Item named(Trust.Item item, Deque<Trust.Item> gone) {
        return gone.stream().filter(g -> name(g).equals(name(item))).findFirst().orElse(null);
    }

    private static String name(Trust.Item item) {
        return item.text().replaceFirst("(?s): .*", "");
    }

    /// The longest common subsequence, as pairs of indices (Wagner and Fischer's table).
    private static List<int[]> common(List<Trust.Item> a, List<Trust.Item> b) {
        int[][] longest = new int[a.size() + 1][b.size() + 1];
        for (int i = a.size() - 1; i >= 0; i--) {
            for (int j = b.size() - 1; j >= 0; j--) {
                longest[i][j] = a.get(i).hash().equals(b.get(j).hash())
                        ? longest[i + 1][j + 1] + 1
                        : Math.max(longest[i + 1][j], longest[i][j + 1]);
            }
        }
        List<int[]> pairs = new ArrayList<>();
        for (int i = 0, j = 0; i < a.size() && j < b.size(); ) {
            if (a.get(i).hash().equals(b.get(j).hash())) {
                pairs.add(new int[] {i++, j++});
            } else if (longest[i + 1][j] >= longest[i][j + 1]) {
                i++;
            } else {
                j++;
            }
        }
        return pairs;
    }
}
