package plantao.values;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import plantao.runbook.Command;
import plantao.runbook.Step;
import plantao.runbook.text.ShellWords;

/// Tells whether a step prints secrets, by general signs: it lists an environment, reads a file that keeps
/// secrets, asks a tool for a token, or shows a variable with a secret's name. Cautious: a false alarm costs an
/// excerpt in the log, a miss would store a password.
public final class Disclosure {
    /// What a runbook's author writes into the step, as a comment, to say that its output is secret.
    public static final String MARK = "secret-output";

    private static final Pattern FILE = Pattern.compile(
            "(?:^|.*[/=:@])(?:\\.env(?:\\.[\\w-]+)*|\\.?(?:pgpass|netrc|my\\.cnf|npmrc|pypirc"
                    + "|htpasswd|vault-token)|id_(?:rsa|dsa|ecdsa|ed25519)|[\\w.-]*\\.(?:pem|key|p12|pfx|jks|keystore|tfvars|tfstate|kdbx)"
                    + "|[\\w.-]*(?:credential|secret)s?[\\w.-]*|kubeconfig[\\w.-]*|shadow)|.*/proc/[^/]+/environ"
                    + "|.*\\.(?:kube|docker|aws)/(?:config(?:\\.json)?|credentials)|.*/secrets?/.*",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern SAMPLE = Pattern.compile(".*\\.(?:example|sample|template|dist|tpl|pub)");
    private static final Pattern OPTION = Pattern.compile(
            "--(?:show|reveal|with|include|print|export)-?(?:secrets?|tokens?|passwords?|decryption|values|sensitive|all-env)(?:=true)?"
                    + "|--reveal|--unmask|--plaintext");
    private static final Pattern VARIABLE =
            Pattern.compile("\\$(?:\\{([A-Za-z_]\\w*)(?!:?[+?])[^}]*\\}|([A-Za-z_]\\w*))");
    private static final Pattern ADDRESS = Pattern.compile(
            "(?:.*_)?(?:DATABASE|DB|REDIS|MONGO\\w*|AMQP|BROKER|POSTGRES\\w*|PG|MYSQL|QUEUE|CACHE)_?(?:\\w+_)?(?:URL|URI|DSN)"
                    + "|.*CONNECTION_?STRING.*|.*WEBHOOK_URL");
    private static final Pattern CODE =
            Pattern.compile("(?i)os\\.environ(?!\\.get\\(|\\[)|process\\.env(?![.\\[])|env\\s*\\|\\s*to_entries"
                    + "|(?:os\\.environ(?:\\.get\\(|\\[)|process\\.env[.\\[]|getenv\\()['\"]?\\w*(?:secret|password|passwd|token|api_?key|private_key|credential)"
                    + "|secrets\\.token_|get_random_secret_key|token_(?:hex|urlsafe)\\(|randomBytes\\("
                    + "|(?:print|puts|echo|log|p)\\b[\\s(]+[^#]*\\b\\w*(?:secret_key|password|passwd|api_?key|private_key|access_token|auth_token)\\b"
                    + "|settings\\.\\w*(?:secret|password|token)\\w*\\s*$");
    private static final Pattern SQL = Pattern.compile(
            "(?is).*(?:\\bselect\\b[^;]*\\b\\w*(?:password|passwd|secret|token|api_?key|private_key"
                    + "|credential)\\w*\\b[^;]*\\bfrom\\b|\\bpg_(?:shadow|authid|user_mapping)\\b|\\bmysql\\.user\\b).*");
    private static final Pattern TOKEN_URL = Pattern.compile(
            "(?i).*/(?:o?auth2?/)?(?:token|tokens|access_token|login|signin|sign-in|api-keys?|secrets?)(?:[/?].*)?");
    private static final Pattern DISCARDED =
            Pattern.compile("-o(?:/dev/null)?|--output(?:=.*)?|-I|--head|-[a-zA-Z]*I|-[a-zA-Z]*o");
    private static final Set<String> FETCHERS = Set.of("curl", "wget", "http", "https", "xh");
    private static final int DEEPEST = 4;

    private Disclosure() {}

    /// Whether the output of a step must never be kept.
    ///
    /// @param marked texts of `console.yaml`: a command that holds one prints secrets
    public static boolean of(Step step, List<String> marked) {
        return step.notes().stream().anyMatch(Disclosure::isMarked)
                || step.commands().stream().anyMatch(c -> of(c, marked));
    }

    /// Whether a command prints secrets.
    ///
    /// @param marked texts that mark the commands which hold them
    public static boolean of(Command command, List<String> marked) {
        String text = command.text();
        return isMarked(text)
                || marked.stream().anyMatch(m -> !m.isBlank() && text.contains(m))
                || SQL.matcher(text).matches()
                || CODE.matcher(text).find()
                || command.inputs().stream()
                        .anyMatch(i -> CODE.matcher(i).find() || SQL.matcher(i).matches() || shell(i, 0))
                || shell(text, 0);
    }

    private static boolean isMarked(String text) {
        return text.toLowerCase(Locale.ROOT).contains(MARK);
    }

    private static boolean shell(String text, int depth) {
        if (depth > DEEPEST) {
            return false;
        }
        ShellWords.Read read = ShellWords.read(text);
        return read.commands().stream().anyMatch(c -> prints(c, depth))
                || read.nested().stream().anyMatch(n -> shell(n, depth + 1) && shownAgain(read));
    }

    /// A substitution hands what is printed to its command; only some show it.
    private static boolean shownAgain(ShellWords.Read read) {
        return read.commands().stream()
                .filter(c -> !c.words().isEmpty())
                .anyMatch(c ->
                        Set.of("echo", "printf").contains(c.words().getFirst().plain()));
    }

    private static boolean prints(ShellWords.Command command, int depth) {
        List<String> words =
                command.words().stream().map(ShellWords.Word::plain).toList();
        int at = 0;
        while (at < words.size()
                && words.get(at).matches("[A-Za-z_]\\w*=.*|sudo|command|time|exec|nohup|then|do|else|if|!|\\{")) {
            at++;
        }
        if (at == words.size()) {
            return false;
        }
        List<String> own = words.subList(at, words.size());
        boolean inner = command.words().stream()
                .filter(w -> w.quoted() && w.plain().contains(" ")
                        || w.quoted() && DisclosureWords.LISTING.contains(w.plain()))
                .anyMatch(w -> shell(w.plain(), depth + 1) && !SILENT.contains(name(own.getFirst())));
        return inner || printsItself(own) || ofAnother(own);
    }

    /// Programs whose words are data, no commands.
    private static final Set<String> SILENT =
            Set.of("echo", "printf", "grep", "egrep", "rg", "git", "logger", "sed", "awk");

    /// `docker exec web env`, `kubectl exec pod -- printenv`, `ssh host cat .env`
    private static boolean ofAnother(List<String> own) {
        boolean runs = own.stream().limit(4).anyMatch(w -> w.matches("exec|run|ssh|shell|--|su|runuser|xargs|env|rsh"))
                || name(own.getFirst()).equals("ssh");
        if (!runs) {
            return false;
        }
        for (int i = 1; i < own.size(); i++) {
            List<String> rest = own.subList(i, own.size());
            String name = name(rest.getFirst());
            if (name.equals("printenv")
                    || name.equals("env") && rest.size() == 1
                    || DisclosureWords.READERS.contains(name) && printsItself(rest)) {
                return true;
            }
        }
        return false;
    }

    private static boolean printsItself(List<String> own) {
        String name = name(own.getFirst());
        List<String> operands = own.subList(1, own.size());
        if (name.equals("env")) {
            return operands.stream().allMatch(w -> w.startsWith("-") || w.contains("="));
        }
        if (DisclosureWords.LISTING.contains(name)) {
            return name.equals("printenv")
                    || operands.isEmpty()
                    || operands.stream().allMatch(w -> w.matches("-[px]+"));
        }
        if (DisclosureWords.READERS.contains(name) && !operands.contains("-q")) {
            return operands.stream()
                    .anyMatch(
                            w -> FILE.matcher(w).matches() && !SAMPLE.matcher(w).matches());
        }
        if (name.equals("echo") || name.equals("printf")) {
            return operands.stream().anyMatch(Disclosure::secretVariable);
        }
        if (FETCHERS.contains(name)) {
            return operands.stream()
                            .anyMatch(w -> w.contains("/")
                                    && TOKEN_URL
                                            .matcher(w.replaceAll("[\"']", ""))
                                            .matches())
                    && operands.stream().noneMatch(w -> DISCARDED.matcher(w).matches());
        }
        if (name.equals("history")) {
            return true;
        }
        return byTool(name, operands);
    }

    private static boolean byTool(String name, List<String> operands) {
        if (operands.stream().anyMatch(w -> OPTION.matcher(w).matches())) {
            return true;
        }
        if (DisclosureWords.STORES.contains(name)
                && operands.stream().anyMatch(DisclosureWords.STORE_VERBS::contains)) {
            return true;
        }
        if (name.equals("openssl")) {
            return operands.stream()
                            .findFirst()
                            .filter(w -> w.matches("rand|genrsa|genpkey|rsa|pkey|ec|pkcs12"))
                            .isPresent()
                    && !operands.contains("-noout")
                    && !operands.contains("-out");
        }
        if (operands.contains("inspect") && name.matches("docker|podman|nerdctl")) {
            return operands.stream().noneMatch(w -> w.matches("(?s)(?:-f|--format).*"))
                    || operands.stream().anyMatch(w -> w.contains("Env"));
        }
        if (name.matches("docker-compose|docker|podman") && operands.contains("config")) {
            return operands.stream()
                    .noneMatch(w -> w.matches("-q|--quiet|--services|--volumes|--images|--hash.*|--profiles"));
        }
        return !DisclosureWords.QUIET.contains(name) && subcommands(name, operands);
    }

    /// A noun for what is secret and a verb for showing it, in either order: `env list`, `get-secret-value`,
    /// `auth token`, `config:get`.
    private static boolean subcommands(String name, List<String> operands) {
        List<String> plain = operands.stream()
                .filter(w -> !w.startsWith("-")
                        && !w.contains(" ")
                        && !w.contains("=")
                        && !w.contains("/")
                        && !w.contains("$"))
                .limit(4)
                .map(w -> w.toLowerCase(Locale.ROOT))
                .toList();
        boolean noun = false;
        boolean verb = false;
        for (String word : plain) {
            for (String token : word.split("[:_.-]+")) {
                noun |= DisclosureWords.NOUNS.contains(token);
                verb |= DisclosureWords.VERBS.contains(token);
            }
        }
        if (noun && verb) {
            return true;
        }
        boolean asks = verb
                && operands.stream()
                        .anyMatch(w -> w.matches("(?i)requirepass|masterauth") || ValueSources.secret(w, ""));
        boolean ends = !plain.isEmpty()
                && DisclosureWords.ALONE.contains(plain.getLast())
                && !plain.getLast().equals("config")
                && operands.stream().noneMatch(w -> w.contains("="))
                && name.matches("[a-z][\\w-]*");
        return asks
                || ends
                        && plain.size() <= 3
                        && !operands.isEmpty()
                        && plain.size()
                                == operands.stream()
                                        .filter(w -> !w.startsWith("-"))
                                        .count();
    }

    private static boolean secretVariable(String word) {
        Matcher variable = VARIABLE.matcher(word);
        while (variable.find()) {
            String name = variable.group(1) == null ? variable.group(2) : variable.group(1);
            if (ValueSources.secret(name, "") || ADDRESS.matcher(name).matches()) {
                return true;
            }
        }
        return false;
    }

    private static String name(String word) {
        return word.substring(word.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    }
}
