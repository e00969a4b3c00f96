package plantao.runbook.read;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/// Text as the reader wants it: line feeds only, no byte order mark; and its hash.
final class Texts {
    private Texts() {}

    /// Longer lines are data, not writing; what is beyond is not looked at, so that reading stays linear.
    static final int LONGEST_LINE = 4000;

    static String unified(String text) {
        String t = text.startsWith("\uFEFF") ? text.substring(1) : text;
        t = t.replace("\r\n", "\n").replace('\r', '\n').replace('\u0000', '\uFFFD');
        return t.length() <= LONGEST_LINE ? t : shortened(t);
    }

    private static String shortened(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int from = 0; from <= text.length(); ) {
            int end = text.indexOf('\n', from);
            int to = end < 0 ? text.length() : end;
            out.append(text, from, Math.min(to, from + LONGEST_LINE));
            if (end >= 0) {
                out.append('\n');
            }
            from = to + 1;
        }
        return out.toString();
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
