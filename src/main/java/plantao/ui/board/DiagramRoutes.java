package plantao.ui.board;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Where the lines between rows of boxes pass the rows that lie between: through the gaps, never behind a box.
/// Pure.
final class DiagramRoutes {
    /// How far a line stays from a box, and from another line in the same gap.
    private static final double CLEAR = 7;

    /// How far it stays from the outermost box of a row, and with it from the frame around the boxes.
    private static final double ROUND = 14;

    /// A box's place in its row.
    record Span(double left, double right) {}

    private final List<List<Span>> rows;
    private final double width;
    private final Map<Integer, List<Double>> taken = new HashMap<>();

    /// @param rows the boxes of each row
    /// @param width of the whole
    DiagramRoutes(List<List<Span>> rows, double width) {
        this.rows = rows.stream()
                .map(r -> r.stream()
                        .sorted(Comparator.comparingDouble(Span::left))
                        .toList())
                .toList();
        this.width = width;
    }

    /// Where a line crosses each row between its ends, in the order it meets them; what is given is taken for the
    /// lines after it.
    List<Double> between(int fromRow, double fromX, int toRow, double toX) {
        List<Double> crossings = new ArrayList<>();
        int step = Integer.signum(toRow - fromRow);
        double x = fromX;
        for (int row = fromRow + step; step != 0 && row != toRow; row += step) {
            int left = Math.abs(toRow - row) + 1;
            x = free(row, x + (toX - x) / left);
            taken.computeIfAbsent(row, _ -> new ArrayList<>()).add(x);
            crossings.add(x);
        }
        return crossings;
    }

    /// The free place in a row that is nearest to this one.
    private double free(int row, double wanted) {
        double best = wanted;
        double least = Double.MAX_VALUE;
        double from = 4;
        List<Span> boxes = rows.get(row);
        for (int i = 0; i <= boxes.size(); i++) {
            double to = i == boxes.size() ? width - 4 : boxes.get(i).left() - (i == 0 ? ROUND : CLEAR);
            if (to >= from) {
                double x = apart(row, Math.clamp(wanted, from, to), from, to);
                double crowd = taken.getOrDefault(row, List.of()).stream().anyMatch(t -> Math.abs(t - x) < 3) ? 40 : 0;
                double far = Math.abs(x - wanted) + crowd;
                if (far < least) {
                    least = far;
                    best = x;
                }
            }
            from = i == boxes.size() ? to : boxes.get(i).right() + (i == boxes.size() - 1 ? ROUND : CLEAR);
        }
        return best;
    }

    /// A little to the side of the lines that pass there already, as far as there is room.
    private double apart(int row, double wanted, double from, double to) {
        List<Double> others = taken.getOrDefault(row, List.of());
        for (double shift = 0; shift < to - from; shift += CLEAR) {
            for (double x : new double[] {wanted + shift, wanted - shift}) {
                if (x >= from && x <= to && others.stream().allMatch(t -> Math.abs(t - x) >= CLEAR)) {
                    return x;
                }
            }
        }
        return wanted;
    }
}
