package plantao.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.UUID;

/// The hashes that tie a device's entries together (`src/decisions/0004-log-chain.md`).
final class Chain {
    /// What the first entry of a device names as the hash before it.
    static final String START = "0".repeat(64);

    private Chain() {}

    /// The hash of an entry that follows the one with hash `previous`.
    ///
    /// @param detailHash SHA-256 of the detail's text, in hex
    static String next(
            String previous,
            UUID id,
            Instant at,
            String operator,
            String device,
            String system,
            String subject,
            String kind,
            String detailHash) {
        return sha256(previous + canonical(id, at, operator, device, system, subject, kind, detailHash));
    }

    /// Each field as a netstring, `length in bytes:text,`: two different entries never have the same form.
    private static String canonical(UUID id, Instant at, String... texts) {
        StringBuilder form = new StringBuilder(320);
        netstring(form, id.toString());
        netstring(form, micros(at));
        for (String text : texts) {
            netstring(form, text);
        }
        return form.toString();
    }

    private static void netstring(StringBuilder form, String text) {
        form.append(text.getBytes(StandardCharsets.UTF_8).length)
                .append(':')
                .append(text)
                .append(',');
    }

    /// The ISO form with always six digits of a second's parts: [Instant#toString] writes as many groups of three
    /// as it needs. A formatter of one's own takes several times as long.
    private static String micros(Instant at) {
        String text = at.truncatedTo(ChronoUnit.MICROS).toString();
        int dot = text.lastIndexOf('.');
        return switch (dot < 0 ? 0 : text.length() - dot - 2) {
            case 0 -> text.substring(0, text.length() - 1) + ".000000Z";
            case 3 -> text.substring(0, text.length() - 1) + "000Z";
            default -> text;
        };
    }

    /// SHA-256 of the text in UTF-8, as 64 small hex digits.
    static String sha256(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
