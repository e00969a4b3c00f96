package plantao.runbook.risk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import plantao.runbook.Risk;
import plantao.runbook.text.ShellWords.Word;
import plantao.runbook.text.Vocabulary;
import plantao.runbook.text.Words;
import tools.jackson.databind.JsonNode;

/// How dangerous something of the team's own is, a program, script, task or file that nobody else knows, by the
/// verbs in what it is
/// called and called with, in English, Portuguese and Spanish (`verbs.json`). What says nothing may change
/// something.
final class VerbRisk {
    private static final JsonNode FILE = Vocabulary.resource("risk/verbs.json");
    private static final Set<String> REHEARSAL = words("rehearsal");
    private static final Set<String> LOOK = words("look");
    /// What is looked at; but the object of a verb before it.
    private static final Set<String> NOUNS = words("nouns");
    private static final Set<String> MUTATING = words("mutating");
    private static final Set<String> DISRUPTIVE = words("disruptive");
    private static final Set<String> DESTRUCTIVE = words("destructive");
    /// Verbs that are names of what is looked at too: `deploy logs`, `backup info`.
    private static final Set<String> ALSO_NOUNS = words("alsoNouns");
    /// Nouns that such a name has, so that it is looked at.
    private static final Set<String> ABOUT = words("about");
    /// Options of these names only say how.
    private static final Set<String> MANNER = words("manner");
    private static final Set<String> RUNNING = words("running");
    private static final Set<String> PREPOSITIONS =
            Set.of("by", "per", "por", "from", "with", "for", "to", "de", "da", "do", "del", "a");
    private static final Set<String> PRODUCTION = Set.of("prod", "production");
    private static final Set<String> JOINING = Set.of("and", "e", "y", "then", "n");
    private static final Set<String> BEFORE = Set.of("pre", "predeploy", "prebuild");
    private static final Set<String> NAMES = Set.of("test", "teste", "healthcheck", "health-check");
    private static final Pattern PLAIN = Pattern.compile("[a-zà-ÿ][a-zà-ÿ0-9]*(?:[-_:][a-zà-ÿ0-9]+)*");
    private static final Pattern HUMP = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");
    private static final Pattern BLANK =
            Pattern.compile("PLACEHOLDER|\\$\\{?\\w+\\}?|[{<\\[]{1,2}[^{}<>\\[\\]]*[}>\\]]{1,2}");
    private static final int SAID = 4;

    private VerbRisk() {}

    private enum Kind {
        REHEARSAL,
        LOOK,
        NOUN,
        CHANGE,
        NONE
    }

    private record Token(String word, Kind kind, Risk risk, boolean whole) {}

    /// A program of the team's own: by its name, where that says what it does, and by the words it is called with.
    static Risk ofOwn(String name, List<Word> words) {
        List<Token> named = parts(name);
        Token whole = token(Words.folded(name), true);
        List<Token> said = new ArrayList<>(
                whole.kind() == Kind.LOOK || whole.kind() == Kind.CHANGE
                        ? List.of(whole)
                        : named.stream().anyMatch(t -> t.kind() == Kind.CHANGE || t.kind() == Kind.LOOK)
                                ? named
                                : List.of());
        said.addAll(said(words));
        return ofProgram(said, words);
    }

    /// What a program whose name says nothing is called with.
    static Risk ofProgram(List<Word> words) {
        return ofProgram(said(words), words);
    }

    private static Risk ofProgram(List<Token> said, List<Word> words) {
        Risk risk = decide(said);
        boolean looks = risk == Risk.SAFE && !said.isEmpty();
        Risk option = options(words, said.isEmpty());
        if (option == Risk.SAFE && rehearses(words)) {
            return Risk.SAFE;
        }
        if (looks) {
            return option == null ? Risk.SAFE : option;
        }
        boolean known = said.stream().anyMatch(t -> t.kind() != Kind.NONE);
        if (!known && option != null) {
            return option;
        }
        if (!known && runs(words) || onlyLists(words, said)) {
            return Risk.SAFE;
        }
        return option == null || option == Risk.SAFE ? risk : risk.or(option);
    }

    /// A script: by its name, and by the words it is called with.
    static Risk ofScript(String name, List<Word> words) {
        if (rehearses(words)) {
            return Risk.SAFE;
        }
        List<Token> all = new ArrayList<>(parts(name.replaceFirst("(?:\\.[A-Za-z]\\w{0,3})+$", "")));
        all.addAll(said(words));
        Risk option = options(words, false);
        boolean asks = option == Risk.SAFE && all.stream().noneMatch(t -> t.kind() == Kind.CHANGE && t.whole());
        return asks
                ? Risk.SAFE
                : option == null || option == Risk.SAFE
                        ? decide(all)
                        : decide(all).or(option);
    }

