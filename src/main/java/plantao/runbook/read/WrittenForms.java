package plantao.runbook.read;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import plantao.runbook.Origin;
import plantao.runbook.Template;
import plantao.runbook.command.Blanks;
import plantao.runbook.text.Expression;
import plantao.runbook.text.KeyValue;
import plantao.runbook.text.Phrases;
import plantao.runbook.text.Role;
import plantao.runbook.text.Vocabulary;
import plantao.runbook.text.Words;
import plantao.runbook.tree.Line;
import plantao.runbook.tree.Listing;
import plantao.runbook.tree.Paragraph;
import plantao.runbook.tree.Section;

/// Forms that stand in no fence: messages in prose, quotes and bullets, told by what is to be filled in, and the
/// parts
/// of a post-mortem as a list or as headings.
final class WrittenForms {
    private static final List<String> POSTMORTEM = Vocabulary.standard().list("reviewWords");
    // In a list of parts also what each part is often called.
    private static final List<String> PARTS = Stream.concat(
                    POSTMORTEM.stream(), Vocabulary.standard().list("reviewParts").stream())
            .toList();
    private static final int LONGEST = 90;
    private static final Expression QUOTED = Expression.of("^[\"“«'‘].{8,}[\"”»'’]$");

    private WrittenForms() {}

    static List<Template> in(Topic t, Vocabulary vocabulary) {
        List<Template> out = new ArrayList<>();
        Topic.Head parent = t.parent();
        boolean named = t.role() == null && parent != null && parent.role() == Role.TEMPLATE;
        if (!t.section().fences().isEmpty()) {
            return out;
        }
        if (named) {
            whole(t, out);
        } else {
            paragraphs(t, vocabulary, out);
        }
        if (named || t.is(Role.TEMPLATE)) {
            bullets(t, out);
        }
        if (t.is(Role.POSTMORTEM)) {
            postmortem(t, vocabulary, out);
        }
        return out;
    }

    /// Whether a text has at least two of the parts that make a post-mortem.
    static boolean isPostmortem(String folded) {
        return count(folded, POSTMORTEM) > 1;
    }

    private static long count(String folded, List<String> words) {
        return words.stream().filter(w -> Phrases.anyIn(folded, List.of(w))).count();
    }

    // "To the customers" over a quote, or before the words themselves.
    private static void whole(Topic t, List<Template> out) {
        List<String> texts = new ArrayList<>(List.of(t.section().value()));
        t.section().paragraphs().forEach(p -> texts.add(text(p)));
        texts.removeIf(String::isBlank);
        message(t.title(), String.join("\n\n", texts), t.origin(), out);
    }

    private static void paragraphs(Topic t, Vocabulary vocabulary, List<Template> out) {
        boolean announced = t.is(Role.TEMPLATE);
        for (Paragraph p : t.section().paragraphs()) {
            if (announced && areKeyed(p)) {
                for (Line line : p.lines()) {
                    KeyValue kv = KeyValue.of(line.text());
                    message(
                            kv == null ? t.title() : kv.key(),
                            unquoted(kv == null ? line.text() : kv.value()),
                            t.at(line.number()),
                            out);
                }
            } else if (announced) {
                message(t.title(), text(p), t.at(p.line()), out);
            } else {
                String last = p.lines().getLast().text();
                announced = last.length() < 40
                        && last.endsWith(":")
                        && vocabulary.exact(Words.normal(last)) == Role.TEMPLATE;
            }
        }
    }

    // "To the shops: “…”", "When it is over: “…”", one in each line.
    private static boolean areKeyed(Paragraph p) {
        return p.lines().stream().allMatch(l -> {
            KeyValue kv = KeyValue.of(l.text());
            return kv != null && QUOTED.matcher(Words.plain(kv.value())).matches();
        });
    }

    private static String unquoted(String text) {
        String plain = Words.plain(text).strip();
        return QUOTED.matcher(plain).matches() ? plain.substring(1, plain.length() - 1) : plain;
    }

    private static void bullets(Topic t, List<Template> out) {
        for (Listing l : t.section().lists()) {
            for (Listing.Item item : l.items()) {
                KeyValue kv = item.box() == null ? item.keyValue() : null;
                if (kv != null && kv.key().length() < LONGEST) {
                    message(kv.key(), unquoted(kv.value()), t.at(item.line()), out);
                }
            }
        }
    }

    private static void message(String title, String text, Origin origin, List<Template> out) {
        List<String> blanks = Blanks.placeholders(text);
        if (!blanks.isEmpty()) {
            out.add(new Template(title, "message", null, blanks, List.of(), text, origin));
        }
    }

    // "After an outage: review" over what is to be told.
    private static void postmortem(Topic t, Vocabulary vocabulary, List<Template> out) {
        List<String> sections = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (Listing l : t.section().lists()) {
            for (Listing.Item item : l.items()) {
                if (item.box() == null) {
                    KeyValue kv = item.keyValue();
                    part(kv == null ? item.plain() : kv.key(), kv == null ? "" : kv.value(), sections, text);
                }
            }
        }
        if (sections.isEmpty()) {
            named(t, sections, text);
        }
        // Headings may as well be those of a review that was held.
        boolean form = t.section().level() > 1 && vocabulary.terms("formWords").in(t.folded());
        for (Section s : sections.isEmpty() && form ? t.section().sections() : List.<Section>of()) {
            String below = String.join(
                    "\n\n", s.paragraphs().stream().map(WrittenForms::text).toList());
            part(Words.title(s.heading()), (s.value() + "\n\n" + below).strip(), sections, text);
        }
        boolean parts = sections.size() > 2
                && sections.stream().allMatch(s -> s.length() < LONGEST)
                && sections.stream()
                                .filter(s -> PARTS.stream().anyMatch(Words.folded(s)::startsWith))
                                .count()
                        > 1;
        if (parts) {
            String all = text.toString();
            out.add(new Template(
                    t.title(), "postmortem", null, Blanks.placeholders(all), List.copyOf(sections), all, t.origin()));
        }
    }

    // "Write down: summary, timeline, cause, actions with owner and date."
    private static void named(Topic t, List<String> sections, StringBuilder text) {
        for (Paragraph p : t.section().paragraphs()) {
            String said = Words.plain(text(p).replace('\n', ' ')).strip();
            int colon = said.indexOf(':');
            String[] parts = said.substring(colon + 1).replaceFirst("\\.$", "").split("\\s*[,;]\\s*(?:and |e |y )?");
            if (colon > 0 && parts.length > 2) {
                for (String name : parts) {
                    part(Words.sentence(name.strip()), "", sections, text);
                }
                return;
            }
        }
    }

    private static void part(String name, String text, List<String> sections, StringBuilder form) {
        sections.add(name);
        form.append("## ").append(name).append("\n\n");
        if (!text.isBlank()) {
            form.append(text).append("\n\n");
        }
    }

    private static String text(Paragraph p) {
        return String.join("\n", p.lines().stream().map(Line::text).toList());
    }
}
