package plantao.walls;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// What can only be seen in the text of the sources.
class SourcesTest {

    private static final Path MAIN = Path.of("src/main");
    private static final int LONGEST = 400;

    /// Where a broad catch is right: the loops that must outlive what they run, and places that undo and rethrow.
    private static final Set<String> MAY_CATCH_ANYTHING = Set.of(
            "plantao/Pager.java", // one call that goes wrong must not be the last
            "plantao/Console.java", // one part that fails to close must not keep the others open
            "plantao/store/LogServer.java",
            "plantao/store/Log.java", // entries must not be lost with the thread that writes them
            "plantao/store/Team.java", // the sharing must outlive whatever is wrong with one round
            "plantao/ui/Pictures.java", // hands the failure to the thread that waits
            "plantao/desk/Desk.java", // one bad event must not stop the board
            "plantao/playbook/RunningStep.java", // one bad step must not stop its run
            "plantao/playbook/ShellEcho.java", // calling a C function is declared to throw anything
            "plantao/playbook/ShellReads.java", // calling a C function is declared to throw anything
            "plantao/playbook/ShellSystem.java", // calling a C function is declared to throw anything
            "plantao/probe/Probers.java", // one bad probe must not stop the others
            "plantao/probe/NameLookup.java", // a resolver may throw what it likes; the look-up then fails
            "plantao/practice/PracticeStack.java"); // stops what was started, then rethrows

    private static final Pattern CATCH = Pattern.compile("catch\\s*\\(([^)]*)\\)");
    private static final Set<String> BROAD = Set.of("Throwable", "Exception", "RuntimeException", "Error");

    @Test
    void noFileIsLong() {
        List<String> tooLong = new ArrayList<>();
        for (Path file : BundledNames.files(MAIN)) {
            long lines = file.toString().endsWith(".java")
                    ? BundledNames.text(file).orElseThrow().lines().count()
                    : 0;
            if (lines > LONGEST) {
                tooLong.add(file + ": " + lines + " lines");
            }
        }
        assertThat(tooLong).isEmpty();
    }

    @Test
    void anythingIsCaughtOnlyAtTheListedPlaces() {
        Set<String> places = new TreeSet<>();
        Path java = MAIN.resolve("java");
        for (Path file : BundledNames.files(java)) {
            if (catchesAnything(BundledNames.text(file).orElseThrow())) {
                places.add(java.relativize(file).toString().replace('\\', '/'));
            }
        }
        assertThat(places).containsExactlyInAnyOrderElementsOf(MAY_CATCH_ANYTHING);
    }

    @Test
    void broadCatchesAreSeen() {
        assertThat(catchesAnything("} catch (RuntimeException e) {")).isTrue();
        assertThat(catchesAnything("} catch (IOException\n    | Exception e) {"))
                .isTrue();
        assertThat(catchesAnything("} catch (final Throwable anything) {")).isTrue();
        assertThat(catchesAnything("} catch (IOException | ExecutionException e) {"))
                .isFalse();
    }

    @Test
    void theProgramKnowsNoBundledSystem() {
        BundledNames names = BundledNames.of(Path.of("runbooks"));
        List<String> found = new ArrayList<>();
        for (Path file : BundledNames.files(MAIN)) {
            names.in(file.toString()).forEach(word -> found.add(file + " is named after " + word));
            BundledNames.text(file).map(names::in).orElse(List.of()).forEach(word -> found.add(file + " says " + word));
        }
        assertThat(found).isEmpty();
    }

    @Test
    void bundledNamesAreSeen() {
        BundledNames names = BundledNames.of(Path.of("runbooks"));
        assertThat(names.words()).contains("ouvify", "Ouvify", "ouvify-backend", "ouvify-backend.onrender.com");
        assertThat(names.commands()).contains("render").doesNotContain("psql");
        assertThat(names.in("var url = \"https://Ouvify-Backend.onrender.com\";"))
                .isNotEmpty();
        assertThat(names.in("case \"celery\" -> worker;")).isNotEmpty();
        assertThat(names.in("run(\"render restart\")")).isNotEmpty();
        assertThat(names.in("/// Views render what they are given: \"rendered\"."))
                .isEmpty();
    }

    private static boolean catchesAnything(String source) {
        return CATCH
                .matcher(source)
                .results()
                .flatMap(m ->
                        Arrays.stream(m.group(1).replaceFirst("\\w+\\s*$", "").split("[|\\s]+")))
                .collect(Collectors.toSet())
                .stream()
                .anyMatch(BROAD::contains);
    }
}
