package plantao.walls;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;

/// A tree of rooms: the program itself, or the planted one where every wall is broken once.
///
/// @param root the package that holds the rooms
record House(String root) {

    /// Classes of a room and what lies below it.
    DescribedPredicate<JavaClass> room(String name) {
        String home = root + "." + name;
        return DescribedPredicate.describe(name, c -> within(c.getPackageName(), home));
    }

    /// Everything of this house.
    DescribedPredicate<JavaClass> all() {
        return DescribedPredicate.describe("the house", c -> within(c.getPackageName(), root));
    }

    /// Classes by name relative to the root ("ui.fx.Latest"), a room's name with a dot ("ui."), or the start of a
    /// class name with a star ("probe.Sql*"); with everything nested in them.
    DescribedPredicate<JavaClass> of(List<String> names) {
        return DescribedPredicate.describe(
                String.join(", ", names), c -> names.stream().anyMatch(n -> matches(c, n)));
    }

    /// The first word of a class's package below the root, empty for the root itself.
    String roomOf(JavaClass c) {
        String below = c.getPackageName().equals(root) ? "" : c.getPackageName().substring(root.length() + 1);
        int dot = below.indexOf('.');
        return dot < 0 ? below : below.substring(0, dot);
    }

    private boolean matches(JavaClass c, String name) {
        String own = c.getBaseComponentType().getName();
        String wanted = root + "." + name;
        if (name.endsWith(".")) {
            return own.startsWith(wanted);
        }
        if (name.endsWith("*")) {
            String start = wanted.substring(0, wanted.length() - 1);
            return own.startsWith(start) && own.indexOf('.', start.length()) < 0;
        }
        return own.equals(wanted) || own.startsWith(wanted + "$");
    }

    private static boolean within(String name, String home) {
        return name.equals(home) || name.startsWith(home + ".");
    }
}
