package plantao.walls;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/// What holds in every room.
final class Manners {
    private Manners() {}

    /// Names that say nothing. A `Service` by itself is the field's own word.
    private static final Pattern EMPTY_NAME =
            Pattern.compile(".*(Manager|Helpers?|Utils?|Impl)|.*[^.$]Services?|.*[.$]Abstract[^.]*");

    /// Types that only make sense when somebody changes them.
    private static final Set<String> CHANGING = Set.of(
            "java.util.HashMap",
            "java.util.ArrayList",
            "java.util.HashSet",
            "java.util.ArrayDeque",
            "java.util.LinkedHashMap",
            "java.util.TreeMap",
            "java.util.EnumMap",
            "java.util.WeakHashMap",
            "java.lang.StringBuilder",
            "java.lang.ThreadLocal");

    static Stream<Wall> walls() {
        return Stream.of(
                Wall.of(
                        "no static state",
                        house -> fields().that().areStatic().should(keepTheirValue()),
                        "values.KeepsStaticState",
                        "values.KeepsAStaticMap"),
                Wall.of(
                        "no name that says nothing",
                        house -> noClasses().should().haveNameMatching(EMPTY_NAME.pattern()),
                        "values.ValueManager",
                        "values.AbstractValue"),
                Wall.of(
                        "every package is null-marked",
                        house -> classes().should(liveInANullMarkedPackage()),
                        "unmarked.Unmarked"),
                Wall.of("no cycles of packages", Rooms::noCycles, "cycle.a.Here", "cycle.b.There"));
    }

    private static ArchCondition<JavaField> keepTheirValue() {
        return new ArchCondition<>("be final and of a kind that does not change") {
            @Override
            public void check(JavaField field, ConditionEvents events) {
                JavaClass type = field.getRawType();
                boolean changes = !field.getModifiers().contains(JavaModifier.FINAL)
                        || type.getPackageName().startsWith("java.util.concurrent")
                        || CHANGING.contains(type.getName());
                if (changes && !field.getModifiers().contains(JavaModifier.SYNTHETIC)) {
                    events.add(SimpleConditionEvent.violated(field, field.getDescription() + " can change"));
                }
            }
        };
    }

    private static ArchCondition<JavaClass> liveInANullMarkedPackage() {
        return new ArchCondition<>("live in a package whose package-info is @NullMarked") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                if (!type.getPackage().isAnnotatedWith(NullMarked.class)) {
                    events.add(SimpleConditionEvent.violated(
                            type, type.getDescription() + " lives in an unmarked package"));
                }
            }
        };
    }
}
