package plantao.runbook.read;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;
import plantao.runbook.Contact;
import plantao.runbook.Origin;
import plantao.runbook.text.Durations;
import plantao.runbook.text.Expression;
import plantao.runbook.text.KeyValue;
import plantao.runbook.text.Role;
import plantao.runbook.text.Vocabulary;
import plantao.runbook.text.Words;
import plantao.runbook.tree.Listing;
import plantao.runbook.tree.Table;

/// Whom to call: contact tables, bullets (`**DevOps**: a@b.org`) and headings with fields below.
final class Contacts {
    private static final Expression EMAIL = Expression.of("[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+|\\[[\\w-]*e-?mail\\]");
    private static final Expression PHONE = Expression.of(
            "(?:\\+\\d{1,3} \\(?\\d\\)?(?=[ .-]\\d{2})|\\+?\\(?\\d{1,4}\\)?)(?:[ .-]?(?:\\([\\dxX]{2,5}\\)(?: ?\\d(?=[ .-]\\d{4}))?|[\\dxX]{2,5}(?: \\d(?=[ .-]\\d{4}))?)){2,4}(?![\\d./])");
    // A number inside the house.
    private static final Expression EXTENSION =
            Expression.of("(?iu)\\b(?:ramal|ext(?:ension|\\.)?|extensi[oó]n|anexo|interno)\\s*:?\\s*\\d{3,5}\\b");
    private static final Expression CHANNEL =
            Expression.of("#[\\p{L}][\\w-]*(?:\\s*\\([^()\\d]*\\))?|\\[[\\w-]*(?:channel|canal)\\]");
    private static final Expression LEVEL =
            Expression.of("(?i)^(?:n[ií]vel|level|tier|l|n)[- ]?[0-5]\\b[\\s:.\\-–—]*(.*)$");

    private static final Expression PERSON =
            Expression.of("\\p{Lu}[\\p{L}.'-]+(?:\\s+(?:d[aeo]s?\\s+|del?\\s+)?\\p{Lu}[\\p{L}.'-]+){1,3}");

    private static final Expression HOURS =
            Expression.of("\\d{1,2}\\s*(?:h|:\\d{2})?\\s*(?:[-–—]|às|to|a)\\s*\\d{1,2}|24\\s*[/xX]\\s*7");

    private static final Expression CLOCK = Expression.of(
            "(?iu)(?:^|,)\\s*,?\\s*([^,]{0,24}\\b\\d{1,2}\\s*(?:h\\b|:\\d{2}|[ap]m\\b)(?![^,]*\\b(?:respon|resp))[^,]{0,16})$");
    private static final Expression NUMBER = Expression.of("\\d{3}|\\d-\\d");
    private static final Expression OPENING = Expression.of(
            "(?iu)(?:\\p{L}{3,}[-–—/ ]+)*\\d{1,2}(?:h|:\\d{2}|h\\d{2})\\s*(?:[-–—]|às|to|a)\\s*\\d{1,2}(?:h|:\\d{2}|h\\d{2})?(?: \\p{Lu}{2,4}\\b)?|24\\s*[/xX]\\s*7");

    // "…, via" before the channel that was taken out.
    private static final Expression WAY = Expression.of("(?iu),?\\s+(?:via|vía|por|pelo|at|on|no|en)\\s*$");
    // "@ana on Slack"
    private static final Expression HANDLE =
            Expression.of("(?iu)(?<![\\w.])@[\\w.-]{2,30}(?:\\s+(?:on|in|at|no|na|en|em)\\s+\\p{L}+)?");
    private static final Expression AFTER = Expression.of(
            "(?iu)[,;(]?\\s*(?:only )?\\b(?:after|ap[oó]s|depois de|despu[eé]s de|tras|from|a partir de)\\s+\\d+\\s*(?:min\\w*|h|hours?|horas?|m)\\b\\)?");
    // What is left of two numbers with their hours is no name.
    private static final Expression OPEN = Expression.of("://|^[^()]*\\)|\\([^()]*$|\\d{3}.*\\d{3}");
    private static final Expression SUPPORT = Expression.of("(?i)suppor|suporte|soporte");

    private Contacts() {}

