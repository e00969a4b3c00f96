package plantao.ui.board;

import java.util.ArrayList;
import java.util.List;

/// Puts groups of tiles beside and below each other so that all of them take the least height.
final class TileBands {
    private TileBands() {}

    /// The height of a group's name, as a share of a tile's height.
    private static final double NAME = 0.25;

    /// Groups `from` (inclusive) to `to` (exclusive) stand beside each other.
    ///
    /// @param widths how many columns each of them takes
    record Band(int from, int to, List<Integer> widths) {}

    /// @param sizes how many tiles each group has, in order
    /// @param columns how many tiles fit beside each other, at least 1
    static List<Band> of(List<Integer> sizes, int columns) {
        int n = sizes.size();
        double[] least = new double[n + 1];
        int[] before = new int[n + 1];
        for (int to = 1; to <= n; to++) {
            least[to] = Double.MAX_VALUE;
            for (int from = to - 1; from >= 0 && to - from <= columns; from--) {
                double height = least[from] + NAME + rows(sizes.subList(from, to), columns);
                if (height <= least[to]) {
                    least[to] = height;
                    before[to] = from;
                }
            }
        }
        List<Band> bands = new ArrayList<>();
        for (int to = n; to > 0; to = before[to]) {
            List<Integer> group = sizes.subList(before[to], to);
            int rows = rows(group, columns);
            bands.addFirst(new Band(
                    before[to], to, group.stream().map(s -> columnsFor(s, rows)).toList()));
        }
        return bands;
    }

    /// The fewest rows in which these groups fit beside each other.
    private static int rows(List<Integer> sizes, int columns) {
        int rows = 1;
        while (wanted(sizes, rows) > columns) {
            rows++;
        }
        return rows;
    }

    private static int wanted(List<Integer> sizes, int rows) {
        return sizes.stream().mapToInt(s -> columnsFor(s, rows)).sum();
    }

    private static int columnsFor(int size, int rows) {
        return Math.max(1, (size + rows - 1) / rows);
    }
}
