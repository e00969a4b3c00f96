package plantao.runbook.read;

import java.util.List;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;
import plantao.runbook.Contact;
import plantao.runbook.Origin;
import plantao.runbook.command.FenceLanguage;
import plantao.runbook.text.Durations;
import plantao.runbook.text.Expression;
import plantao.runbook.text.KeyValue;
import plantao.runbook.text.Role;
import plantao.runbook.text.Vocabulary;
import plantao.runbook.text.Words;
import plantao.runbook.tree.Branches;
import plantao.runbook.tree.Fence;
import plantao.runbook.tree.Line;
import plantao.runbook.tree.Listing;
import plantao.runbook.tree.Paragraph;
import plantao.runbook.tree.Table;

/// People to call in lines of running text and in bullets without a mark between the name and the address.
final class ContactLines {
    private static final Expression BOTH = Expression.of("\\b(?:contacts?|contatos?|contactos?)\\b");

    // A number without its country: area code in brackets, or one that is free to call.
    private static final Expression DIALLED =
            Expression.of("\\(0?\\d{2,4}\\) ?\\d{3,5}[- ]?\\d{4}\\b|\\b0[38]00[ -]\\d{3}[ -]?\\d{4}\\b");

    private static final Expression MENTION = Expression.of("@[\\w][\\w.-]+");
    // "Ana Lima (platform lead) – pager `core`"
    private static final Expression NAMED = Expression.of(
            "(\\p{Lu}[\\p{L}.'-]+(?:\\s+(?:d[aeo]s?\\s+|del?\\s+)?\\p{Lu}[\\p{L}.'-]+){1,3})\\s*\\([^()\\d]{3,40}\\)(?:\\s*[-–—]\\s*(.{2,60}?))?[.;]?");

    private static final Expression FIRST = Expression.of("\\p{Lu}[\\p{L}.'/ -]{2,50}");

    private static final Expression REACHED = Expression.of(
            "^(\\p{Lu}[\\p{L}.'/ -]{2,50}(?:\\([^()\\d]{2,40}\\))?)(?:\\s{2,}|\\s*[:|]\\s+|\\s+(?=[@#+(\\d]))((?=.*(?:\\d{4}|[@#]\\p{L})).+)$");

    private ContactLines() {}

    // "+31 6 …, Mon–Fri 08:00–18:00": a number and its hours.
    static boolean saysNoMore(String way, @Nullable String call, @Nullable String open) {
        return call != null
                && open != null
                && way.replace(call, "").replace(open, "").chars().noneMatch(Character::isLetterOrDigit);
    }

    /// What stands before the first dash, comma or bar of several pieces; empty where that is no name.
    static String first(String text) {
        String[] pieces = text.split("\\s+[-–—|]\\s+|[,;]\\s", 2);
        return pieces.length > 1 && FIRST.matcher(pieces[0]).matches() ? pieces[0] : "";
    }

    /// Whether a text is nothing but how somebody is called in a chat ("@ana").
    static boolean isHandle(String text) {
        return MENTION.matcher(text).matches();
    }

    /// Somebody told by name and post ("Ana Lima (platform lead)"), with what stands behind a dash; null where the
    /// text
    /// is something else.
    static @Nullable Contact named(String role, String text, Origin origin) {
        Matcher m = NAMED.matcher(text);
        return m.matches() ? new Contact(role, m.group(1), null, null, m.group(2), null, origin) : null;
    }

    /// Whether, whatever the heading says, most bullets give a name and an address or a number to call.
    static boolean areReachable(List<Listing> lists) {
        List<Listing.Item> items = lists.stream()
                .filter(l -> !l.ordered() || l.items().stream().allMatch(i -> isReachable(i.plain())))
                .flatMap(l -> l.items().stream())
                .toList();
        long reachable = items.stream()
                .filter(i -> i.box() == null && i.keyValue() != null && isReachable(i.plain()))
                .count();
        return reachable > 1 && reachable * 2 >= items.size();
    }

    private static boolean isReachable(String text) {
        boolean may = text.indexOf('@') > 0 || text.indexOf('+') >= 0;
        return may && (Contacts.email(text) != null || Contacts.phone(text) != null && text.indexOf('+') >= 0)
                || DIALLED.in(text);
    }

