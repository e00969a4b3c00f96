package plantao.runbook.risk;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import plantao.runbook.text.Expression;
import plantao.runbook.text.ShellWords.Word;
import plantao.runbook.text.Vocabulary;
import tools.jackson.databind.JsonNode;

/// Tells whether a shell text ends by itself, by the programs it calls (`waiting.json`).
public final class Waits {
    private static final JsonNode FILE = Vocabulary.resource("risk/waiting.json");
    private static final Map<String, RuleList<Waiting>> PROGRAMS = programs();
    private static final Set<String> DRAW = RuleList.words(FILE.path("draw").asString());
    /// Programs that wait only for what is typed to them.
    private static final Set<String> ASK = RuleList.words(FILE.path("ask").asString());
    private static final Set<String> SUBCOMMANDS =
            RuleList.words(FILE.path("subcommands").asString());
    private static final Set<String> SERVE = RuleList.words(FILE.path("serve").asString());
    private static final Set<String> LIMITS = Set.of("timeout", "gtimeout");
    private static final Set<String> SHELLS = Set.of("bash", "sh", "zsh", "ksh", "dash", "ash", "fish");
    private static final Set<String> LOGS = Set.of("log", "logs", "tail");
    private static final Set<String> SESSIONS = Set.of(
            "ssh", "su", "runuser", "mosh", "autossh", "tsh", "fly", "gcloud", "vagrant", "chroot", "rsh", "railway");
    private static final Set<String> LOGINS = Set.of("-i", "-s", "--login", "--shell", "-");
    private static final Set<String> APART = Set.of("docker", "kubectl", "oc", "nomad", "crictl", "podman");
    private static final Expression ENDLESS = Expression.of(
            "\\bwhile\\s+(?:true|:|\\[+\\s*1\\s*\\]+|sleep\\s+[\\w.]+)\\s*[;\\n]\\s*do\\b(?![\\s\\S]*\\b(?:break|exit|return)\\b)|\\buntil\\s+false\\s*[;\\n]\\s*do\\b(?![\\s\\S]*\\b(?:break|exit|return)\\b)|\\bfor\\s*\\(\\(\\s*;\\s*;\\s*\\)\\)(?![\\s\\S]*\\b(?:break|exit|return)\\b)|\\bsleep\\s+inf(?:inity)?\\b");
    private static final Expression ASKED = Expression.of("--?(?:version|help)|-[vVh]");
    private static final int DEEPEST = 12;

    private Waits() {}

    /// @param text one or more shell commands
    public static Waiting of(String text) {
        return ENDLESS.in(text) ? Waiting.WAITS.or(at(0, text)) : at(0, text);
    }

    /// The language of the session that a shell text opens last and that is typed into: `sql`, `redis` or `code`;
    /// null when it
    /// opens none.
    public static @Nullable String session(String text) {
        List<ShellCalls.Call> calls = ShellCalls.in(text).calls();
        if (calls.isEmpty()) {
            return null;
        }
        ShellCalls.Call last = calls.getLast();
        return last.words().isEmpty() || !last.input().isTerminal() ? null : session(0, last.words());
    }

