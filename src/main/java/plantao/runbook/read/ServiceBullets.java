package plantao.runbook.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;
import plantao.runbook.Service;
import plantao.runbook.text.Expression;
import plantao.runbook.text.KeyValue;
import plantao.runbook.text.Role;
import plantao.runbook.text.Vocabulary;
import plantao.runbook.text.Words;
import plantao.runbook.tree.Listing;

/// Services in bullets below whatever heading ("What we run", "Resources", none): `**Name** — https://…`, `Name:
/// host:5432`. Links to read are told from services by what they are called, by their long paths and by being
/// nobody's own: a team's services share a domain.
final class ServiceBullets {
    private static final Expression KEYED = Expression.of(
            "^(?:\\*\\*|__)?`?([^*_`:(\\[]{2,48}?)`?(?:\\s*\\([^()]{1,40}\\))?(?:\\*\\*|__)?\\s+[-–—]\\s+(.+)$");
    private static final Expression PROVIDER = Expression.of(
            "\\b(?iu:provider|provedor|proveedor|hosted (?:on|at|by)|hospedad[oa] (?:em|en|na|no)|alojad[oa] en|runs on)\\s*:?\\s*(\\p{Lu}[^,;()]{1,39})");
    private static final Expression PLACED = Expression.of(
            "^(\\p{Lu}[\\p{L}\\d .+-]{1,40}?)\\s+(?:on|em|en|at|no|na)\\s+(?=\\p{L}[\\w.-]*[-.\\d])[\\w.-]+(?:[\\s,;/(].*)?$");
    private static final Expression DEEP = Expression.of("^https?://[^/]+/[^/?#]+/.+");
    // "registry.example.org/team/web:1.4" is a container image.
    private static final Expression IMAGE = Expression.of("^[^:]+\\.[a-z]+/.*:[^/]*$");
    private static final Expression SCHEME = Expression.of("^[a-z][a-z0-9+.-]*://");
    private static final Expression HOSTLIKE =
            Expression.of("(?:[\\w-]+\\.)+[a-z]{2,}(?::\\d{2,5})?(?:/\\S*)?|[a-z][\\w-]*(?:\\.[\\w-]+)*:\\d{2,5}");

    private final Vocabulary vocabulary;

    private record Line(String name, String told, @Nullable String address, Listing.Item item) {}

