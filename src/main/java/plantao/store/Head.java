package plantao.store;

import java.sql.ResultSet;
import java.sql.SQLException;

/// The end of a device's chain.
///
/// @param number how many entries it has
record Head(String device, long number, String hash) {
    static Head none(String device) {
        return new Head(device, 0, Chain.START);
    }

    static Head of(Row row) {
        return new Head(row.device(), row.number(), row.chainHash());
    }

    static Head of(ResultSet set) throws SQLException {
        return new Head(set.getString("device"), set.getLong("number"), set.getString("hash"));
    }
}
