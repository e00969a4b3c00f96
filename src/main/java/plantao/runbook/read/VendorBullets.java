package plantao.runbook.read;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import plantao.runbook.Vendor;
import plantao.runbook.text.Expression;
import plantao.runbook.text.KeyValue;
import plantao.runbook.text.Role;
import plantao.runbook.text.Words;
import plantao.runbook.tree.Listing;

/// Suppliers in bullets: "**Acme status**: https://status.acme.example", "**Acme support**: https://…".
final class VendorBullets {
    private static final Expression STATUS = Expression.of("(?iu)^(.{2,40}?)\\s+status(?:\\s+page)?$");
    private static final Expression SUPPORT = Expression.of("(?iu)^(.{2,40}?)\\s+(?:support|suporte|soporte)$");
    private static final Expression PAGE =
            Expression.of("(?i)^https?://(?:status\\.|[\\w.-]*status\\.(?:com|io)\\b|[\\w-]+\\.statuspage\\.io)");

    private static final Expression FIELD = Expression.of(
            "(?:support|suporte|soporte|status|status page|phone|telefone|telefono|e-?mail|url|site|portal|sla|contact|contato|contacto|documentation|documentacao|documentacion|docs|account|conta|cuenta)(?:\\s.*)?");
    private static final int LONGEST = 40;

    private VendorBullets() {}

    /// Whether a bullet names the page on which a supplier tells how it is.
    static boolean isStatusPage(String key, @Nullable String address) {
        return address != null
                && PAGE.in(address)
                && STATUS.matcher(Words.plain(key)).matches();
    }

    static List<Vendor> in(Topic root) {
        Map<String, Vendor> out = new LinkedHashMap<>();
        root.all()
                .filter(t -> t.is(
                        Role.SERVICES,
                        Role.DEPENDENCIES,
                        Role.VENDORS,
                        Role.MONITORING,
                        Role.HEALTH,
                        Role.LINKS,
                        Role.DASHBOARDS))
                .forEach(t -> t.section().lists().forEach(l -> l.items().forEach(i -> bullet(t, i, out))));
        return new ArrayList<>(out.values());
    }

    private static void bullet(Topic t, Listing.Item item, Map<String, Vendor> out) {
        KeyValue kv = item.box() == null ? item.keyValue() : null;
        String address = kv == null ? null : Services.url(kv.value());
        if (kv != null && t.is(Role.VENDORS) && supplier(t, item, kv, address, out)) {
            return;
        }
        if (kv == null || address == null) {
            return;
        }
        String key = Words.plain(kv.key());
        var status = STATUS.matcher(key);
        var support = SUPPORT.matcher(key);
        boolean supplies = t.is(Role.DEPENDENCIES, Role.VENDORS) && support.matches();
        if (isStatusPage(key, address) && status.matches()) {
            put(new Vendor(status.group(1), null, address, null, t.at(item.line())), out);
        } else if (supplies) {
            put(new Vendor(support.group(1), Words.plain(kv.value()), null, null, t.at(item.line())), out);
        }
    }

    // "**Hosting**: help@host.example" among suppliers.
    private static boolean supplier(
            Topic t, Listing.Item item, KeyValue kv, @Nullable String address, Map<String, Vendor> out) {
        String told = Words.plain(kv.value());
        boolean reached = address != null || Contacts.email(told) != null || Contacts.phone(told) != null;
        boolean own = STATUS.matcher(kv.key()).matches()
                || SUPPORT.matcher(kv.key()).matches()
                || FIELD.matcher(Words.folded(kv.key())).matches();
        if (own || !reached || kv.key().length() > LONGEST) {
            return false;
        }
        boolean page = address != null && PAGE.in(address);
        boolean alone = address != null && told.equals(address);
        put(new Vendor(kv.key(), page && alone ? null : told, page ? address : null, null, t.at(item.line())), out);
        return true;
    }

    // Its page may be told in one list and how to reach it in another.
    private static void put(Vendor v, Map<String, Vendor> out) {
        out.merge(
                Words.key(v.name()),
                v,
                (a, b) -> new Vendor(
                        a.name(),
                        a.support() == null ? b.support() : a.support(),
                        a.statusPage() == null ? b.statusPage() : a.statusPage(),
                        a.sla(),
                        a.origin()));
    }
}
