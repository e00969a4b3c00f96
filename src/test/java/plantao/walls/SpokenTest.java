package plantao.walls;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import plantao.export.SaidPhrases;

/// What the rooms below the window say in English has its Portuguese: the sentences are looked for in the sources.
class SpokenTest {
    private static final Path JAVA = Path.of("src/main/java/plantao");

    /// Rooms with messages of their own or on the command line only.
    private static final Set<String> OTHERWISE = Set.of("ui", "cli", "export", "practice");

    /// Files whose sentences never reach a window: the command line's, SQL, words that are looked for in texts.
    private static final Set<String> NOT_IN_A_WINDOW = Set.of(
            "Device", // log restore
            "Diagnostics",
            "LogBook",
            "TeamRoom",
            "TeamSettings", // beside what it says in a window: the comment in its file
            "PreferencesFile",
            "desk/EngineSilences", // for the Alertmanager
            "desk/PageText", // for the webhook
            "probe/SettingFilling",
            "probe/SocketReasons",
            "probe/RedisProber",
            "runbook/lint/RuleTable", // its titles; its advice is in everyPieceOfAdvice
            "runbook/read/ImpliedAlerts",
            "runbook/read/SectionRoles",
            "runbook/text/Bounds",
            "store/LogRequestHandler",
            "store/LogServer",
            "store/Backup",
            "store/ChainCheck",
            "store/JournalStore", // log verify
            "store/LeakRemoval",
            "store/FileReason",
            "store/Restore",
            "store/RingSql",
            "store/RingStore",
            "store/SearchIndex",
            "store/Sql",
            "store/TeamInit",
            "store/TeamSql",
            "store/TeamTls");

    /// What another program prints or reads, and a stand-in for a value.
    private static final Set<String> NOT_SAID = Set.of(
            "error no answer within", // its first word is cut off
            "?was set by an earlier step whose shell is gone.", // bash says it
            "Run that step again}\";",
            "a value nobody has seen");

    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\\n]|\\\\.)*)\"");
    private static final Pattern JOINED = Pattern.compile("\"\\s*\\+\\s*\"");
    private static final Pattern COMMENT = Pattern.compile("(?m)(?:^\\s*|(?<=[;{}] ))//.*$|(?s)\"\"\".*?\"\"\"");
    private static final Pattern FOR_PROGRAMMERS = Pattern.compile(
            "(?s).*(?:Exception|Error|requireNonNull|Pattern\\.compile|Expression\\.of|\\.log)\\((?:[^;{}]*)");
    private static final Pattern ENGLISH = Pattern.compile(
            "(?i)\\b(the|is|are|was|not|there|could|which|should|it|no|with|and|of|for|to|from|this|that|has|cannot|an|only|more|than)\\b");
    private static final Pattern WORD = Pattern.compile("[A-Za-z']{2,}");
    private static final Pattern CODE = Pattern.compile("\\(\\?|\\[\\^|]\\+|\\\\[\\\\u]");

    @Test
    void everySentenceThatMayReachAWindowIsThereInPortuguese() {
        String known = String.join("\n", SaidPhrases.all().keySet());
        Map<String, Set<String>> untold = new TreeMap<>();
        for (Path file : BundledNames.files(JAVA)) {
            String name = JAVA.relativize(file).toString().replace(".java", "");
            if (OTHERWISE.contains(name.replaceFirst("/.*", "")) || NOT_IN_A_WINDOW.contains(name)) {
                continue;
            }
            Set<String> missing = new TreeSet<>();
            sentences(BundledNames.text(file).orElseThrow())
                    .filter(s -> !NOT_SAID.contains(s) && !known.contains(s))
                    .forEach(missing::add);
            if (!missing.isEmpty()) {
                untold.put(name, missing);
            }
        }
        assertThat(untold)
                .as("write them in said_pt_BR.txt, or list the file when nothing of it reaches a window")
                .isEmpty();
    }

    @Test
    void whatIsLookedForCanBeMissed() {
        String source = "x(\"The \" + name + \" of the moon is \"\n + \"not there. Look for it.\"); y(\"a-key\");";
        assertThat(sentences(source)).containsExactly("of the moon is not there.", "Look for it.");
        assertThat(sentences("throw new IllegalStateException(\"This is never to be seen\");"))
                .isEmpty();
    }

    /// The sentences in a source's literals, a literal's pieces joined where nothing is filled in between them.
    private static Stream<String> sentences(String source) {
        String code = JOINED.matcher(COMMENT.matcher(source).replaceAll("")).replaceAll("");
        Matcher literal = LITERAL.matcher(code);
        Stream.Builder<String> found = Stream.builder();
        while (literal.find()) {
            String before = code.substring(Math.max(0, literal.start() - 160), literal.start());
            if (CODE.matcher(literal.group(1)).find()
                    || FOR_PROGRAMMERS.matcher(before).matches()) {
                continue;
            }
            String text = literal.group(1).translateEscapes();
            Stream.of(text.split("(?<=[.;:])\\s+|%s"))
                    .map(s -> s.replaceFirst("^[.,;:)`\\s]+", "").strip())
                    .filter(SpokenTest::isSentence)
                    .forEach(found);
        }
        return found.build();
    }

    private static boolean isSentence(String text) {
        List<String> words = WORD.matcher(text).results().map(w -> w.group()).toList();
        return words.size() >= 3 && ENGLISH.matcher(text).find();
    }
}
