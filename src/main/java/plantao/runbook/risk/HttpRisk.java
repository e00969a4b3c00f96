package plantao.runbook.risk;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import plantao.runbook.Risk;
import plantao.runbook.text.ShellWords.Word;
import plantao.runbook.text.Vocabulary;
import tools.jackson.databind.JsonNode;

/// How dangerous an HTTP request is: by its method (RFC 9110, section 9.2.1: GET, HEAD and OPTIONS are safe), of a
/// POST by what
/// the address says it does, and by the file an answer is kept in.
final class HttpRisk {
    private static final JsonNode FILE =
            Vocabulary.resource("risk/languages.json").path("http");
    private static final Set<String> ASKS = RuleList.words(FILE.path("asks").asString());
    private static final Set<String> TELLS = RuleList.words(FILE.path("tells").asString());
    private static final Set<String> CLIENTS = Set.of("curl", "curlie", "wget", "http", "https", "xh", "httpie");
    private static final Set<String> VALUED = Set.of(
            "-X",
            "--request",
            "-d",
            "--data",
            "--data-raw",
            "--data-binary",
            "--data-urlencode",
            "--json",
            "-F",
            "--form",
            "-T",
            "--upload-file",
            "-H",
            "--header",
            "-o",
            "--output",
            "-u",
            "--user",
            "-m",
            "--max-time",
            "-w",
            "--write-out",
            "-A",
            "-b",
            "--cookie",
            "-c",
            "--cookie-jar",
            "-e",
            "-x",
            "--proxy",
            "--connect-timeout",
            "--retry",
            "--retry-delay",
            "--resolve",
            "--cacert",
            "--cert",
            "--key",
            "-E",
            "--url",
            "-O-",
            "--method",
            "--post-data",
            "--post-file",
            "--body-data",
            "--timeout",
            "-t",
            "--tries",
            "--unix-socket",
            "-K",
            "-r",
            "--range",
            "--interface",
            "--aws-sigv4");
    private static final Set<String> DATA = Set.of(
            "-d",
            "--data",
            "--data-raw",
            "--data-binary",
            "--data-urlencode",
            "--json",
            "-F",
            "--form",
            "--post-data",
            "--post-file");
    private static final Set<String> METHOD = Set.of("-X", "--request", "--method");
    private static final Set<String> KEPT = Set.of("-o", "--output", "--output-document");
    private static final Pattern CAPITALS = Pattern.compile("[A-Z]{3,7}");
    private static final Pattern ITEM = Pattern.compile("[\\w.\\[\\]-]+(?::?=|==@).*", Pattern.DOTALL);
    private static final Pattern NOWHERE = Pattern.compile("-|/dev/(?:null|stdout|stderr)");
    private static final Pattern SEARCHES =
            Pattern.compile("_?(?:search|msearch|count|mget|field_caps|explain|validate|analyze)");

    private HttpRisk() {}

    /// Whether a program sends requests.
    static boolean isClient(String program) {
        return CLIENTS.contains(program);
    }

    /// @param words behind the client's name
    static Risk of(String client, List<Word> words) {
        Arguments arguments = Arguments.of(split(words), client.equals("wget") ? without(VALUED) : VALUED);
        String method = method(client, arguments);
        String address = address(arguments);
        return of(method, address).or(keeps(client, arguments) ? Risk.MUTATING : Risk.SAFE);
    }

    /// @param method in capitals
    /// @param address a URL or its path
    static Risk of(String method, String address) {
        return switch (method) {
            case "GET", "HEAD", "OPTIONS", "TRACE", "PROPFIND" -> Risk.SAFE;
            case "DELETE", "PURGE" -> Risk.DESTRUCTIVE;
            case "POST" -> posted(address);
            default -> Risk.DISRUPTIVE;
        };
    }

    private static Risk posted(String address) {
        String path = address.replaceFirst("[?#].*$", "").replaceFirst("^\\w+://[^/]*", "");
        List<String> segments = Arrays.stream(path.split("/"))
                .filter(s -> !s.isEmpty())
                .map(s -> s.toLowerCase(Locale.ROOT))
                .toList();
        String last = segments.isEmpty() ? "" : segments.getLast();
        if (SEARCHES.matcher(last).matches()) {
            return Risk.SAFE;
        }
        Risk said = VerbRisk.ofName(last);
        if (said == Risk.DESTRUCTIVE || said == Risk.DISRUPTIVE) {
            return said;
        }
        List<String> parts = Arrays.asList(last.split("[-_.:]"));
        if (ASKS.contains(last) || parts.stream().anyMatch(ASKS::contains) || said == Risk.SAFE) {
            return Risk.SAFE;
        }
        boolean tells = segments.stream()
                .anyMatch(s ->
                        TELLS.contains(s) || Arrays.stream(s.split("[-_.]")).anyMatch(TELLS::contains));
        return tells || address.matches("^\\w+://(?:[^/]*\\.)?hooks?\\..*") ? Risk.MUTATING : Risk.DISRUPTIVE;
    }

