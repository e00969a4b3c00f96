package plantao.walls;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.syntax.elements.GivenClassesConjunction;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Rooms that only compute: from the same the same, at any time and on any thread.
final class Purity {
    private Purity() {}

    private static final List<String> PURE =
            List.of("runbook.", "values.", "alert.", "journal.", "export.", "desk.", "playbook.");

    /// What acts in rooms that compute otherwise: the readers of folders and of secrets, the desk's thread, the
    /// runners.
    private static final List<String> SHELL = List.of(
            "runbook.read.RunbookFolder*",
            "values.CommandReply",
            "desk.Desk",
            "playbook.Shell*",
            "playbook.RunningStep",
            "playbook.Sql*",
            "playbook.Http*",
            "playbook.Direct*",
            "playbook.Spool*",
            "playbook.Output",
            "playbook.Outputs");

    /// Processes are started here and nowhere else.
    private static final List<String> STARTERS = List.of(
            "Editor",
            "NotifySend",
            "values.CommandReply",
            "playbook.Shell*",
            "practice.Guardian",
            "practice.PostgresFiles",
            "practice.PostgresServer",
            "practice.Privileges",
            "practice.RedisServer",
            "practice.Signals",
            "practice.command.StandIn",
            "practice.ProcessLauncher");

    /// Types that stand for a file, a socket or the file system. A `Path` is only a name.
    private static final Set<String> FILES = Set.of(
            "java.io.File",
            "java.io.FileReader",
            "java.io.FileWriter",
            "java.io.FileInputStream",
            "java.io.FileOutputStream",
            "java.io.RandomAccessFile",
            "java.nio.file.Files",
            "java.nio.file.FileSystems",
            "java.nio.file.FileSystem",
            "java.net.Socket",
            "java.net.ServerSocket",
            "java.net.DatagramSocket",
            "java.net.InetAddress",
            "java.net.URLConnection",
            "java.net.HttpURLConnection");

    private static final Map<String, Set<String>> FILE_CALLS = Map.of(
            "java.nio.file.Path", Set.of("toRealPath", "toFile", "toAbsolutePath"),
            "java.net.URL", Set.of("openStream", "openConnection", "getContent"));

    private static final Map<String, Set<String>> CLOCKS = Map.of(
            "java.lang.System", Set.of("currentTimeMillis", "nanoTime"),
            "java.time.Clock",
                    Set.of("system", "systemUTC", "systemDefaultZone", "tickMillis", "tickSeconds", "tickMinutes"),
            "java.time.InstantSource", Set.of("system"),
            "java.time.ZoneId", Set.of("systemDefault"),
            "java.util.Date", Set.of("<init>"));

    private static final Map<String, Set<String>> DICE = Map.of(
            "java.util.UUID",
            Set.of("randomUUID"),
            "java.lang.Math",
            Set.of("random"),
            "java.util.Collections",
            Set.of("shuffle"));

    private static final Map<String, Set<String>> PROCESSES = Map.of(
            "java.lang.ProcessBuilder",
            Set.of("<init>", "start", "startPipeline"),
            "java.lang.Runtime",
            Set.of("exec"),
            "com.pty4j.PtyProcessBuilder",
            Set.of("<init>", "start"));

    static Stream<Wall> walls() {
        return Stream.of(
                Wall.of(
                        "rooms that compute know no files or sockets",
                        house -> pure(house)
                                .should()
                                .dependOnClassesThat(types(
                                        "files and sockets",
                                        c -> FILES.contains(c.getName())
                                                || c.getPackageName().startsWith("java.nio.channels")))
                                .orShould()
                                .accessTargetWhere(calls("open a file", FILE_CALLS)),
                        "journal.ReadsAFile",
                        "journal.OpensAnAddress"),
                Wall.of(
                        "rooms that compute know no threads",
                        house -> pure(house)
                                .should()
                                .dependOnClassesThat(types(
                                        "threads",
                                        c -> c.getPackageName().startsWith("java.util.concurrent")
                                                        && !c.getName().equals("java.util.concurrent.TimeUnit")
                                                || Set.of("java.lang.Thread", "java.util.Timer")
                                                        .contains(c.getName()))),
                        "journal.StartsAThread"),
                Wall.of(
                        "rooms that compute are told the time",
                        house -> pure(house)
                                .should()
                                .accessTargetWhere(
                                        calls("look at a clock", CLOCKS).or(describe("now()", Purity::now))),
                        "alert.LooksAtTheClock",
                        "alert.AsksForNow"),
                Wall.of(
                        "rooms that compute are given their ids",
                        house -> pure(house)
                                .should()
                                .dependOnClassesThat(types(
                                        "random",
                                        c -> c.getName().endsWith("Random")
                                                && c.getPackageName().startsWith("java.")))
                                .orShould()
                                .accessTargetWhere(calls("roll dice", DICE)),
                        "journal.RollsDice",
                        "journal.HasDice"),
                Wall.of(
                        "processes are started in " + String.join(", ", STARTERS),
                        house -> noClasses()
                                .that(not(house.of(STARTERS)))
                                .should()
                                .accessTargetWhere(calls("start a process", PROCESSES)),
                        "probe.StartsAProcess"));
    }

    private static GivenClassesConjunction pure(House house) {
        return noClasses().that(house.of(PURE)).and(not(house.of(SHELL)));
    }

    private static com.tngtech.archunit.base.DescribedPredicate<JavaClass> types(
            String words, Predicate<JavaClass> which) {
        return describe(words, which);
    }

    /// Calls and method references alike.
    private static com.tngtech.archunit.base.DescribedPredicate<JavaAccess<?>> calls(
            String words, Map<String, Set<String>> members) {
        return describe(
                words,
                a -> members.getOrDefault(a.getTargetOwner().getName(), Set.of())
                        .contains(a.getTarget().getName()));
    }

    /// `Instant.now()`, `LocalDate.now(zone)` and the like; with a clock as argument they are told.
    private static boolean now(JavaAccess<?> access) {
        return access.getTargetOwner().getPackageName().startsWith("java.time")
                && access.getTarget().getName().equals("now")
                && !access.getTarget().getFullName().contains("java.time.Clock)");
    }
}
