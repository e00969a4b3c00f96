package plantao.walls;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.FailureReport;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import plantao.Main;

/// The rules that hold the house together, and the proof that each of them can fail.
class WallsTest {

    private static final House HOUSE = new House("plantao");
    private static final House PLANTED = new House("plantao.walls.planted");
    private static final JavaClasses PROGRAM = new ClassFileImporter()
            .importUrl(Main.class.getProtectionDomain().getCodeSource().getLocation());
    private static final JavaClasses BROKEN = new ClassFileImporter().importPackages(PLANTED.root());

    /// The first name in a line of a report is who broke the rule; a second one is what was touched.
    private static final Pattern ORIGIN = Pattern.compile(
            "(?m)^(?: *- )?(?:Static )?[A-Z]\\w+ (?:reference )?<plantao\\.walls\\.planted\\.((?:[a-z]+\\.)*[A-Z]\\w*)");

    static List<Wall> walls() {
        return Stream.of(Rooms.walls(), Libraries.walls(), Purity.walls(), Manners.walls())
                .flatMap(s -> s)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("walls")
    void stands(Wall wall) {
        wall.rule().apply(HOUSE).check(PROGRAM);
    }

    /// Each planted class is caught by the wall it was planted for, and that wall catches nothing else there: a
    /// rule that matches nothing, or everything, fails here.
    @ParameterizedTest
    @MethodSource("walls")
    void bites(Wall wall) {
        FailureReport report = wall.rule().apply(PLANTED).evaluate(BROKEN).getFailureReport();
        Set<String> caught = ORIGIN.matcher(String.join("\n", report.getDetails()))
                .results()
                .map(m -> m.group(1))
                .collect(Collectors.toSet());
        assertThat(caught).as(report.toString()).containsExactlyInAnyOrderElementsOf(wall.caught());
    }

    /// A room nobody listed would be a room without walls.
    @Test
    void everyRoomHasWalls() {
        Set<String> rooms =
                PROGRAM.stream().map(HOUSE::roomOf).filter(r -> !r.isEmpty()).collect(Collectors.toSet());
        assertThat(Rooms.names().toList()).containsAll(rooms);
    }
}