    static List<Contact> in(Topic root, Vocabulary vocabulary) {
        List<Contact> out = new ArrayList<>();
        root.all()
                .filter(t -> !t.within(Role.TEMPLATE, Role.POSTMORTEM, Role.VENDORS, Role.DEPENDENCIES))
                .forEach(t -> {
                    if (isLogins(t, vocabulary)) {
                        return;
                    }
                    t.tables().forEach(table -> {
                        if (table.table().keys().stream()
                                .noneMatch(keys -> keys.stream()
                                        .anyMatch(k -> vocabulary.list("login").contains(k)))) {
                            rows(t, table, vocabulary, out);
                        }
                    });
                    List<Listing> lists = t.section().lists();
                    boolean listed = t.nearest() == Role.CONTACTS
                            || ContactLines.lists(t)
                            || (t.nearest() == null || t.is(Role.ESCALATION) && t.within(Role.CONTACTS))
                                    && ContactLines.areReachable(lists);
                    boolean fields = !t.section().isLead()
                            && !lists.isEmpty()
                            && t.within(Role.CONTACTS, Role.ESCALATION)
                            && !t.is(Role.CONTACTS, Role.ESCALATION);
                    if (fields && described(t, lists, vocabulary, out)) {
                        return;
                    }
                    ProseContacts.in(t, out);
                    ContactLines.in(t, out);
                    ContactLines.onDuty(t, vocabulary, out);
                    if (listed) {
                        lists.forEach(l -> l.items().forEach(i -> bullet(t, i, vocabulary, out)));
                        if (t.section().isLead() && !t.section().value().isBlank() && t.role() == null) {
                            reachable(t.title(), t.section().value(), t.origin(), out);
                        }
                    }
                });
        return List.copyOf(out);
    }

    // "Demo accounts": addresses to log in with, nobody to call.
    private static boolean isLogins(Topic t, Vocabulary vocabulary) {
        return vocabulary.terms("demoAccounts").in(t.folded());
    }

    /// The number to call in a text, or null.
    ///
    /// @param text plain
    static @Nullable String phone(String text) {
        String phone = found(PHONE, text);
        return phone == null || phone.replaceAll("[^\\dxX]", "").length() < 7 ? found(EXTENSION, text) : phone;
    }

    /// The mail address in a plain text, or null.
    static @Nullable String email(String text) {
        return found(EMAIL, text);
    }

    private static void rows(Topic t, ColumnKinds c, Vocabulary vocabulary, List<Contact> out) {
        int email = c.of("email");
        int phone = c.of("phone");
        int role = c.of("role");
        int name = c.of("personName", role);
        int second = role < 0 && name == 0 ? c.of("personName", name) : -1;
        // "Who | Name": the first says in what capacity.
        role = second > 0 ? name : role;
        name = second > 0 ? second : name;
        int channel = c.of("channel", name, role);
        int hours = c.of("hours", channel, CallTimes.column(c));
        boolean named = t.nearest() == Role.CONTACTS && role >= 0 && name >= 0;
        boolean reach = named || email >= 0 || phone >= 0 || channel >= 0 && t.within(Role.CONTACTS, Role.ESCALATION);
        int first = role >= 0 ? role : name;
        boolean mailed = t.within(Role.CONTACTS, Role.ESCALATION)
                && c.table().rows().stream().anyMatch(r -> EMAIL.in(String.join(" ", r.cells())));
        if (email < 0 && role < 0 && (mailed || isLadder(t, c))) {
            mailed(t, c, out);
            return;
        }
        boolean ladder = c.has("severity") && email < 0 && phone < 0;
        if (!reach
                && t.within(Role.CONTACTS, Role.ESCALATION)
                && c.of("symptom") == 0
                && c.table().headers().size() < 4) {
            ContactLines.responsible(t, c, out);
            return;
        }
        reach |= role == 0 && name > 0 && t.within(Role.CONTACTS, Role.ESCALATION) && !c.has("severity");
        if (!reach || first < 0 || ladder || c.has("support") || c.has("statusPage")) {
            return;
        }
        for (Table.Row row : c.table().rows()) {
            String title = ColumnKinds.text(row, first);
            if (title != null) {
                // One column for every way: "Reach them".
                String way = ColumnKinds.text(row, channel);
                String mail = email < 0 && way != null ? found(EMAIL, way) : null;
                String call = phone < 0 && way != null && mail == null ? found(PHONE, way) : null;
                String open = call != null && way != null ? found(OPENING, way) : null;
                boolean only = way != null
                        && (way.equals(mail) || way.equals(call) || ContactLines.saysNoMore(way, call, open));
                String person = role < 0 ? null : ColumnKinds.text(row, name);
                String written = ColumnKinds.text(row, email);
                boolean channelled = mail == null
                        && written != null
                        && CHANNEL.matcher(written).matches();
                way = channelled && way == null ? written : way;
                boolean tool = person != null && isWay(person, vocabulary);
                way = tool && way == null ? person : way;
                out.add(new Contact(
                        title,
                        tool ? null : person,
                        mail == null
                                ? email < 0 ? found(EMAIL, ColumnKinds.cell(row, phone)) : channelled ? null : written
                                : mail,
                        call == null ? called(ColumnKinds.text(row, phone)) : call,
                        only ? null : way,
                        hours < 0 && call != null ? open : ColumnKinds.text(row, hours),
                        t.at(row.line())));
            }
        }
    }