    /// A task: by its name.
    static Risk ofTask(String name) {
        return decide(parts(name));
    }

    /// A file of statements: by its name.
    ///
    /// @param otherwise what it is unless its name says that it only looks or that it loses something
    static Risk ofFile(String file, Risk otherwise) {
        String name = file.substring(file.lastIndexOf('/') + 1).replaceFirst("^@", "");
        List<Token> parts = parts(name.replaceFirst("(?:\\.[A-Za-z]\\w{0,3})+$", ""));
        boolean said = parts.stream().anyMatch(t -> t.kind() != Kind.NONE && t.kind() != Kind.NOUN);
        Risk risk = decide(parts);
        return said && (risk == Risk.SAFE || risk == Risk.DESTRUCTIVE) ? risk : otherwise;
    }

    /// A name that stands for something to do, as the last part of an address: SAFE when it only looks, MUTATING
    /// when it says
    /// nothing.
    static Risk ofName(String name) {
        return decide(parts(name));
    }

    /// What is typed at the prompt of a program of its own.
    static Risk ofOrder(String text) {
        Risk risk = Risk.SAFE;
        for (String line : text.split("\\\\n|\\n")) {
            List<Word> words = Arrays.stream(line.strip().split("\\s+"))
                    .filter(w -> !w.isEmpty())
                    .map(w -> new Word(w.toLowerCase(Locale.ROOT), false))
                    .toList();
            List<Token> said = said(words);
            boolean known = said.stream().anyMatch(t -> t.kind() != Kind.NONE);
            risk = risk.or(known ? decide(said) : Risk.SAFE);
        }
        return risk;
    }

    /// Whether the words say that what follows is run by somebody else.
    static boolean runs(List<Word> words) {
        return words.stream().anyMatch(w -> RUNNING.contains(w.plain()));
    }

    /// Whether a word says that something is only looked at.
    static boolean looks(String word) {
        return LOOK.contains(word) || ABOUT.contains(word) || RUNNING.contains(word);
    }

    /// Whether a word says that something is changed.
    static boolean changes(String word) {
        return token(word, true).kind() == Kind.CHANGE;
    }

    private static boolean rehearses(List<Word> words) {
        return words.stream()
                .map(w -> w.plain().replaceFirst("^--?", ""))
                .anyMatch(w -> w.length() > 3 && REHEARSAL.contains(w));
    }

    /// The words a program is told what to do with: those before the first name, number, path or text.
    private static List<Token> said(List<Word> words) {
        List<Token> out = new ArrayList<>();
        int count = 0;
        for (Word word : words) {
            String text = word.plain();
            if (text.startsWith("-") || BLANK.matcher(text).matches()) {
                continue;
            }
            if (word.quoted() && text.indexOf(' ') > 0) {
                break;
            }
            String folded = Words.folded(text);
            if (!PLAIN.matcher(folded).matches() || text.length() > 24 || ++count > SAID) {
                break;
            }
            Token whole = token(folded, true);
            boolean silent = out.stream().allMatch(t -> t.kind() == Kind.NONE);
            boolean parted = whole.kind() == Kind.NONE && (count <= 2 || silent || folded.indexOf(':') > 0);
            Token last = out.isEmpty() ? whole : out.getLast();
            Token two = token(last.word() + "-" + folded, true);
            if (last.whole() && last != whole && two.kind() == Kind.CHANGE) {
                out.set(out.size() - 1, two);
            } else if (parted && folded.matches(".*[-_:].*")) {
                out.addAll(parts(folded));
            } else {
                out.add(whole);
            }
        }
        return out;
    }

    private static List<Token> parts(String name) {
        List<Token> out = new ArrayList<>();
        String[] parts = Words.folded(HUMP.matcher(name).replaceAll("-")).split("[-_.:/ ]+");
        for (int i = 0; i < parts.length; i++) {
            if (parts[i].isEmpty()) {
                continue;
            }
            if (i + 1 < parts.length) {
                Token two = token(parts[i] + "-" + parts[i + 1], false);
                if (two.kind() != Kind.NONE) {
                    out.add(two);
                    i++;
                    continue;
                }
            }
            out.add(token(parts[i], false));
        }
        return out;
    }

