package plantao.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.h2.api.ErrorCode;
import org.jspecify.annotations.Nullable;
import plantao.journal.Detail;
import plantao.journal.Entry;

/// An entry as a table's row.
///
/// @param number its place in its device's chain, from 1
/// @param redactedBy the entry that blanked the detail, or null
record Row(
        UUID id,
        Instant at,
        String operator,
        String device,
        String system,
        String subject,
        String kind,
        String detail,
        String detailHash,
        long number,
        String chainPrev,
        String chainHash,
        @Nullable UUID redactedBy) {

    /// The row of an entry that follows `last` in its device's chain.
    ///
    /// @param detail as the codec writes it
    static Row after(ChainHead last, Entry entry, String detail) {
        String operator = WellFormedText.text(entry.operator());
        String device = WellFormedText.text(entry.device());
        String system = WellFormedText.text(entry.system());
        String subject = WellFormedText.text(entry.subject());
        String kind = WellFormedText.text(entry.detail().kind());
        String detailHash = Chain.sha256(detail);
        String hash =
                Chain.next(last.hash(), entry.id(), entry.at(), operator, device, system, subject, kind, detailHash);
        return new Row(
                entry.id(),
                entry.at(),
                operator,
                device,
                system,
                subject,
                kind,
                detail,
                detailHash,
                last.number() + 1,
                last.hash(),
                hash,
                null);
    }

    /// The entry in a result set's current row; a blanked one has the redaction's own detail.
    static Entry entry(ResultSet set, DetailCodec codec) throws SQLException {
        boolean blanked = set.getObject("redacted_by", UUID.class) != null;
        return new Entry(
                there(set.getObject("id", UUID.class)),
                there(set.getObject("at", OffsetDateTime.class)).toInstant(),
                text(set, "operator"),
                text(set, "device"),
                text(set, "system"),
                text(set, "subject"),
                codec.read(blanked ? Detail.Redacted.class.getSimpleName() : text(set, "kind"), text(set, "detail")));
    }

    /// The entry it holds; a blanked one has the redaction's own detail.
    Entry entry(DetailCodec codec) {
        String shown = redactedBy == null ? kind : Detail.Redacted.class.getSimpleName();
        return new Entry(id, at, operator, device, system, subject, codec.read(shown, detail));
    }

    /// What a result set's current row holds.
    static Row of(ResultSet set) throws SQLException {
        return new Row(
                there(set.getObject("id", UUID.class)),
                there(set.getObject("at", OffsetDateTime.class)).toInstant(),
                text(set, "operator"),
                text(set, "device"),
                text(set, "system"),
                text(set, "subject"),
                text(set, "kind"),
                text(set, "detail"),
                text(set, "detail_hash"),
                set.getLong("number"),
                text(set, "chain_prev"),
                text(set, "chain_hash"),
                set.getObject("redacted_by", UUID.class));
    }

    private static String text(ResultSet set, String column) throws SQLException {
        return there(set.getString(column));
    }

    /// No column but one may be empty; in a file with a destroyed block they are all the same.
    private static <T> T there(@Nullable T value) throws SQLException {
        if (value == null) {
            throw new SQLException("a row without a value", "HY000", ErrorCode.FILE_CORRUPTED_1);
        }
        return value;
    }

    /// What its chain's hash has to be.
    String expectedHash() {
        return Chain.next(chainPrev, id, at, operator, device, system, subject, kind, detailHash);
    }
}