    private ServiceBullets(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /// The services of the first list that is one; empty when no list of the document is.
    static List<Service> in(Topic root, Vocabulary vocabulary) {
        ServiceBullets l = new ServiceBullets(vocabulary);
        return root.all()
                .filter(ServiceBullets::mayList)
                .map(l::of)
                .filter(s -> !s.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    static boolean mayList(Topic t) {
        Role near = t.nearest();
        return (near == null
                        || t.is(
                                Role.SERVICES,
                                Role.OVERVIEW,
                                Role.ARCHITECTURE,
                                Role.LINKS,
                                Role.DEPENDENCIES,
                                Role.META,
                                Role.MONITORING,
                                Role.HEALTH))
                && !t.within(Role.TEMPLATE, Role.POSTMORTEM, Role.PLAYBOOK_GROUP, Role.VENDORS, Role.CONTACTS)
                && !t.section().lists().isEmpty();
    }

    private List<Service> of(Topic t) {
        List<Line> lines = new ArrayList<>();
        for (Listing l : t.section().lists()) {
            for (Listing.Item item : l.items()) {
                Line line = item.box() == null ? line(item) : null;
                if (line != null && !isElsewhere(line)) {
                    lines.add(line);
                }
            }
        }
        List<Line> addressed = lines.stream().filter(l -> l.address() != null).toList();
        boolean listed = t.is(Role.SERVICES) ? !addressed.isEmpty() : addressed.size() > 1 && shares(addressed);
        if (!listed || addressed.size() * 2 < lines.size()) {
            return List.of();
        }
        return lines.stream().map(l -> service(t, l)).toList();
    }

    private static @Nullable Line line(Listing.Item item) {
        String text = item.text();
        Matcher m = KEYED.matcher(text);
        boolean dashed = hasDash(text) && m.matches();
        KeyValue kv = dashed ? null : item.keyValue();
        String name = dashed ? m.group(1) : kv == null ? null : kv.key();
        String told = dashed ? m.group(2) : kv == null ? "" : kv.value();
        return name == null || name.isBlank() || name.length() > 48 || told.isBlank() || name.contains("://")
                ? null
                : new Line(Words.plain(name).strip(), told, address(told), item);
    }

    private static boolean hasDash(String text) {
        return text.indexOf('-') >= 0 || text.indexOf('–') >= 0 || text.indexOf('—') >= 0;
    }

    private static @Nullable String address(String told) {
        String plain = Words.plain(told);
        String url = Services.url(told);
        if (url != null) {
            return IMAGE.in(url) ? null : url;
        }
        for (String word : plain.split("[\\s,;()]+")) {
            if (HOSTLIKE.matcher(word).matches() && word.indexOf('@') < 0 && word.indexOf(':') > 0) {
                return word;
            }
        }
        return null;
    }

    // A dashboard, a document, an environment, somebody to call: all have an address, none is a service.
    private boolean isElsewhere(Line l) {
        String name = Words.folded(l.name());
        boolean reference = vocabulary.terms("reference").in(name)
                || l.address() != null
                        && vocabulary.terms("reference").begin(host(l.address()).replace('.', ' '));
        boolean place = Words.tokens(Words.unqualified(l.name())).stream().allMatch(Places::isEnvironment);
        boolean person = Contacts.email(Words.plain(l.told())) != null || Contacts.phone(Words.plain(l.told())) != null;
        boolean deep = l.address() != null && DEEP.matcher(l.address()).find() && !isHealth(l.address());
        boolean field = VendorBullets.isStatusPage(l.name(), l.address())
                || vocabulary.isColumn("owner", name)
                || vocabulary.isColumn("channel", name)
                || vocabulary.isColumn("version", name)
                || vocabulary.isColumn("hours", name)
                || vocabulary.isColumn("date", name) && l.address() == null;
        return reference || place || person || deep || field;
    }

    private boolean isHealth(String address) {
        String path = address.replaceFirst("[?#].*$", "");
        return vocabulary.list("healthPaths").contains(Words.folded(path.substring(path.lastIndexOf('/') + 1)));
    }

    // Two of the addresses belong to one domain: these are the team's own, not links into the world.
    private static boolean shares(List<Line> lines) {
        Map<String, Set<String>> hosts = new HashMap<>();
        for (Line l : lines) {
            String address = l.address();
            String host = address == null ? "" : host(address);
            String[] labels = host.split("\\.");
            String domain = labels.length < 2 ? host : labels[labels.length - 2] + "." + labels[labels.length - 1];
            boolean known = labels.length > 1
                    && labels[labels.length - 2].length() < 4
                    && labels[labels.length - 1].length() == 2
                    && labels.length > 2;
            hosts.computeIfAbsent(known ? labels[labels.length - 3] + "." + domain : domain, _ -> new HashSet<>())
                    .add(address == null ? host : address);
        }
        long local = hosts.keySet().stream()
                .filter(h -> h.indexOf('.') < 0 || h.matches("[\\d.]+"))
                .count();
        return hosts.values().stream().anyMatch(h -> h.size() > 1) || local > 1 || local == hosts.size();
    }

    private static String host(String address) {
        return SCHEME.matcher(address)
                .replaceFirst("")
                .replaceFirst("^[^/@]*@", "")
                .replaceFirst("[:/?#].*$", "");
    }

    /// What a bullet without a colon places on a host ("PostgreSQL 15 on db-01"), or null.
    static @Nullable Service placed(Topic t, Listing.Item item) {
        Matcher m = PLACED.matcher(item.plain());
        return item.box() != null || !m.matches()
                ? null
                : new Service(m.group(1).strip(), null, null, item.plain(), null, null, t.at(item.line()));
    }

    private static Service service(Topic t, Line l) {
        String plain = Words.plain(l.told());
        String provider = provider(plain);
        String about = tidied(plain, l.address(), provider);
        return new Service(
                l.name(),
                provider,
                l.address(),
                about.isBlank() ? null : about,
                null,
                null,
                t.at(l.item().line()));
    }

    /// Where a description says that a service is hosted, or null.
    static @Nullable String provider(String about) {
        Matcher provided = PROVIDER.matcher(about);
        return provided.find() ? provided.group(1).strip() : null;
    }

    /// A description without the address and the provider that have fields of their own.
    static String tidied(String about, @Nullable String address, @Nullable String provider) {
        String rest = about.replaceFirst("^\\S+://\\S+\\s*", "");
        rest = address == null ? rest : rest.replace(address, "");
        Matcher provided = PROVIDER.matcher(rest);
        boolean same =
                provider != null && provided.find() && provided.group(1).strip().equals(provider);
        rest = same ? rest.replace(provided.group(), "") : rest;
        boolean whole = rest.strip().startsWith("(") && rest.strip().endsWith(")");
        rest = whole ? rest.strip().substring(1, rest.strip().length() - 1) : rest;
        return rest.replaceAll("^[\\s,;:.\\-–—]+|[\\s,;:\\-–—]+$", "");
    }
}
