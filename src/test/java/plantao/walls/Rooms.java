package plantao.walls;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.library.dependencies.SliceRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Which room may know which: the table of the design, and nothing else.
final class Rooms {
    private Rooms() {}

    /// What the two faces of the program may know beside the board: values, never a room that acts.
    private static final List<String> VALUES = List.of(
            "desk.",
            "runbook.",
            "values.",
            "alert.",
            "journal.",
            "export.",
            "probe.Reading",
            "playbook.Run",
            "playbook.StepState",
            "playbook.StepResult",
            "playbook.Output",
            "playbook.Outputs",
            "playbook.screen.",
            "playbook.ShellTools",
            "playbook.Danger",
            "playbook.TextStyle",
            "playbook.Alternatives",
            "playbook.StepRest",
            "store.Attendance",
            "store.TeamFault",
            "store.TeamState");

    /// Room → rooms (with a dot) and single classes it may use.
    private static final Map<String, List<String>> ALLOWED = new TreeMap<>(Map.ofEntries(
            Map.entry("runbook", List.of()),
            Map.entry("values", List.of("runbook.")),
            Map.entry("probe", List.of("runbook.", "values.")),
            Map.entry("playbook", List.of("runbook.", "values.")),
            Map.entry("journal", List.of("runbook.")),
            Map.entry("alert", List.of("runbook.", "probe.Reading")),
            Map.entry("export", List.of("journal.", "runbook.")),
            Map.entry("store", List.of("journal.", "runbook.", "probe.Reading")),
            Map.entry("link", List.of("alert.", "journal.")),
            Map.entry(
                    "desk",
                    List.of(
                            "runbook.",
                            "values.",
                            "probe.",
                            "alert.",
                            "playbook.",
                            "journal.",
                            "export.",
                            "store.",
                            "link.")),
            Map.entry("ui", VALUES),
            Map.entry("cli", VALUES),
            Map.entry("practice", List.of("runbook.", "values."))));

    static Stream<String> names() {
        return ALLOWED.keySet().stream();
    }

    static Stream<Wall> walls() {
        return names().map(room -> Wall.of(
                room + " knows only what it may",
                house -> classes()
                        .that(house.room(room))
                        .should()
                        .onlyDependOnClassesThat(not(house.all()).or(mayKnow(house, room)))
                        .allowEmptyShould(true),
                room + ".KnowsTooMuch"));
    }

    /// No package leads back to itself, neither between rooms nor within one.
    static SliceRule noCycles(House house) {
        return SlicesRuleDefinition.slices()
                .matching(house.root() + ".(**)")
                .should()
                .beFreeOfCycles();
    }

    private static DescribedPredicate<JavaClass> mayKnow(House house, String room) {
        List<String> names = new ArrayList<>(ALLOWED.get(room));
        names.add(room + ".");
        return house.of(names);
    }
}
