package plantao.walls;

import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.function.Function;

/// A rule of the house and the planted classes that prove that it bites.
///
/// @param caught names relative to the planted root
record Wall(String name, Function<House, ArchRule> rule, List<String> caught) {

    static Wall of(String name, Function<House, ArchRule> rule, String... caught) {
        return new Wall(name, rule, List.of(caught));
    }

    @Override
    public String toString() {
        return name;
    }
}
