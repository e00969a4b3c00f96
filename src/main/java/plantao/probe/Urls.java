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

    /// Whether this is an absolute `http` or `https` address with a host.
    static boolean isHttp(String url) {
        return HttpUrl.parse(url) != null;
    }
}
