package plantao.runbook.risk;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import plantao.runbook.Risk;
import plantao.runbook.text.ShellWords.Word;

/// How dangerous one call of a program is.
final class CallRisk {
    private static final Set<String> REHEARSED = Set.of(
            "--dry-run",
            "--dryrun",
            "--dry_run",
            "--what-if",
            "--whatif",
            "--simulate",
            "--noop",
            "--just-print",
            "--help");
    private static final Set<String> ASKED = Set.of("--version", "-version", "-v", "-V", "-h", "version");
    private static final Set<String> LOADERS = Set.of("curl", "wget", "http", "fetch");
    private static final Set<String> SHELLS = Set.of("bash", "sh", "zsh", "ksh", "dash", "ash", "fish");
    private static final Set<String> CODE =
            Set.of("-c", "-e", "-E", "-r", "-p", "-ne", "-pe", "-lne", "--eval", "--print");
    private static final Set<String> RUNS = Set.of("-exec", "-execdir", "-ok", "-okdir", "-x", "-X");
    private static final Set<String> BUILDERS = Set.of("cargo", "go", "dotnet", "swift");
    private static final String MANAGED = "manage.py";
    private static final Set<String> LISTS = Set.of("-n", "-T", "-P", "-l", "--list", "--tasks", "--summary");
    private static final Set<String> PACKAGERS = Set.of("npm", "yarn", "pnpm", "bun");
    private static final Set<String> FINDERS = Set.of("find", "fd", "fdfind");

    private final int depth;

    CallRisk(int depth) {
        this.depth = depth;
    }

    /// @param call the program's name and what it is called with
    Risk of(List<Word> call, Input input) {
        Called called = Called.of(call);
        return called == null ? Risk.SAFE : of(called, input);
    }

    private Risk named(String name, boolean path, List<Word> words, Input input) {
        return of(Called.of(name, path, words), input);
    }

    private Risk of(Called called, Input input) {
        String program = called.program();
        Arguments arguments = called.arguments();
        List<Word> words = arguments.words();
        if (rehearsed(arguments)) {
            return Risk.SAFE;
        }
        Risk spoken = Speakers.KNOWN.risk(program, arguments, input, depth);
        if (spoken != null) {
            return spoken;
        }
        if (HttpRisk.isClient(program)) {
            return HttpRisk.of(program, words);
        }
        if (FINDERS.contains(program)) {
            return known(program, arguments).or(found(words));
        }
        if (Wrappers.KNOWN.wraps(program, arguments)) {
            return wrapped(program, arguments, input);
        }
        if (Wrappers.KNOWN.interprets(program)) {
            return interpreted(program, words, input);
        }
        if (Wrappers.KNOWN.runsTasks(program)) {
            return tasks(arguments);
        }
        if (BUILDERS.contains(program)
                && arguments.operands().stream()
                        .findFirst()
                        .filter("run"::equals)
                        .isPresent()) {
            return built(arguments);
        }
        if (PACKAGERS.contains(program)) {
            return packaged(program, arguments);
        }
        if (Programs.KNOWN.knows(program)) {
            return known(program, arguments);
        }
        return called.path() || program.matches(".*\\.(?:sh|bash|py|rb|js|mjs|ts|pl|php|jar)")
                ? VerbRisk.ofScript(program, words)
                : VerbRisk.ofOwn(program, words).or(handed(words));
    }

    private static Risk known(String program, Arguments arguments) {
        Risk risk = Programs.KNOWN.risk(program, arguments);
        if (program.equals("tee") && arguments.operands().stream().anyMatch(ShellRisk::isKernel)) {
            return Risk.DISRUPTIVE;
        }
        return risk != null ? risk : VerbRisk.ofProgram(arguments.words());
    }

    private static boolean rehearsed(Arguments arguments) {
        boolean asked = arguments.options().stream().anyMatch(o -> ASKED.contains(o.name()));
        return asked && arguments.operands().isEmpty()
                || arguments.options().stream()
                        .anyMatch(o -> REHEARSED.contains(o.name().toLowerCase(Locale.ROOT))
                                && !o.value().equals("none")
                                && !o.value().equals("false"));
    }

    private Risk wrapped(String program, Arguments arguments, Input input) {
        List<Wrappers.Inner> inner = Wrappers.KNOWN.inner(program, arguments);
        Risk said = Programs.KNOWN.risk(program, arguments);
        Risk itself = said == null ? Risk.SAFE : said;
        if (inner.isEmpty()) {
            return SHELLS.contains(program)
                    ? interpreted(program, arguments.words(), input)
                    : program.equals("docker-compose") ? itself.or(Risk.MUTATING) : itself;
        }
        Risk risk = itself;
        for (Wrappers.Inner one : inner) {
            String text = one.text();
            risk = risk.or(
                    text != null ? ShellRisk.at(depth + 1, text) : new CallRisk(depth + 1).of(one.words(), input));
        }
        return risk;
    }

