package plantao.store;

import java.sql.ResultSet;
import java.sql.SQLException;

/// The end of a device's chain.
///
/// @param number how many entries it has
record ChainHead(String device, long number, String hash) {
    static ChainHead none(String device) {
        return new ChainHead(device, 0, Chain.START);
    }

    static ChainHead of(Row row) {
        return new ChainHead(row.device(), row.number(), row.chainHash());
    }

    static ChainHead of(ResultSet set) throws SQLException {
        return new ChainHead(set.getString("device"), set.getLong("number"), set.getString("hash"));
    }
}
