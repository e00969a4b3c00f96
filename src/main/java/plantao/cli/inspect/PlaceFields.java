package plantao.cli.inspect;

import plantao.runbook.Contact;
import plantao.runbook.Diagram;
import plantao.runbook.HealthEndpoint;
import plantao.runbook.Runbook;
import plantao.runbook.Service;
import plantao.runbook.Template;
import plantao.runbook.Vendor;

/// What there is: the head of the document, services, addresses, people, forms, the diagram.
record PlaceFields(boolean several) {
    Fields put(Fields f, Runbook r) {
        return f.put("source", r.source())
                .put("title", r.title())
                .put("version", r.version())
                .put("updated", r.updated())
                .put("owner", r.owner())
                .put("language", r.language())
                .put("services", Fields.list(r.services(), this::service))
                .put("vendors", Fields.list(r.vendors(), this::vendor))
                .put(
                        "environments",
                        Fields.list(
                                r.environments(),
                                e -> fields().put("name", e.name())
                                        .put("urls", e.urls())
                                        .at(e.origin())))
                .put(
                        "dashboards",
                        Fields.list(
                                r.dashboards(),
                                d -> fields().put("name", d.name())
                                        .put("url", d.url())
                                        .put("watch", d.watch())
                                        .at(d.origin())))
                .put(
                        "logPatterns",
                        Fields.list(
                                r.logPatterns(),
                                p -> fields().put("pattern", p.pattern())
                                        .put("meaning", p.meaning())
                                        .at(p.origin())))
                .put(
                        "decisions",
                        Fields.list(
                                r.decisions(),
                                d -> fields().put("title", d.title())
                                        .put(
                                                "rules",
                                                Fields.list(
                                                        d.rules(),
                                                        x -> fields().put("condition", x.condition())
                                                                .put("action", x.action())))
                                        .at(d.origin())))
                .put("healthEndpoints", Fields.list(r.healthEndpoints(), this::health));
    }

    private Fields service(Service s) {
        return fields().put("name", s.name())
                .put("provider", s.provider())
                .put("url", s.url())
                .put("responsibility", s.responsibility())
                .put("sla", s.sla())
                .put("group", s.group())
                .at(s.origin());
    }

    private Fields vendor(Vendor v) {
        return fields().put("name", v.name())
                .put("support", v.support())
                .put("statusPage", v.statusPage())
                .put("sla", v.sla())
                .at(v.origin());
    }

    private Fields health(HealthEndpoint h) {
        return fields().put("path", h.path())
                .put("intervalSeconds", h.intervalSeconds())
                .put("timeoutSeconds", h.timeoutSeconds())
                .put("failureRule", h.failureRule())
                .put("failures", h.failures())
                .at(h.origin());
    }

    Fields contact(Contact c) {
        return fields().put("role", c.role())
                .put("name", c.name())
                .put("email", c.email())
                .put("phone", c.phone())
                .put("channel", c.channel())
                .put("hours", c.hours())
                .at(c.origin());
    }

    Fields template(Template t) {
        return fields().put("title", t.title())
                .put("kind", t.kind())
                .put("filePattern", t.filePattern())
                .at(t.origin())
                .put("placeholders", t.placeholders())
                .put("sections", t.sections());
    }

    Fields diagram(Diagram d) {
        return fields().put(
                        "nodes",
                        Fields.list(
                                d.nodes(),
                                n -> fields().put("id", n.id())
                                        .put("label", n.label())
                                        .put("group", n.group())))
                .put(
                        "edges",
                        Fields.list(
                                d.edges(), e -> fields().put("from", e.from()).put("to", e.to())));
    }

    private Fields fields() {
        return new Fields(several);
    }
}