    /// A script, a module or a text that an interpreter reads.
    private Risk interpreted(String program, List<Word> words, Input input) {
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i).plain();
            List<Word> rest = words.subList(i + 1, words.size());
            if (word.equals("-m") && program.startsWith("py") && !rest.isEmpty()) {
                return module(rest);
            }
            if (word.equals("-jar") && !rest.isEmpty()) {
                return named(Called.name(rest.getFirst().plain()), true, rest.subList(1, rest.size()), input);
            }
            if (CODE.contains(word) && !SHELLS.contains(program)) {
                return rest.isEmpty() ? Risk.SAFE : CodeRisk.of(rest.getFirst().plain());
            }
            if (!word.startsWith("-") && !word.isEmpty()) {
                return named(word.endsWith(".py") && isManaged(rest) ? MANAGED : Called.name(word), true, rest, input);
            }
        }
        String text = input.text();
        if (text == null) {
            return LOADERS.contains(Called.name(input.from().split(" ")[0])) ? Risk.DISRUPTIVE : Risk.MUTATING;
        }
        boolean asked = words.stream().anyMatch(w -> w.plain().matches("-{1,2}[vV](?:ersion)?"));
        return text.isEmpty() || asked
                ? Risk.SAFE
                : SHELLS.contains(program) ? ShellRisk.at(depth + 1, text) : CodeRisk.of(text);
    }

    /// Whether a script of Python takes the commands of a `manage.py` under another name.
    private static boolean isManaged(List<Word> words) {
        Arguments arguments = Arguments.of(words, Programs.KNOWN.valued(MANAGED));
        return !arguments.operands().isEmpty() && Programs.KNOWN.risk(MANAGED, arguments) != null;
    }

    /// `cargo run -- list`, `go run ./cmd/list`: a program of the team's own, built on the way.
    private static Risk built(Arguments arguments) {
        List<Word> rest =
                arguments
                        .words()
                        .subList(
                                arguments.places().getFirst() + 1,
                                arguments.words().size())
                        .stream()
                        .filter(w -> !w.plain().equals("--"))
                        .toList();
        String first = rest.isEmpty() ? "" : rest.getFirst().plain();
        return first.startsWith(".") || first.indexOf('/') >= 0 || first.endsWith(".go")
                ? VerbRisk.ofScript(first.substring(first.lastIndexOf('/') + 1), rest.subList(1, rest.size()))
                : VerbRisk.ofProgram(rest);
    }

    private Risk module(List<Word> words) {
        String module = words.getFirst().plain();
        List<Word> rest = words.subList(1, words.size());
        return Programs.KNOWN.knows(module)
                ? named(module, false, rest, Input.TERMINAL)
                : VerbRisk.ofScript(module.substring(module.lastIndexOf('.') + 1), rest);
    }

    /// `npm run TASK`, and `yarn TASK` where no command of its own has that name.
    private static Risk packaged(String program, Arguments arguments) {
        Risk own = Programs.KNOWN.risk(program, arguments);
        List<String> operands = arguments.operands();
        if (own != null || operands.isEmpty()) {
            return own == null ? Risk.MUTATING : own;
        }
        boolean run = operands.getFirst().startsWith("run");
        return run && operands.size() == 1 ? Risk.SAFE : VerbRisk.ofTask(operands.get(run ? 1 : 0));
    }

    private static Risk tasks(Arguments arguments) {
        if (LISTS.stream().anyMatch(arguments::has)) {
            return Risk.SAFE;
        }
        List<String> targets =
                arguments.operands().stream().filter(o -> o.indexOf('=') < 0).toList();
        return targets.isEmpty()
                ? Risk.MUTATING
                : targets.stream().map(VerbRisk::ofTask).reduce(Risk.SAFE, Risk::or);
    }

    /// The commands of `find … -exec … {} \;`.
    private Risk found(List<Word> words) {
        Risk risk = Risk.SAFE;
        for (int i = 0; i < words.size(); i++) {
            if (RUNS.contains(words.get(i).plain())) {
                List<Word> call = new ArrayList<>();
                for (i++;
                        i < words.size()
                                && !Set.of(";", "+").contains(words.get(i).plain());
                        i++) {
                    call.add(words.get(i));
                }
                risk = call.isEmpty() ? risk : risk.or(new CallRisk(depth + 1).of(call, Input.TERMINAL));
            }
        }
        return risk;
    }

    /// What an unknown program is handed to run: `acme run "python x.py"`, `acme exec web -- ls`.
    private Risk handed(List<Word> words) {
        Risk risk = Risk.SAFE;
        for (int i = 0; i < words.size(); i++) {
            Word word = words.get(i);
            if (word.plain().equals("--") && i + 1 < words.size()) {
                List<Word> rest = words.subList(i + 1, words.size());
                return Programs.KNOWN.knows(Called.name(rest.getFirst().plain()))
                        ? risk.or(new CallRisk(depth + 1).of(rest, Input.TERMINAL))
                        : risk;
            }
            if (word.quoted()
                    && VerbRisk.runs(words.subList(0, i))
                    && word.plain().indexOf(' ') > 0) {
                risk = risk.or(ShellRisk.at(depth + 1, word.plain()));
            }
        }
        return risk;
    }
}
