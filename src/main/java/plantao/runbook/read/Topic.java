package plantao.runbook.read;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import plantao.runbook.Origin;
import plantao.runbook.text.Role;
import plantao.runbook.text.Vocabulary;
import plantao.runbook.text.Words;
import plantao.runbook.tree.Section;

/// A section with its role and the sections around it.
///
/// @param title to show
/// @param above the sections it stands in, outermost first, the document itself not among them
record Topic(
        Section section, String title, @Nullable Role role, List<Topic.Head> above, List<Topic> children, String file) {
    /// A section that stands above another.
    record Head(Section section, String title, @Nullable Role role) {}

    static Topic of(Section document, String file, Vocabulary vocabulary) {
        boolean single =
                document.sections().stream().filter(s -> s.level() == 1).count() < 3;
        return new Builder(file, vocabulary, single).topic(document, List.of());
    }

    /// It and everything below it, in the order of the text.
    Stream<Topic> all() {
        List<Topic> out = new ArrayList<>();
        collect(out);
        return out.stream();
    }

    private void collect(List<Topic> out) {
        out.add(this);
        for (Topic child : children) {
            child.collect(out);
        }
    }

    boolean is(Role... roles) {
        return isOne(role, roles);
    }

    /// Whether it or a section above it has one of the roles.
    boolean within(Role... roles) {
        if (isOne(role, roles)) {
            return true;
        }
        for (Head h : above) {
            if (isOne(h.role(), roles)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOne(@Nullable Role role, Role... roles) {
        for (Role r : roles) {
            if (r == role) {
                return true;
            }
        }
        return false;
    }

    /// The nearest role: its own or that of the closest section above.
    @Nullable
    Role nearest() {
        if (role != null) {
            return role;
        }
        for (Head h : above.reversed()) {
            if (h.role() != null) {
                return h.role();
            }
        }
        return null;
    }

    /// The section directly above, or null.
    @Nullable
    Head parent() {
        return above.isEmpty() ? null : above.getLast();
    }

    /// The titles above it that stand below the document's own title.
    List<String> path() {
        return above.stream()
                .filter(h -> h.section().level() > 1
                        || above.size() == 1 && h.section().level() != 1)
                .map(Head::title)
                .toList();
    }

    Origin origin() {
        return at(section.line());
    }

    Origin at(int line) {
        return new Origin(file, line);
    }

    private record Builder(String file, Vocabulary vocabulary, boolean singleTitle) {
        Topic topic(Section s, List<Head> above) {
            String title = Words.title(s.heading());
            boolean document = s.level() == 0 || s.level() == 1 && singleTitle;
            Role role = document ? null : Roles.of(s, title, above, vocabulary);
            List<Head> path = above;
            if (s.level() > 0) {
                path = new ArrayList<>(above);
                path.add(new Head(s, title, role));
            }
            List<Head> fixed = List.copyOf(path);
            List<Topic> children =
                    s.sections().stream().map(c -> topic(c, fixed)).toList();
            return new Topic(s, title, role, above, children, file);
        }
    }
}
