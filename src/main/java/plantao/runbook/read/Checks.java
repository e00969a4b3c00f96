package plantao.runbook.read;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import plantao.runbook.AlertRule;
import plantao.runbook.Contact;
import plantao.runbook.Mentions;
import plantao.runbook.Origin;
import plantao.runbook.Playbook;
import plantao.runbook.ProbeSpec;
import plantao.runbook.Problem;
import plantao.runbook.Problem.Severity;
import plantao.runbook.Runbook;
import plantao.runbook.text.Words;
import plantao.runbook.tree.Fence;

/// What a person should look at in a read runbook.
final class Checks {
    private static final Pattern TBD = Pattern.compile(
            "(?i)\\b(?:tbd|tba|todo|fixme|a definir|a preencher|por definir|pendiente)\\b|(?i:\\bx{3,}[-x]*)");

    private final Runbook runbook;
    private final List<Problem> out = new ArrayList<>();

    private Checks(Runbook runbook) {
        this.runbook = runbook;
    }

    static List<Problem> of(Runbook r, List<Topic> roots) {
        Checks c = new Checks(r);
        c.recognised(roots);
        roots.forEach(c::fences);
        r.alerts().forEach(c::alert);
        r.contacts().forEach(c::contact);
        c.config();
        c.undefined();
        return c.out;
    }

    private void recognised(List<Topic> roots) {
        boolean nothing = Stream.of(
                        runbook.services(),
                        runbook.metrics(),
                        runbook.alerts(),
                        runbook.playbooks(),
                        runbook.procedures(),
                        runbook.checklists(),
                        runbook.contacts())
                .allMatch(List::isEmpty);
        if (nothing) {
            String file = roots.isEmpty() ? runbook.source() : roots.getFirst().file();
            add(
                    new Origin(file, 1),
                    Severity.WARNING,
                    "nothing-recognised",
                    "No service, metric, alert, playbook, procedure, checklist or contact was recognised. The text is shown as it is; headings such as \"Symptoms\", \"Alerts\" or \"Services\" help.");
        }
    }

    private void fences(Topic root) {
        root.all()
                .flatMap(t -> t.section().body(Fence.class).stream())
                .filter(f -> !f.closed())
                .forEach(
                        f -> add(
                                root.at(f.line()),
                                Severity.WARNING,
                                "unclosed-fence",
                                "The code block that begins here is never closed, so everything below it counts as code. Close it with the same marks."));
    }

    private void alert(AlertRule a) {
        if (a.playbook() == null) {
            String maybe = a.candidates().isEmpty()
                    ? ""
                    : " Perhaps \"" + a.candidates().getFirst().title() + "\".";
            add(
                    a.origin(),
                    Severity.WARNING,
                    "alert-without-playbook",
                    "No playbook answers the alert \"" + a.name() + "\"." + maybe
                            + " Name one under `playbooks:` in console.yaml, or refer to its section beside the alert.");
        }
    }

    private void contact(Contact c) {
        String all = String.join(
                " ",
                Stream.of(c.name(), c.email(), c.phone(), c.channel())
                        .filter(java.util.Objects::nonNull)
                        .toList());
        if (TBD.matcher(all).find()) {
            add(
                    c.origin(),
                    Severity.WARNING,
                    "tbd-contact",
                    "The contact \"" + c.role() + "\" is not filled in (" + all + "). Somebody will need it at night.");
        }
    }

    private void config() {
        Set<String> services = keys(runbook.services().stream().map(s -> s.name()));
        Set<String> metrics = keys(runbook.metrics().stream().map(m -> m.name()));
        Set<String> vendors = keys(runbook.vendors().stream().map(v -> v.name()));
        Set<String> playbooks = keys(runbook.playbooks().stream().map(Playbook::title));
        Set<String> alerts = keys(runbook.alerts().stream().map(AlertRule::name));
        for (ProbeSpec p : runbook.settings().probes()) {
            Set<String> known = switch (p.of()) {
                case SERVICE -> services;
                case METRIC -> metrics;
                case VENDOR -> vendors;
            };
            if (!known.contains(Words.key(p.subject()))) {
                String what = p.of().name().toLowerCase(java.util.Locale.ROOT);
                add(
                        p.origin(),
                        Severity.WARNING,
                        "unknown-" + what + "-in-config",
                        "console.yaml measures the " + what + " \"" + p.subject()
                                + "\", which the runbook does not name. Correct the name or add it to the runbook.");
            }
        }
        runbook.settings().playbooks().forEach((alert, playbook) -> {
            if (!playbooks.contains(Words.key(playbook)) || !alerts.contains(Words.key(alert))) {
                add(
                        new Origin("console.yaml", 1),
                        Severity.WARNING,
                        "unknown-playbook-in-config",
                        "console.yaml answers the alert \"" + alert + "\" with \"" + playbook
                                + "\"; the runbook does not have both.");
            }
        });
    }

    private void undefined() {
        Set<String> known = new HashSet<>();
        runbook.settings().variables().forEach(v -> known.add(v.name()));
        runbook.settings().targets().forEach(t -> t.variables().forEach(v -> known.add(v.name())));
        Set<String> used = new HashSet<>();
        Stream.concat(
                        runbook.playbooks().stream().flatMap(p -> p.steps().stream()),
                        runbook.procedures().stream().flatMap(p -> p.steps().stream()))
                .flatMap(s -> s.commands().stream())
                .forEach(c -> used.addAll(c.placeholders()));
        for (Mentions m : runbook.placeholders()) {
            String bare = m.text().replaceAll("^[<\\[{]+|[>\\]}]+$", "");
            if (used.contains(m.text()) && !known.contains(bare) && !known.contains(m.text())) {
                add(
                        m.places().getFirst(),
                        Severity.HINT,
                        "placeholder-undefined",
                        "The placeholder " + m.text()
                                + " has no value. It will be asked for when a command needs it; give it one under `variables:` in console.yaml to be faster.");
            }
        }
        for (Mentions m : runbook.variables()) {
            if (!known.contains(m.text())) {
                add(
                        m.places().getFirst(),
                        Severity.HINT,
                        "variable-undefined",
                        "The variable $" + m.text()
                                + " has no source. It will be asked for; name one under `variables:` in console.yaml.");
            }
        }
    }

    private static Set<String> keys(Stream<String> names) {
        Set<String> out = new HashSet<>();
        names.forEach(n -> out.add(Words.key(n)));
        return out;
    }

    private void add(Origin origin, Severity severity, String code, String message) {
        out.add(new Problem(origin, severity, code, message));
    }
}
