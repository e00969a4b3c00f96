package plantao.desk;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/// A `mailto:` address with subject and body (RFC 6068).
final class MailLink {
    private static final String PLAIN = "-._~@";

    private MailLink() {}

    static String of(List<String> to, String subject, String body) {
        return "mailto:" + to.stream().map(MailLink::encoded).collect(Collectors.joining(",")) + "?subject="
                + encoded(subject.replaceAll("\\s+", " ").strip()) + "&body="
                + encoded(body.replaceAll("\\R", "\r\n"));
    }

    private static String encoded(String text) {
        StringBuilder out = new StringBuilder();
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            boolean plain = c < 0x80 && (Character.isLetterOrDigit(c) || PLAIN.indexOf(c) >= 0);
            out.append(plain ? String.valueOf(c) : String.format(java.util.Locale.ROOT, "%%%02X", (int) c));
        }
        return out.toString();
    }
}
