package plantao.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
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
    static Row after(Head last, Entry entry, DetailCodec codec) {
        String operator = WellFormed.text(entry.operator());
        String device = WellFormed.text(entry.device());
        String system = WellFormed.text(entry.system());
        String subject = WellFormed.text(entry.subject());
        String kind = WellFormed.text(entry.detail().kind());
        String detail = codec.write(entry.detail());
        String detailHash = Chain.sha256(detail);
        String hash = Chain.next(
                last.hash(), entry.id(), entry.at(), operator, device, system, subject, kind, detailHash);
        return new Row(
                entry.id(), entry.at(), operator, device, system, subject, kind, detail, detailHash, last.number() + 1,
                last.hash(), hash, null);
    }

    /// What a result set's current row holds.
    static Row of(ResultSet set) throws SQLException {
        return new Row(
                set.getObject("id", UUID.class),
                set.getObject("at", OffsetDateTime.class).toInstant(),
                set.getString("operator"),
                set.getString("device"),
                set.getString("system"),
                set.getString("subject"),
                set.getString("kind"),
                set.getString("detail"),
                set.getString("detail_hash"),
                set.getLong("number"),
                set.getString("chain_prev"),
                set.getString("chain_hash"),
                set.getObject("redacted_by", UUID.class));
    }

    /// The entry it holds; a blanked one has the redaction's own detail.
    Entry entry(DetailCodec codec) {
        Detail read = codec.read(redactedBy == null ? kind : Detail.Redacted.class.getSimpleName(), detail);
        return new Entry(id, at, operator, device, system, subject, read);
    }

    /// What its chain's hash has to be.
    String expectedHash() {
        return Chain.next(chainPrev, id, at, operator, device, system, subject, kind, detailHash);
    }
}
