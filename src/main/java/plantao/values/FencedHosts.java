package plantao.values;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import plantao.runbook.text.ShellWords;

/// Finds hosts that a fence does not allow.
///
/// @param allowed `host` or `host:port`
record FencedHosts(Set<String> allowed) {
    private static final Pattern URL = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*)://([^/\\s'\"`;|&<>()?#]*)");
    private static final Pattern LOGIN = Pattern.compile("(?<![\\w.@/])[\\w.-]+@([\\w.-]+):(?!//)");
    private static final Pattern NAMED = Pattern.compile(
            "(?:\\[[0-9a-fA-F:]+\\]|[\\w-]+(?:\\.[\\w-]+)+|localhost|[\\w-]+(?=:\\d))(?::\\d+)?(?:/.*)?");
    private static final Set<String> FETCHERS =
            Set.of("curl", "wget", "http", "https", "httpie", "xh", "ab", "wrk", "hey");
    private static final Set<String> CONNECTORS = Set.of(
            "ssh",
            "sftp",
            "telnet",
            "nc",
            "ncat",
            "netcat",
            "ping",
            "ping6",
            "dig",
            "nslookup",
            "host",
            "traceroute",
            "ftp",
            "mtr",
            "whois",
            "ntpdate",
            "mosh");
    private static final Set<String> COPIERS = Set.of("scp", "rsync", "rclone");
    private static final Set<String> HUMAN = Set.of(
            "ls", "df", "du", "sort", "free", "grep", "egrep", "fgrep", "tree", "git", "chown", "chmod", "ps", "head",
            "tail", "zgrep");
    /// Options of fetchers whose value is no host (curl(1), wget(1)).
    private static final Set<String> VALUED = Set.of(
            "-o",
            "-w",
            "-H",
            "-d",
            "-X",
            "-A",
            "-b",
            "-c",
            "-F",
            "-T",
            "-m",
            "-e",
            "-O",
            "-u",
            "-P",
            "--output",
            "--write-out",
            "--header",
            "--data",
            "--data-raw",
            "--data-binary",
            "--json",
            "--request",
            "--user-agent",
            "--max-time",
            "--connect-timeout",
            "--retry",
            "--form",
            "--user",
            "--cacert",
            "--cert",
            "--key",
            "--post-data",
            "--timeout");

    /// Why an address written in this text must not be reached; empty when it may.
    Optional<String> refusal(String text) {
        Matcher url = URL.matcher(text);
        while (url.find()) {
            String authority = url.group(2).substring(url.group(2).lastIndexOf('@') + 1);
            if (url.group(1).equalsIgnoreCase("file")) {
                return Optional.of("it reads a file by address (" + url.group() + "): name the file itself");
            }
            if (!reachable(authority)) {
                return refused(authority);
            }
        }
        Matcher login = LOGIN.matcher(URL.matcher(text).replaceAll(" "));
        while (login.find()) {
            if (!reachable(login.group(1))) {
                return refused(login.group(1));
            }
        }
        return Optional.empty();
    }

    /// Why this command must not reach the host that its words name; empty when it may.
    Optional<String> refusal(String name, List<ShellWords.Word> operands) {
        for (int i = 0; i < operands.size(); i++) {
            String word = operands.get(i).plain();
            String before = i == 0 ? "" : operands.get(i - 1).plain();
            Optional<String> host = host(name, word, before, first(operands, i));
            if (host.isPresent() && !reachable(host.get())) {
                return refused(host.get());
            }
        }
        return Optional.empty();
    }

    private static boolean first(List<ShellWords.Word> operands, int at) {
        for (int i = 0; i < at; i++) {
            boolean value = i > 0 && operands.get(i - 1).plain().matches("-[A-Za-z]");
            if (!operands.get(i).plain().startsWith("-") && !value) {
                return false;
            }
        }
        return true;
    }

    /// The host that this word names, if it names one.
    private static Optional<String> host(String name, String word, String before, boolean first) {
        boolean asked = (before.equals("-h") && !HUMAN.contains(name))
                || before.equals("--host")
                || before.equals("--hostname");
        if (asked) {
            return Optional.of(word);
        }
        if (word.startsWith("--host=")) {
            return Optional.of(word.substring(7));
        }
        if (word.matches("-h[\\w.$-]+\\.[\\w.-]+") && !HUMAN.contains(name)) {
            return Optional.of(word.substring(2));
        }
        if (word.startsWith("-") || word.contains("://")) {
            return Optional.empty();
        }
        String login = word.substring(word.indexOf('@') + 1);
        if (FETCHERS.contains(name)) {
            return NAMED.matcher(login).matches() && !VALUED.contains(before)
                    ? Optional.of(login.replaceFirst("/.*", ""))
                    : Optional.empty();
        }
        if (CONNECTORS.contains(name)) {
            return first && !before.matches("-[a-zA-Z]") ? Optional.of(login) : Optional.empty();
        }
        int colon = login.indexOf(':');
        boolean remote = COPIERS.contains(name) && colon > 0 && login.lastIndexOf('/', colon) < 0;
        return remote ? Optional.of(login.substring(0, colon)) : Optional.empty();
    }

    /// A variable is the place's own: those that the text sets have been filled in before.
    private boolean reachable(String host) {
        String plain = host.toLowerCase(Locale.ROOT).replaceFirst("^localhost(?=:|$)", "127.0.0.1");
        if (plain.startsWith("$") || plain.contains("@$")) {
            return true;
        }
        String bare = plain.replaceFirst(":\\d*$", "");
        boolean ported = !bare.equals(plain);
        return allowed.contains(plain)
                || allowed.contains(bare)
                || (!ported
                        && allowed.stream()
                                .anyMatch(a -> a.replaceFirst(":\\d+$", "").equals(plain)))
                || (plain.endsWith(":$") || plain.matches(".*:\\$\\{?\\w+\\}?"))
                        && allowed.stream().anyMatch(a -> a.startsWith(plain.replaceFirst(":.*", ":")));
    }

    private static Optional<String> refused(String host) {
        return Optional.of("it names the host " + (host.isEmpty() ? "(none)" : host)
                + ", which is not part of the practice stack");
    }
}