    // "| Level | After | Who | How |": whom to call when, with how to reach them.
    private static boolean isLadder(Topic t, ColumnKinds c) {
        int who = c.of("personName");
        return t.within(Role.CONTACTS, Role.ESCALATION)
                && c.of("severity") == 0
                && who > 0
                && c.of("channel", who) > 0
                && c.table().rows().stream().noneMatch(r -> EMAIL.in(ColumnKinds.cell(r, who)));
    }

    // "| L2 — Development | ana@example.org | e-mail |": the address stands in a column that does not say so.
    private static void mailed(Topic t, ColumnKinds c, List<Contact> out) {
        int phone = c.of("phone");
        int hours = c.of("hours");
        int ladder = isLadder(t, c) ? c.of("personName") : -1;
        int way = c.of("channel", ladder);
        for (Table.Row row : c.table().rows()) {
            String title = ColumnKinds.text(row, Math.max(ladder, 0));
            String all = Words.plain(String.join(" ", row.cells()));
            if (ladder > 0 && title != null) {
                reached(title, ColumnKinds.text(row, way), t.at(row.line()), out);
                continue;
            }
            if (title != null && !EMAIL.in(title)) {
                out.add(new Contact(
                        title,
                        null,
                        found(EMAIL, all),
                        phone < 0 ? found(PHONE, all) : ColumnKinds.text(row, phone),
                        channel(row, all),
                        ColumnKinds.text(row, hours),
                        t.at(row.line())));
            }
        }
    }

    private static void reached(String title, @Nullable String way, Origin origin, List<Contact> out) {
        int before = out.size();
        if (way != null) {
            reachable(title, way, origin, out);
        }
        if (out.size() == before) {
            out.add(new Contact(title, null, null, null, way, null, origin));
        }
    }

    // A channel's name; where the row has no address either, what stands beside the title is the way to reach them.
    private static @Nullable String channel(Table.Row row, String all) {
        String named = found(CHANNEL, all);
        return named != null
                        || found(EMAIL, all) != null
                        || found(PHONE, all) != null
                        || row.cells().size() < 2
                ? named
                : ColumnKinds.text(row, 1);
    }

    private static boolean described(Topic t, List<Listing> lists, Vocabulary vocabulary, List<Contact> out) {
        String email = null;
        String phone = null;
        String channel = null;
        String hours = null;
        String name = null;
        for (Listing l : lists) {
            for (Listing.Item i : l.items()) {
                KeyValue kv = i.keyValue();
                if (kv == null || kv.value().isBlank()) {
                    continue;
                }
                String key = Words.normal(kv.key());
                String value = Words.plain(kv.value());
                if (vocabulary.isColumn("hours", key)) {
                    hours = value;
                } else if (vocabulary.isColumn("email", key)) {
                    email = value;
                } else if (vocabulary.isColumn("phone", key)) {
                    phone = value;
                } else if (vocabulary.isColumn("channel", key)) {
                    String mail = found(EMAIL, value);
                    email = mail == null ? email : mail;
                    channel = mail == null ? value : channel;
                } else if (vocabulary.isColumn("personName", key)) {
                    name = value;
                }
            }
        }
        if (email == null && phone == null && channel == null && hours == null) {
            return false;
        }
        Matcher level = LEVEL.matcher(t.title());
        String role = level.matches() && !level.group(1).isBlank() ? level.group(1) : t.title();
        out.add(new Contact(role, name, email, phone, channel, hours, t.origin()));
        return true;
    }

    // "DBA — Ana Lima — ana@example.org (9-18h)"
    private static boolean dashed(Topic t, Listing.Item i, List<Contact> out) {
        String[] parts = i.plain().split("\\s+[-–—|]\\s+");
        if (parts.length < 3) {
            return false;
        }
        int before = out.size();
        reachable(
                parts[0],
                String.join(" — ", java.util.Arrays.asList(parts).subList(1, parts.length)),
                t.at(i.line()),
                out);
        return out.size() > before;
    }

    private static void bullet(Topic t, Listing.Item i, Vocabulary vocabulary, List<Contact> out) {
        if (dashed(t, i, out)) {
            return;
        }
        KeyValue kv = KeyValue.of(i.text().replaceFirst("^([^:*]{2,40}?)\\s+[-–—]\\s+", "$1: "));
        if (kv == null) {
            ContactLines.unmarked(t, i, out);
        }
        if (kv != null && !kv.value().isBlank()) {
            int before = out.size();
            reachable(kv.key(), kv.value(), t.at(i.line()), out);
            Contact named = ContactLines.named(kv.key(), Words.plain(kv.value()), t.at(i.line()));
            if (out.size() == before && named != null) {
                out.add(named);
            } else if (out.size() == before && (t.is(Role.CONTACTS) || ContactLines.lists(t))) {
                told(kv, t.at(i.line()), vocabulary, out);
            }
        }
    }

