package plantao.probe;

import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.ProtocolException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;

/// Failures of sockets in an operator's words.
final class SocketReasons {
    private static final Pattern CLASS_NAME =
            Pattern.compile("(?:[a-z][\\w$]*\\.)*[A-Z][\\w$]*(?:Exception|Error)\\b:?\\s*");
    private static final String UNKNOWN_HOST = "unknown host ";
    private static final String NO_ROUTE = "no route to ";
    private static final String UNREACHABLE = "network unreachable";
    private static final String LOOK_UP = "name look-up of ";
    private static final String NO_CONNECTION = "no connection";
    private static final String IMPROPER = "not a proper answer: ";
    private static final String UNTRUSTED = "certificate not trusted: ";

    private SocketReasons() {}

    /// Why an attempt failed, as a short phrase.
    static String of(Throwable failure, String host, Phases phases, Attempt attempt) {
        if (find(failure, InterruptedIOException.class) != null
                || attempt.left().isZero()) {
            return late(host, phases.now(), attempt);
        }
        if (find(failure, NameLookup.ServerFailed.class) != null) {
            return LOOK_UP + host + " failed: the name server answers with an error, or not at all";
        }
        if (find(failure, UnknownHostException.class) != null) {
            return UNKNOWN_HOST + host;
        }
        if (find(failure, SSLException.class) != null || find(failure, CertificateException.class) != null) {
            return tls(failure, host);
        }
        if (find(failure, NoRouteToHostException.class) != null) {
            return NO_ROUTE + host;
        }
        String all = messages(failure).toLowerCase(Locale.ROOT);
        if (all.contains("refused")) {
            return "connection refused";
        }
        if (all.contains("unreachable")) {
            return UNREACHABLE;
        }
        if (all.contains("reset") || all.contains("broken pipe") || all.contains("connection abort")) {
            return "connection reset";
        }
        if (all.contains("not found: limit=") && !all.contains("limit=0 ")) {
            return IMPROPER + "headers that are cut off or do not end";
        }
        if (find(failure, EOFException.class) != null || all.contains("unexpected end of stream")) {
            return phases.now() == Phases.Stage.BODY ? "answer cut off" : "closed without an answer";
        }
        if (find(failure, ConnectException.class) != null) {
            return "cannot connect: " + words(failure);
        }
        if (find(failure, ProtocolException.class) != null) {
            return improper(all, failure);
        }
        return failure instanceof IOException ? words(failure) : "failed: " + words(root(failure));
    }

    private static String improper(String all, Throwable failure) {
        if (all.contains("status line")) {
            return IMPROPER + "it does not speak HTTP";
        }
        boolean chunk = all.contains("chunk") || all.contains("[0-9a-fa-f]");
        return IMPROPER + (chunk ? "broken chunks" : words(failure));
    }

    /// Whether a reason, as [#of] tells it, is that nothing was reached: no name, no way, no connection.
    static boolean unreached(String reason) {
        return reason.startsWith(UNKNOWN_HOST)
                || reason.startsWith(NO_ROUTE)
                || reason.equals(UNREACHABLE)
                || reason.startsWith(LOOK_UP)
                || reason.startsWith(NO_CONNECTION);
    }

    private static Throwable root(Throwable failure) {
        Throwable root = failure;
        for (int depth = 0; depth < 10 && root.getCause() != null; depth++) {
            root = root.getCause();
        }
        return root;
    }

    private static String late(String host, Phases.Stage stage, Attempt attempt) {
        String limit = " in " + Phases.limit(attempt.probe().timeout());
        return switch (stage) {
            case LOOK_UP -> LOOK_UP + host + " got no answer" + limit;
            case CONNECT -> NO_CONNECTION + limit;
            case TLS -> "no TLS handshake" + limit;
            case LOGIN, ANSWER -> "no answer" + limit;
            case BODY -> "answer not finished" + limit;
        };
    }

    /// What else a failure tells, for the evidence: of a refused certificate whose it is. Empty for the rest.
    static String detail(Throwable failure) {
        ExplainingTrust.Refused refused = find(failure, ExplainingTrust.Refused.class);
        SSLPeerUnverifiedException other = find(failure, SSLPeerUnverifiedException.class);
        String text = refused != null ? refused.getMessage() : other != null ? other.getMessage() : null;
        return text == null ? "" : Evidence.harmless(text.substring(0, Math.min(text.length(), 1000)));
    }

    private static String tls(Throwable failure, String host) {
        CertificateExpiredException expired = find(failure, CertificateExpiredException.class);
        if (expired != null) {
            return UNTRUSTED + "expired (" + words(expired) + ")";
        }
        if (find(failure, CertificateNotYetValidException.class) != null) {
            return UNTRUSTED + "not valid yet";
        }
        String all = messages(failure);
        if (find(failure, SSLPeerUnverifiedException.class) != null || all.contains("subject alternative")) {
            return UNTRUSTED + "not issued for " + host;
        }
        if (all.contains("unable to find valid certification path")) {
            return UNTRUSTED + "unknown issuer";
        }
        if (find(failure, CertificateException.class) != null) {
            return UNTRUSTED + words(root(failure));
        }
        if (all.contains("terminated the handshake") || all.contains("closed connection during handshake")) {
            return "closed during the TLS handshake";
        }
        if (all.contains("protocol_version")
                || all.contains("handshake_failure")
                || all.contains("No appropriate protocol")) {
            return "no common TLS version or cipher: the server may only know old ones";
        }
        return all.contains("Unsupported or unrecognized SSL message") || all.contains("plaintext connection")
                ? "no TLS on this port"
                : "TLS failed: " + words(failure);
    }

    /// A failure's own message without names of classes, one line, at most 200 characters.
    static String words(Throwable failure) {
        String message = failure.getMessage();
        String text = CLASS_NAME.matcher(message == null ? "" : message).replaceAll("");
        text = Evidence.oneLine(text.replace("Exception", "error"), 200);
        return text.isEmpty() ? "unexpected failure" : text;
    }

    private static String messages(Throwable failure) {
        StringBuilder all = new StringBuilder();
        int depth = 0;
        for (Throwable at = failure; at != null && depth < 10; at = at.getCause(), depth++) {
            all.append(at.getMessage()).append('\n');
        }
        return all.toString();
    }

    private static <T extends Throwable> @Nullable T find(Throwable failure, Class<T> type) {
        int depth = 0;
        for (Throwable at = failure; at != null && depth < 10; at = at.getCause(), depth++) {
            if (type.isInstance(at)) {
                return type.cast(at);
            }
        }
        return null;
    }
}