    private static String method(String client, Arguments arguments) {
        for (Arguments.Option option : arguments.options()) {
            if (METHOD.contains(option.name())) {
                return option.value().toUpperCase(Locale.ROOT);
            }
        }
        boolean items = !client.equals("curl") && !client.equals("wget");
        for (String operand : arguments.operands()) {
            if (items && CAPITALS.matcher(operand).matches()) {
                return operand;
            }
        }
        if (client.equals("curl") && (arguments.has("-G") || arguments.has("--get") || arguments.has("-I"))) {
            return "GET";
        }
        if (arguments.options().stream()
                .anyMatch(o -> o.name().equals("-T") || o.name().equals("--upload-file"))) {
            return "PUT";
        }
        boolean data = arguments.options().stream().anyMatch(o -> DATA.contains(o.name()))
                || items
                        && arguments.operands().stream()
                                .skip(1)
                                .anyMatch(o -> ITEM.matcher(o).matches() && !o.contains("=="));
        return data ? "POST" : "GET";
    }

    private static String address(Arguments arguments) {
        for (Arguments.Option option : arguments.options()) {
            if (option.name().equals("--url")) {
                return option.value();
            }
        }
        return arguments.operands().stream()
                .filter(o -> o.contains("://") || o.indexOf('/') >= 0 || o.startsWith(":") || o.startsWith("$"))
                .findFirst()
                .orElse("");
    }

    /// Whether the answer becomes a file.
    private static boolean keeps(String client, Arguments arguments) {
        if (client.equals("wget")) {
            boolean shown = arguments.options().stream()
                    .anyMatch(o -> o.name().matches("-[a-zA-Z]*O-?")
                                    && (o.name().endsWith("-") || isNowhere(arguments, o.value()))
                            || o.name().equals("--output-document") && isNowhere(arguments, o.value())
                            || o.name().equals("--spider"));
            return !shown;
        }
        return arguments.options().stream()
                .anyMatch(o -> KEPT.contains(o.name())
                                && !NOWHERE.matcher(o.value()).matches()
                        || client.equals("curl") && o.name().matches("-[a-zA-Z]{0,5}O[a-zA-Z]{0,3}|--remote-name"));
    }

    private static boolean isNowhere(Arguments arguments, String value) {
        return NOWHERE.matcher(value).matches()
                || value.isEmpty()
                        && arguments.operands().stream()
                                .anyMatch(o -> NOWHERE.matcher(o).matches());
    }

    /// `-XPOST` and `-d@file` are an option and its value; of `-sSo FILE` and `-sXPOST` the last letter, or the
    /// first behind
    /// those without a value, takes it.
    private static List<Word> split(List<Word> words) {
        List<Word> out = new java.util.ArrayList<>();
        for (Word word : words) {
            String text = word.plain();
            int at = text.length() > 2 && text.charAt(0) == '-' && text.charAt(1) != '-' ? valued(text) : 0;
            if (at == 0) {
                out.add(word);
                continue;
            }
            if (at > 1) {
                out.add(new Word(text.substring(0, at), false));
            }
            out.add(new Word("-" + text.charAt(at), false));
            if (at + 1 < text.length()) {
                out.add(new Word(text.substring(at + 1), word.quoted()));
            }
        }
        return out;
    }

    private static int valued(String text) {
        for (int i = 1; i < text.length(); i++) {
            if ("XdoFTHumwAbcexKr".indexOf(text.charAt(i)) >= 0) {
                return i;
            }
            if (!Character.isLetter(text.charAt(i))) {
                return 0;
            }
        }
        return 0;
    }

    private static Set<String> without(Set<String> all) {
        return all.stream()
                .filter(o -> !Set.of("-d", "-c", "-b", "-F", "-x", "-H", "-K", "-r", "-m", "-u")
                        .contains(o))
                .collect(java.util.stream.Collectors.toUnmodifiableSet());
    }
}
