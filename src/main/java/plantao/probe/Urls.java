package plantao.probe;

import java.util.regex.Pattern;
import okhttp3.HttpUrl;

/// How much of an address may be shown: never a login, never the values of a query.
final class Urls {
    private static final Pattern LOGIN = Pattern.compile("(?<=//)[^/?#]*@");
    private static final Pattern QUERY = Pattern.compile("[?#].*", Pattern.DOTALL);

    private Urls() {}

    /// The address without login, query and fragment.
    static String shown(String url) {
        String bare = LOGIN.matcher(url).replaceFirst("");
        return QUERY.matcher(bare).replaceFirst(url.indexOf('?') >= 0 ? "?…" : "");
    }

    /// The path alone, as an operator knows it (`/api/health`); `/` where there is none.
    static String path(String url) {
        String shown = shown(url);
        int start = shown.indexOf("://");
        int slash = start < 0 ? -1 : shown.indexOf('/', start + 3);
        return slash < 0 ? "/" : shown.substring(slash);
    }

    /// The host of an address without its port and login; the address itself where there is none to be seen. Of
    /// several hosts (`a:1,b:2`) the first.
    static String host(String url) {
        String rest = LOGIN.matcher(url).replaceFirst("").replaceFirst("^[^/]*//", "");
        String authority = rest.replaceFirst("[/?#,].*", "");
        return authority.startsWith("[") ? authority.replaceFirst("].*", "]") : authority.replaceFirst(":\\d*$", "");
    }

    /// Whether a host is this computer (RFC 1122, 3.2.1.3; RFC 6761, 6.3); an empty one is too.
    static boolean loopback(String host) {
        String bare = host.replaceAll("[\\[\\]]", "").toLowerCase(java.util.Locale.ROOT);
        return bare.isEmpty()
                || bare.equals("localhost")
                || bare.endsWith(".localhost")
                || bare.matches("127(?:\\.\\d{1,3}){1,3}")
                || bare.equals("::1")
                || bare.equals("0.0.0.0")
                || bare.equals("::");
    }

    /// Whether this is an absolute `http` or `https` address with a host.
    static boolean isHttp(String url) {
        return HttpUrl.parse(url) != null;
    }
}
