package plantao.runbook.read;

import java.util.List;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;
import plantao.runbook.Contact;
import plantao.runbook.Origin;
import plantao.runbook.text.Expression;
import plantao.runbook.text.Vocabulary;
import plantao.runbook.text.Words;
import plantao.runbook.tree.Line;
import plantao.runbook.tree.Listing;
import plantao.runbook.tree.Paragraph;

/// People to call that running text names with their number or address: "call Ana (+55 11 …) first".
final class ProseContacts {
    private static final Expression ROLE = Expression.of("^(?:the|o|a|os|as|el|la|los|las|our|your)\\s+(.+)$");
    private static final Expression PRONOUN =
            Expression.of("(?iu)us|me|him|her|them|it|you|nos|ele|ela|eles|mim|él|ella|ellos");

    private static final Expression CALL = Expression.of(
            "(?iu)(?<![\\p{L}\\d-])(?:"
                    + Vocabulary.standard().list("call").stream()
                            .sorted(java.util.Comparator.comparingInt(String::length)
                                    .reversed())
                            .map(java.util.regex.Pattern::quote)
                            .collect(java.util.stream.Collectors.joining("|"))
                    + ")\\s+([^\\s(,;:.\\d+@][^(,;:.\\d+@]{1,50}?)\\s*(?:\\(|,|:|\\s[-–—]\\s|\\s(?:at|on|under|by|via|no|na|pelo|pelo|en|al|em)\\s|\\s(?=\\+))\\s*([^;.!?)]{0,15}[+@\\d][^;!?)]{0,80})");

    private ProseContacts() {}

    /// Adds those of the section's own paragraphs, and of its lists where they are steps or sentences.
    static void in(Topic t, List<Contact> out) {
        for (Paragraph p : t.section().paragraphs()) {
            for (Line line : p.lines()) {
                told(line.text(), t.at(line.number()), out);
            }
        }
        for (Listing l : t.section().lists()) {
            for (Listing.Item item : l.items()) {
                told(item.text(), t.at(item.line()), out);
            }
        }
    }

    private static void told(String markdown, Origin origin, List<Contact> out) {
        if (markdown.indexOf('@') < 0 && markdown.indexOf('+') < 0) {
            return;
        }
        Matcher m = CALL.matcher(Words.plain(markdown));
        while (m.find()) {
            String way = m.group(2);
            String email = Contacts.email(way);
            String phone = way.indexOf('+') < 0 || email != null ? null : Contacts.phone(way);
            if (email != null || phone != null) {
                add(m.group(1).strip(), email, phone, origin, out);
            }
        }
    }

    private static void add(
            String who, @Nullable String email, @Nullable String phone, Origin origin, List<Contact> out) {
        Matcher role = ROLE.matcher(who);
        String title = role.matches() ? role.group(1) : who;
        if (title.length() < 3 || PRONOUN.matcher(title).matches()) {
            return;
        }
        boolean known = out.stream()
                .anyMatch(c -> email != null && email.equals(c.email()) || phone != null && phone.equals(c.phone()));
        if (!known) {
            out.add(new Contact(title, null, email, phone, null, null, origin));
        }
    }
}