    // "**On-call:** see the rotation": no address, but a name or the way to find one.
    private static void told(KeyValue kv, Origin origin, Vocabulary vocabulary, List<Contact> out) {
        String value = Words.plain(kv.value());
        String key = Words.normal(kv.key());
        boolean field = vocabulary.exact(key) != null
                || List.of("hours", "email", "phone", "channel", "severity", "responseTime").stream()
                        .anyMatch(c -> vocabulary.isColumn(c, key));
        if (field || value.length() > 60 || kv.key().length() > 40 || HOURS.in(value)) {
            return;
        }
        String seen = Words.folded(value + " " + kv.key());
        if (vocabulary.terms("lookedAt").in(seen) && !SUPPORT.in(seen)) {
            return; // A screen to look at, nobody to call.
        }
        // "Storage team (after 30 minutes)"
        String name = Durations.seconds(Words.qualifier(value)) == null ? value : Words.unqualified(value);
        boolean person = PERSON.matcher(name).matches() && !isWay(name, vocabulary);
        out.add(new Contact(kv.key(), person ? name : null, null, null, person ? null : value, null, origin));
    }

    // A mail address in the column of numbers is no number.
    private static @Nullable String called(@Nullable String phone) {
        return phone == null || EMAIL.in(phone) ? null : phone;
    }

    // "PagerDuty" is no name.
    private static boolean isWay(String value, Vocabulary vocabulary) {
        return vocabulary.list("reachedBy").contains(Words.normal(value));
    }

    /// Adds whoever the Markdown tells how to reach; nobody where it does not.
    ///
    /// @param role as written before it
    static void reachable(String role, String markdown, Origin origin, List<Contact> out) {
        String value = Words.plain(markdown);
        String email = found(EMAIL, value);
        String channel = found(CHANNEL, value);
        String phone = email == null || found(PHONE, value.replace(email, "")) != null
                ? found(PHONE, email == null ? value : value.replace(email, ""))
                : null;
        phone = phone == null || phone(phone) == null ? found(EXTENSION, value) : phone;
        channel = channel == null && ContactLines.isHandle(value) ? value : channel;
        if (email == null && channel == null && phone == null) {
            return;
        }
        String hours = role.matches(".*\\b24\\s*[/xX]\\s*7\\b.*") || value.matches(".*\\b24\\s*[/xX]\\s*7\\b.*")
                ? "24/7"
                : null;
        Matcher handle = channel == null ? HANDLE.matcher(email == null ? value : value.replace(email, "")) : null;
        channel = handle != null && handle.find() ? handle.group() : channel;
        String name = AFTER.matcher(value).replaceAll("");
        for (String part : new String[] {email, channel, phone}) {
            name = part == null ? name : name.replace(part, "");
        }
        String bracketed = Words.qualifier(name);
        if (hours == null && HOURS.in(bracketed)) {
            hours = bracketed;
        }
        name = Words.unqualified(name)
                .replaceAll(
                        "(?iu)(?:^|[,;]\\s*)(?:canal|channel|slack|tel(?:efone|éfono)?\\.?|phone|e-?mail|correo|ramal)\\s*:?\\s*(?=$|[,;—])",
                        "");
        name = name.replaceAll("<\\s*>|\\(\\s*\\)", "");
        // "Ana, , until 22h"
        Matcher clock = CLOCK.matcher(name);
        if (clock.find()) {
            hours = hours == null ? clock.group(1).strip() : hours;
            name = clock.replaceFirst("");
        }
        // "…, lead Ana" after the number that stood between
        name = name.matches(".*\\s,.*") ? name.substring(name.lastIndexOf(',') + 1) : name;
        name = name.strip().startsWith("(") && name.strip().endsWith(")")
                ? ""
                : WAY.matcher(name).replaceFirst("");
        name = name.replaceAll("24\\s*[/xX]\\s*7", "").replaceAll("^[\\s,;:()\\-–—|/]+|[\\s,;:()\\-–—|/]+$", "");
        // "Night desk — ramal 4400, WhatsApp …": the name ends before the first way to call it.
        name = NUMBER.in(name) ? ContactLines.first(name) : name;
        out.add(new Contact(
                role,
                name.length() > 2 && name.length() < 60 && !OPEN.in(name) && !NUMBER.in(name) ? name : null,
                email,
                phone,
                channel,
                hours,
                origin));
    }

    private static @Nullable String found(Expression pattern, String text) {
        Matcher m = pattern.matcher(text);
        return m.find() ? m.group().strip() : null;
    }
}