    // "DBA on call: +1 555 0142" by lines below "Contacts", "Level 2 (after 30 min): Ana, +34 …" anywhere.
    static void in(Topic t, List<Contact> out) {
        boolean here = t.nearest() == Role.CONTACTS;
        t.section().fences().stream()
                .filter(f -> here && FenceLanguage.of(f).isEmpty())
                .forEach(f -> drawn(t, f, out));
        for (Paragraph p : t.section().paragraphs()) {
            for (Line line : p.lines()) {
                String plain = line.plain();
                KeyValue kv = here || Ladders.isTimed(plain) ? KeyValue.of(line.text()) : null;
                if (kv != null
                        && !kv.value().isBlank()
                        && out.stream().noneMatch(c -> c.origin().line() == line.number())) {
                    Contacts.reachable(kv.key(), kv.value(), t.at(line.number()), out);
                }
            }
        }
    }

    // "└─ 15 min → Reserve   (11) 4000-2222": who stands before the way to reach them, behind the last arrow.
    private static void drawn(Topic t, Fence fence, List<Contact> out) {
        List<Line> branches = Branches.of(fence);
        for (Line line : branches.isEmpty() ? fence.lines() : branches) {
            String text = line.text().strip();
            String[] parts = text.split("\\s*(?:→|=>|->|➜)\\s*");
            String last = parts[parts.length - 1];
            Matcher m = REACHED.matcher(last);
            if (last.length() < 160 && m.matches()) {
                Contacts.reachable(m.group(1).strip(), m.group(2), t.at(line.number()), out);
            }
        }
    }

    // "On-call: #payments, +1 …" in running text, wherever it stands.
    static void onDuty(Topic t, Vocabulary vocabulary, List<Contact> out) {
        if (t.within(Role.CONTACTS, Role.ESCALATION)) {
            return;
        }
        for (Paragraph p : t.section().paragraphs()) {
            for (Line line : p.lines()) {
                KeyValue kv = KeyValue.of(line.text());
                if (kv != null && vocabulary.list("onDuty").contains(Words.normal(kv.key()))) {
                    Contacts.reachable(kv.key(), kv.value(), t.at(line.number()), out);
                }
            }
        }
    }

    // "Wes (CEO, money only) wes@example.org": nothing but the address tells where the name ends.
    static void unmarked(Topic t, Listing.Item i, List<Contact> out) {
        String plain = i.plain();
        String way = Contacts.email(plain) == null ? Contacts.phone(plain) : Contacts.email(plain);
        int at = way == null ? -1 : plain.indexOf(way);
        String who = at < 3 ? "" : plain.substring(0, at).replaceAll("[\\s,;:\\-–—]+$", "");
        if (who.length() > 2 && who.length() < 70 && way != null) {
            Contacts.reachable(who, plain.substring(at), t.at(i.line()), out);
        }
    }

    // "Problem | Who is responsible": whom to call is named by what goes wrong.
    static void responsible(Topic t, ColumnKinds c, List<Contact> out) {
        int who = c.of("role", 0);
        who = who < 0 ? c.of("personName", 0) : who;
        for (Table.Row row : who < 0 ? List.<Table.Row>of() : c.table().rows()) {
            String subject = ColumnKinds.text(row, 0);
            String name = ColumnKinds.text(row, who);
            if (subject != null && name != null) {
                out.add(new Contact(subject, name, null, null, null, null, t.at(row.line())));
            }
        }
    }

    /// Whether each of its bullets says whom to call.
    static boolean lists(Topic t) {
        return isRota(t) || isBoth(t);
    }

    // "Contacts and escalation" over bullets of which none says when.
    static boolean isBoth(Topic t) {
        return t.is(Role.ESCALATION)
                && t.section().level() > 1
                && !t.section().isLead()
                && BOTH.in(t.folded())
                && t.section().lists().stream()
                        .flatMap(l -> l.items().stream())
                        .allMatch(i -> Durations.seconds(i.plain()) == null);
    }

    // "On-call rotation" below whom to call: each line says who is it.
    private static boolean isRota(Topic t) {
        Topic.Head parent = t.parent();
        return t.is(Role.ON_CALL_SHIFT)
                && parent != null
                && (parent.role() == Role.CONTACTS || parent.role() == Role.ESCALATION);
    }
}
