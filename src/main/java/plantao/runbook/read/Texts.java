package plantao.runbook.read;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/// Text as the reader wants it: line feeds only, no byte order mark; and its hash.
final class Texts {
    private Texts() {}

    static String unified(String text) {
        String t = text.startsWith("\uFEFF") ? text.substring(1) : text;
        t = t.indexOf('\r') < 0 ? t : t.replace("\r\n", "\n").replace('\r', '\n');
        return t.replace('\u0000', '\uFFFD');
    }

    /// SHA-256 over names and texts in the order of the names, in hex.
    static String hash(Map<String, String> files) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            files.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(e -> {
                if (files.size() > 1) {
                    digest.update(e.getKey().getBytes(StandardCharsets.UTF_8));
                    digest.update((byte) 0);
                }
                digest.update(e.getValue().getBytes(StandardCharsets.UTF_8));
            });
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
