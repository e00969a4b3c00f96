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

/// A section with its role and the sections around it. What extractors ask of its title is found once, when the
/// first of them asks.
final class Topic {
    private final Section section;
    private final String title;
    private final @Nullable Role role;
    private final List<Topic.Head> above;
    private final List<Topic> children;
    private final String file;
    private final List<ColumnKinds> tables;
    private final long roles;
    private final long below;
    private final List<Topic> all;
    private final @Nullable Role nearest;
    private @Nullable String folded;
    private @Nullable String normal;
    private @Nullable String bare;
    private @Nullable Boolean numbered;

    /// @param title to show
    /// @param above the sections it stands in, outermost first, the document itself not among them
    private Topic(
            Section section,
            String title,
            @Nullable Role role,
            List<Topic.Head> above,
            List<Topic> children,
            String file,
            Vocabulary vocabulary) {
        this.section = section;
        this.title = title;
        this.role = role;
        this.above = above;
        this.children = children;
        this.file = file;
        this.tables = section.tables().stream()
                .map(t -> ColumnKinds.of(t, vocabulary))
                .toList();
        this.nearest = nearest(role, above);
        long within = bit(role);
        for (Head h : above) {
            within |= bit(h.role());
        }
        this.roles = within;
        long own = 0;
        for (Topic child : children) {
            own |= bit(child.role);
        }
        this.below = own;
        List<Topic> below = new ArrayList<>();
        collect(below);
        this.all = List.copyOf(below);
    }

    /// A section that stands above another.
    record Head(Section section, String title, @Nullable Role role) {}

    static Topic of(Section document, String file, Vocabulary vocabulary) {
        boolean single =
                document.sections().stream().filter(s -> s.level() == 1).count() < 3;
        return new Builder(file, vocabulary, new SectionRoles(vocabulary), single).topic(document, List.of());
    }

    Section section() {
        return section;
    }

    /// To show.
    String title() {
        return title;
    }

    /// The title in lower case and without accents.
    String folded() {
        String known = folded;
        if (known == null) {
            known = Words.folded(title);
            folded = known;
        }
        return known;
    }

    /// The title in the form in which phrases are compared.
    String normal() {
        String known = normal;
        if (known == null) {
            known = Words.normal(title);
            normal = known;
        }
        return known;
    }

    /// The heading without Markdown and pictographs.
    String bare() {
        String known = bare;
        if (known == null) {
            known = Words.emojiless(Words.plain(section.heading()));
            bare = known;
        }
        return known;
    }

    /// Whether a number leads its heading.
    boolean numbered() {
        Boolean known = numbered;
        if (known == null) {
            known = Words.numbered(Words.plain(section.heading()));
            numbered = known;
        }
        return known;
    }

    @Nullable
    Role role() {
        return role;
    }

    /// The sections it stands in, outermost first, the document itself not among them.
    List<Head> above() {
        return above;
    }

    List<Topic> children() {
        return children;
    }

    String file() {
        return file;
    }

    /// The tables directly below it, with what their columns hold.
    List<ColumnKinds> tables() {
        return tables;
    }

    /// It and everything below it, in the order of the text.
    Stream<Topic> all() {
        return all.stream();
    }

    private void collect(List<Topic> out) {
        out.add(this);
        for (Topic child : children) {
            child.collect(out);
        }
    }

    boolean is(Role... wanted) {
        return (bit(role) & bits(wanted)) != 0;
    }

    /// Whether it or a section above it has one of the roles.
    boolean within(Role... wanted) {
        return (roles & bits(wanted)) != 0;
    }

    /// Whether a section directly below it has one of the roles.
    boolean has(Role... wanted) {
        return (below & bits(wanted)) != 0;
    }

    // There are fewer than 64 roles.
    private static long bit(@Nullable Role role) {
        return role == null ? 0 : 1L << role.ordinal();
    }

    private static long bits(Role... roles) {
        long out = 0;
        for (Role r : roles) {
            out |= bit(r);
        }
        return out;
    }

    /// The nearest role: its own or that of the closest section above.
    @Nullable
    Role nearest() {
        return nearest;
    }

    private static @Nullable Role nearest(@Nullable Role role, List<Topic.Head> above) {
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

    private record Builder(String file, Vocabulary vocabulary, SectionRoles roles, boolean singleTitle) {
        private @Nullable Role form(Section s) {
            Role said = roles.form(s);
            return said == null ? roles.formNamed(file) : said;
        }

        Topic topic(Section s, List<Head> above) {
            String title = roles.title(s);
            boolean document = s.level() == 0 || s.level() == 1 && singleTitle;
            Role role = document ? s.level() == 1 ? form(s) : null : roles.of(s, above);
            List<Head> path = above;
            if (s.level() > 0) {
                path = new ArrayList<>(above);
                path.add(new Head(s, title, role));
            }
            List<Head> fixed = List.copyOf(path);
            List<Topic> children =
                    s.sections().stream().map(c -> topic(c, fixed)).toList();
            return new Topic(s, title, role, above, children, file, vocabulary);
        }
    }
}