    private static @Nullable String session(int depth, List<Word> words) {
        Called called = Called.of(words);
        if (called == null || depth > DEEPEST || onlyAsks(called.arguments())) {
            return null;
        }
        String language = Speakers.KNOWN.session(called.program(), called.arguments());
        if (language != null) {
            return language;
        }
        if (Wrappers.KNOWN.interprets(called.program())) {
            List<Word> script = interpreted(called);
            return script == null ? null : session(depth + 1, script);
        }
        for (Wrappers.Inner inner : Wrappers.KNOWN.inner(called.program(), called.arguments())) {
            String text = inner.text();
            String found = text != null ? session(text) : session(depth + 1, inner.words());
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static Waiting at(int depth, String text) {
        Waiting waiting = Waiting.ENDS;
        if (depth > DEEPEST) {
            return waiting;
        }
        for (ShellCalls.Call call : ShellCalls.in(text).calls()) {
            if (!call.words().isEmpty()) {
                waiting = waiting.or(of(depth, call.words(), call.input(), true));
            }
        }
        return waiting;
    }

    /// @param attached whether what is typed reaches it
    private static Waiting of(int depth, List<Word> words, Input input, boolean attached) {
        Called called = Called.of(words);
        if (called == null || depth > DEEPEST) {
            return Waiting.ENDS;
        }
        String program = called.program();
        Arguments arguments = called.arguments();
        boolean typed = attached && input.isTerminal();
        if (onlyAsks(arguments)) {
            return Waiting.ENDS;
        }
        RuleList<Waiting> rules = PROGRAMS.get(program);
        // `-f FILE logs` follows nothing.
        Arguments own = SUBCOMMANDS.contains(program) ? arguments.fromFirst() : arguments;
        Waiting said = rules == null ? null : rules.meaning(own.operands(), own::has);
        if (Wrappers.KNOWN.wraps(program, arguments)) {
            return wrapped(depth, called, input, typed).or(said == null ? Waiting.ENDS : said);
        }
        if (said != null) {
            return said == Waiting.WAITS && ASK.contains(program) && !typed ? Waiting.ENDS : said;
        }
        if (DRAW.contains(program)) {
            return typed || !program.equals("less") ? Waiting.DRAWS : Waiting.ENDS;
        }
        if (Speakers.KNOWN.session(program, arguments) != null) {
            return typed ? Waiting.DRAWS : Waiting.ENDS;
        }
        if (Wrappers.KNOWN.interprets(program)) {
            List<Word> script = interpreted(called);
            return script != null
                    ? of(depth + 1, script, input, attached)
                    : typed && arguments.operands().isEmpty() && !isCode(arguments) ? Waiting.DRAWS : Waiting.ENDS;
        }
        return follows(own) || !Programs.KNOWN.knows(program) && serves(own, typed) ? Waiting.WAITS : Waiting.ENDS;
    }

    /// Whether a program is only asked for its version or its help.
    private static boolean onlyAsks(Arguments arguments) {
        return arguments.operands().isEmpty()
                && arguments.words().stream()
                        .anyMatch(w -> ASKED.matcher(w.plain()).matches());
    }

    private static boolean isCode(Arguments arguments) {
        return arguments.options().stream()
                .anyMatch(o -> o.name().matches("-{1,2}(?:c|e|E|r|p|ne|pe|lne|eval|print|m|V|version)"));
    }

    private static Waiting wrapped(int depth, Called called, Input input, boolean typed) {
        String program = called.program();
        Arguments arguments = called.arguments();
        boolean opened = typed
                && (!APART.contains(program)
                        || arguments.has("-i")
                        || arguments.has("-t")
                        || arguments.has("--stdin")
                        || arguments.has("--tty"));
        boolean attached = opened
                && !(program.equals("docker-compose") && arguments.has("-T"))
                && !arguments.has("-d")
                && !arguments.has("--detach");
        List<Wrappers.Inner> all = Wrappers.KNOWN.inner(program, arguments);
        if (all.isEmpty()) {
            boolean shell = SHELLS.contains(program) && arguments.operands().isEmpty()
                    || LOGINS.stream()
                            .anyMatch(l ->
                                    arguments.has(l) || arguments.operands().contains(l))
                    || SESSIONS.contains(program)
                    || program.equals("docker") && arguments.has("-t");
            if (SHELLS.contains(program) && !arguments.operands().isEmpty()) {
                List<Word> script = interpreted(called);
                return script == null ? Waiting.ENDS : of(depth + 1, script, input, attached);
            }
            return shell && attached ? Waiting.DRAWS : Waiting.ENDS;
        }
        Waiting waiting = Waiting.ENDS;
        for (Wrappers.Inner inner : all) {
            String text = inner.text();
            waiting = waiting.or(text != null ? at(depth + 1, text) : of(depth + 1, inner.words(), input, attached));
        }
        return LIMITS.contains(program) && waiting == Waiting.WAITS ? Waiting.ENDS : waiting;
    }

    /// The script, module or `manage.py` that an interpreter runs, with its words; null when it runs none.
    private static @Nullable List<Word> interpreted(Called called) {
        List<Word> words = called.arguments().words();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i).plain();
            if (word.equals("-m") && i + 1 < words.size()) {
                return words.subList(i + 1, words.size());
            }
            if (word.startsWith("-") && word.length() > 1) {
                if (isCode(Arguments.of(List.of(words.get(i)), Set.of()))) {
                    return null;
                }
                continue;
            }
            return words.subList(i, words.size());
        }
        return null;
    }

    private static boolean follows(Arguments arguments) {
        boolean logs = arguments.operands().stream().anyMatch(LOGS::contains);
        return logs
                && (arguments.has("--follow")
                        || arguments.has("-f")
                        || arguments.has("--watch")
                        || arguments.has("--tail") && endsWith(arguments, "--tail"));
    }

    /// Whether a program of the team's own serves, or asks who it is.
    private static boolean serves(Arguments arguments, boolean typed) {
        List<String> operands = arguments.operands();
        if (operands.isEmpty() || operands.size() > 2) {
            return false;
        }
        boolean serves = SERVE.contains(operands.getLast()) && !arguments.has("--detach") && !arguments.has("-d");
        return serves
                || typed
                        && operands.getLast().equals("login")
                        && arguments.options().isEmpty();
    }

    /// `logs --tail` without a number follows.
    private static boolean endsWith(Arguments arguments, String option) {
        int at = arguments.words().stream().map(Word::plain).toList().indexOf(option);
        String next = at + 1 < arguments.words().size()
                ? arguments.words().get(at + 1).plain()
                : "";
        return at >= 0 && !next.matches("=?\\d+|[<{$\\[].*|all|PLACEHOLDER");
    }

    private static Map<String, RuleList<Waiting>> programs() {
        Map<String, RuleList<Waiting>> out = new HashMap<>();
        FILE.path("programs").properties().forEach(e -> {
            RuleList<Waiting> list = RuleList.of(e.getValue(), Waiting.class);
            for (String name : e.getKey().split(" ")) {
                out.put(name, list);
            }
        });
        return out;
    }
}
