package plantao.store;

import java.util.List;

/// Whether entries of another device are what that device wrote. Pure.
final class ForeignChainCheck {
    private ForeignChainCheck() {}

    /// Whether the rows follow `from` one by one, each as it was written, and end where the chain is known to.
    ///
    /// @param rows of one device, by number
    /// @param to where they have to end
    static boolean sound(ChainHead from, List<Row> rows, ChainHead to) {
        ChainHead last = from;
        for (Row row : rows) {
            if (!follows(last, row)
                    || row.redactedBy() == null && !Chain.sha256(row.detail()).equals(row.detailHash())) {
                return false;
            }
            last = ChainHead.of(row);
        }
        return last.equals(to);
    }

    /// Whether a row comes next in its chain and its hash covers what it says; its detail is not looked at.
    static boolean follows(ChainHead last, Row row) {
        return row.device().equals(last.device())
                && row.number() == last.number() + 1
                && row.chainPrev().equals(last.hash())
                && row.chainHash().equals(row.expectedHash());
    }
}
