package plantao.runbook.read;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import plantao.runbook.Bound;
import plantao.runbook.Comparison;
import plantao.runbook.text.Bounds;

/// Which columns of a table of figures hold what is normal, what warns and what alarms; -1 where there is none.
record BandColumns(int normal, int warning, int critical) {
    private static final int COLUMNS = 3;

    static BandColumns of(ColumnKinds c, int name) {
        int normal = c.of("normal", name);
        int alert = name > 0 && c.kinds().getFirst().contains("alertName") ? 0 : -1;
        int warning = c.of("warning", name, normal, alert);
        int critical = c.of("critical", name, normal, warning, alert);
        // "Minor | Major | Critical": the worst of them.
        int worst = critical < 0 ? -1 : c.of("critical", name, normal, warning, critical);
        BandColumns told = new BandColumns(normal, warning, Math.max(critical, worst));
        BandColumns completed = told.completed(c, name).completed(c, name);
        return completed.isSound(c, told) ? completed : told;
    }

    /// Whether at least two of the columns hold figures to compare with.
    boolean areTold(ColumnKinds c) {
        return IntStream.of(normal, warning, critical)
                        .filter(i -> i >= 0 && isBounds(c, i, false))
                        .count()
                > 1;
    }

    boolean isEmpty() {
        return normal < 0 && warning < 0 && critical < 0;
    }

    // "Healthy | Look at it | Wake someone": columns of bounds whose headers say nothing known are what is missing,
    // in
    // the order from good to bad.
    private BandColumns completed(ColumnKinds c, int name) {
        List<Integer> open = new ArrayList<>();
        for (int i = 0; i < c.kinds().size() && open.size() <= COLUMNS; i++) {
            boolean unknown = c.kinds().get(i).isEmpty() && isBounds(c, i, isEmpty());
            if (i != name && (unknown || isWorst(c, i))) {
                open.add(i);
            }
        }
        int known = (normal < 0 ? 0 : 1) + (warning < 0 ? 0 : 1) + (critical < 0 ? 0 : 1);
        if (open.isEmpty() || open.size() + known > COLUMNS || known == 0 && open.size() < 2) {
            return this;
        }
        if (known == 0) {
            return open.size() == COLUMNS
                    ? new BandColumns(open.get(0), open.get(1), open.get(2))
                    : areOpposed(c, open.get(0), open.get(1))
                            ? new BandColumns(open.get(0), open.get(1), -1)
                            : new BandColumns(-1, open.get(0), open.get(1));
        }
        int first = open.getFirst();
        int last = open.getLast();
        if (open.size() == 2) {
            return normal >= 0
                    ? new BandColumns(normal, first, last)
                    : warning >= 0 ? new BandColumns(first, warning, last) : new BandColumns(first, last, critical);
        }
        if (known == 2) {
            return new BandColumns(
                    normal < 0 ? first : normal, warning < 0 ? first : warning, critical < 0 ? first : critical);
        }
        if (normal >= 0) {
            return new BandColumns(normal, first, -1);
        }
        return warning >= 0
                ? first > warning && !areOpposed(c, first, warning)
                        ? new BandColumns(-1, warning, first)
                        : new BandColumns(first, warning, -1)
                : areOpposed(c, first, critical)
                        ? new BandColumns(first, -1, critical)
                        : new BandColumns(-1, first, critical);
    }

    // "Normal | Watch | Incident": behind what is normal, the next columns of comparisons are what warns and what
    // alarms, whatever else their headers may mean.
    private boolean isWorst(ColumnKinds c, int column) {
        if (normal < 0 || critical >= 0 || column >= c.kinds().size()) {
            return false;
        }
        boolean last = warning > normal && column == warning + 1;
        boolean both = warning < 0
                && (column == normal + 1 || column == normal + COLUMNS - 1)
                && normal + COLUMNS - 1 < c.kinds().size()
                && isBounds(c, normal + 1, false)
                && isBounds(c, normal + COLUMNS - 1, true);
        return last && isBounds(c, column, true) || both;
    }

    // What is good in one column is not bad in the next but one: "Minimum > 80%" beside "Critical < 70%" warns of
    // nothing. What the headers say by themselves stands.
    private boolean isSound(ColumnKinds c, BandColumns told) {
        return !((warning != told.warning || critical != told.critical)
                        && warning >= 0
                        && critical >= 0
                        && isTold(c, warning)
                        && isTold(c, critical)
                        && areOpposed(c, warning, critical))
                && !((normal != told.normal || warning != told.warning)
                        && normal >= 0
                        && warning >= 0
                        && areAlike(c, normal, warning)
                        && !areOpposed(c, normal, warning));
    }

    private static boolean isTold(ColumnKinds c, int column) {
        return c.table().rows().stream().anyMatch(r -> Bounds.compared(ColumnKinds.cell(r, column)) != null);
    }

    // At least half of the cells that say something are a comparison, or at least a range of figures.
    private static boolean isBounds(ColumnKinds c, int column, boolean alone) {
        List<String> told = c.table().rows().stream()
                .filter(r -> ColumnKinds.text(r, column) != null)
                .map(r -> ColumnKinds.cell(r, column))
                .toList();
        long bounds = told.stream()
                .filter(cell -> alone ? Bounds.compared(cell) != null : Bounds.isBand(cell))
                .count();
        return bounds > 0 && bounds * 2 >= told.size();
    }

    // Whether what is small is good in the one and bad in the other.
    private static boolean areOpposed(ColumnKinds c, int one, int other) {
        return c.table().rows().stream()
                .anyMatch(r -> down(ColumnKinds.cell(r, one)) * down(ColumnKinds.cell(r, other)) < 0);
    }

    // Whether what is small is good in both, or bad in both.
    private static boolean areAlike(ColumnKinds c, int one, int other) {
        return c.table().rows().stream()
                .anyMatch(r -> down(ColumnKinds.cell(r, one)) * down(ColumnKinds.cell(r, other)) > 0);
    }

    // 1 below a figure, -1 above it, 0 where it is not said.
    private static int down(String cell) {
        Bound b = Bounds.compared(cell);
        return b == null ? 0 : b.op() == Comparison.BELOW || b.op() == Comparison.AT_MOST ? 1 : -1;
    }
}