    private static Token token(String word, boolean whole) {
        if (REHEARSAL.contains(word)) {
            return new Token(word, Kind.REHEARSAL, Risk.SAFE, whole);
        }
        Risk changes = DESTRUCTIVE.contains(word)
                ? Risk.DESTRUCTIVE
                : DISRUPTIVE.contains(word) ? Risk.DISRUPTIVE : MUTATING.contains(word) ? Risk.MUTATING : Risk.SAFE;
        Kind kind = changes != Risk.SAFE
                ? Kind.CHANGE
                : LOOK.contains(word) ? Kind.LOOK : NOUNS.contains(word) ? Kind.NOUN : Kind.NONE;
        return new Token(word, kind, changes, whole);
    }

    private static Risk decide(List<Token> tokens) {
        if (tokens.stream().anyMatch(t -> t.kind() == Kind.REHEARSAL)) {
            return Risk.SAFE;
        }
        List<Token> said = tokens.stream().filter(t -> t.kind() != Kind.NONE).toList();
        if (said.isEmpty()) {
            return Risk.MUTATING;
        }
        Token first = said.getFirst();
        Token last = said.getLast();
        boolean leads = first == tokens.getFirst() && (first.kind() == Kind.LOOK || first.kind() == Kind.NOUN);
        List<Token> changes = said.stream()
                .filter(t -> t.kind() == Kind.CHANGE && !(leads && first.whole() && !t.whole()))
                .toList();
        if (changes.isEmpty()) {
            boolean told = said.stream().anyMatch(t -> t.kind() == Kind.LOOK || t.whole() && ABOUT.contains(t.word()));
            boolean listed =
                    first.whole() && leads || last == tokens.getLast() && (last.whole() || ABOUT.contains(last.word()));
            return told || listed ? Risk.SAFE : Risk.MUTATING;
        }
        boolean joined = tokens.stream().anyMatch(t -> JOINING.contains(t.word()));
        boolean about = last.kind() == Kind.LOOK && !(last.whole() && NAMES.contains(last.word()))
                || last.kind() == Kind.NOUN
                        && ABOUT.contains(last.word())
                        && changes.stream().allMatch(t -> ALSO_NOUNS.contains(t.word()));
        int end = tokens.indexOf(last);
        boolean by = end > 0 && PREPOSITIONS.contains(tokens.get(end - 1).word());
        if (about && !joined && !by) {
            return Risk.SAFE;
        }
        // `verify_backup` looks; `check-and-fix` does not.
        boolean looksFirst = first.kind() == Kind.LOOK
                && !first.whole()
                && !joined
                && changes.stream().noneMatch(Token::whole);
        if (looksFirst) {
            return changes.stream().allMatch(t -> ALSO_NOUNS.contains(t.word())) ? Risk.SAFE : Risk.MUTATING;
        }
        // `pre-deploy` comes before it.
        if (BEFORE.contains(tokens.getFirst().word()) && !tokens.getFirst().whole()) {
            return Risk.MUTATING;
        }
        return changes.stream().map(Token::risk).reduce(Risk.SAFE, Risk::or);
    }

    /// What the options say: SAFE when one asks only to be told, null when none says anything.
    private static @org.jspecify.annotations.Nullable Risk options(List<Word> words, boolean alone) {
        Risk risk = null;
        for (Word word : words) {
            String text = word.plain();
            String name = text.replaceFirst("=.*", "").replaceFirst("^--", "");
            if (!text.startsWith("--") || name.isEmpty() || MANNER.contains(name) || text.contains("=")) {
                continue;
            }
            Token token = token(Words.folded(name), true);
            boolean counts = token.kind() == Kind.LOOK || token.kind() == Kind.REHEARSAL || token.kind() == Kind.CHANGE;
            if (counts) {
                risk = risk == null ? token.risk() : risk.or(token.risk());
            } else if (alone && PRODUCTION.contains(name)) {
                risk = Risk.DISRUPTIVE; // `acme --prod` deploys
            }
        }
        return risk;
    }

    /// `acme pods`, `acme workers --all`: a name in the plural, alone, is a list.
    private static boolean onlyLists(List<Word> words, List<Token> said) {
        boolean plural = said.size() == 1 && said.getFirst().word().matches("[a-z]{3,}[a-rt-z]s");
        return plural && words.stream().filter(w -> !w.plain().startsWith("-")).count() == 1;
    }

    private static Set<String> words(String key) {
        return RuleList.words(FILE.path(key).asString(""));
    }
}
