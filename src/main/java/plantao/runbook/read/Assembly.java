package plantao.runbook.read;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import plantao.runbook.AlertRule;
import plantao.runbook.Checklist;
import plantao.runbook.Coverage;
import plantao.runbook.Diagram;
import plantao.runbook.Environment;
import plantao.runbook.HealthEndpoint;
import plantao.runbook.Metric;
import plantao.runbook.Origin;
import plantao.runbook.Playbook;
import plantao.runbook.Problem;
import plantao.runbook.Procedure;
import plantao.runbook.Runbook;
import plantao.runbook.Service;
import plantao.runbook.Settings;
import plantao.runbook.Vendor;
import plantao.runbook.config.SettingsReader;
import plantao.runbook.lint.LintSubject;
import plantao.runbook.lint.Page;
import plantao.runbook.lint.RuleTable;
import plantao.runbook.text.Concepts;
import plantao.runbook.text.Expression;
import plantao.runbook.text.Vocabulary;
import plantao.runbook.text.Words;
import plantao.runbook.tree.FrontMatter;
import plantao.runbook.tree.Section;

/// Puts what the extractors find in a system's files together and links it.
///
/// @param texts the Markdown files
/// @param lines the same by line
/// @param sources all files, to be shown; nobody else may change it
/// @param today what dates are held against, or null to leave them alone
record Assembly(
        String source,
        Map<String, String> texts,
        Map<String, List<String>> lines,
        Map<String, String> sources,
        List<Topic> roots,
        Vocabulary vocabulary,
        SettingsReader.Result config,
        @Nullable LocalDate today) {
    private static final Expression NUMBER = Expression.of("^(\\d+(?:\\.\\d+)*)[.)]?\\s");

    Runbook runbook(List<Problem> problems) {
        List<Playbook> playbooks = new ArrayList<>();
        List<RuleDraft> titled = new ArrayList<>();
        IdentityHashMap<Playbook, String> numbers = new IdentityHashMap<>();
        IdentityHashMap<Section, Playbook> homes = new IdentityHashMap<>();
        Set<Section> claimed = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Topic root : roots) {
            Map<String, String> front = FrontMatter.of(texts.getOrDefault(root.file(), ""));
            for (Playbooks.Found f : Playbooks.find(root, vocabulary)) {
                Playbook p = PlaybookReader.read(FrontMatterAlerts.in(f, front, vocabulary), vocabulary);
                playbooks.add(p);
                homes.put(f.topic().section(), p);
                if (SelfAnsweringAlerts.isAlert(f.topic())) {
                    titled.addAll(FrontMatterAlerts.in(
                            SelfAnsweringAlerts.drafts(p, f.topic(), vocabulary),
                            FrontMatterAlerts.of(front, f.topic()),
                            vocabulary));
                }
                titled.addAll(TriggerLines.in(p, f.topic(), vocabulary));
                claimed.add(f.topic().section());
                numbered(f.topic(), p, numbers);
            }
        }
        List<RuleDraft> drafts = each(t -> Alerts.in(t, vocabulary));
        for (Topic t : ReferredSections.of(drafts).in(roots, claimed, vocabulary)) {
            Playbook p = PlaybookReader.read(new Playbooks.Found(t, null, null, null), vocabulary);
            playbooks.add(p);
            homes.put(t.section(), p);
            claimed.add(t.section());
            numbered(t, p, numbers);
        }
        playbooks.addAll(each(t -> TabledPlaybooks.in(t, vocabulary, claimed)));
        List<Service> listed = ConfiguredMetrics.services(
                each(t -> Services.in(t, new PortHosts(texts.values()), vocabulary)),
                config.settings().probes());
        List<Metric> written = each(t -> Metrics.in(t, vocabulary));
        List<HealthEndpoint> health = each(t -> Places.health(t, vocabulary));
        List<Vendor> vendors = ConfiguredMetrics.vendors(
                each(t -> Services.vendors(t, vocabulary)), config.settings().probes());
        List<Environment> environments = each(t -> Places.environments(t, vocabulary));
        List<Procedure> procedures = each(t -> Procedures.in(t, vocabulary, claimed));
        List<Checklist> checklists = each(t -> Checklists.in(t, vocabulary));
        List<Service> services = new AskedHosts(vocabulary).beside(listed, playbooks, procedures, checklists, health);
        Settings probed = DefaultProbes.complete(
                config.settings(),
                services,
                health,
                vendors,
                new HealthUrls(texts.values(), environments, services),
                vocabulary);
        Concepts concepts = vocabulary.concepts();
        Certificates certificates = Certificates.of(drafts, written, probed.probes(), concepts);
        WrittenSources measured = WrittenSources.of(roots, drafts, written, probed);
        List<Metric> listedOrAsked = Stream.of(written, certificates.added(), measured.added())
                .flatMap(List::stream)
                .toList();
        Settings settings =
                DefaultProbes.with(DefaultProbes.with(probed, certificates.measuring()), measured.measuring());
        DownRules downs = new DownRules(services, settings.probes(), health, vocabulary);
        List<RuleDraft> rules =
                drafts.stream().map(certificates::compared).map(measured::bound).toList();
        List<Metric> ruled = new RuledMetrics(new Linker(listedOrAsked, downs, vocabulary), vocabulary)
                .of(Stream.concat(rules.stream(), titled.stream()).toList());
        List<Metric> metrics =
                Stream.concat(listedOrAsked.stream(), ruled.stream()).toList();
        var answers = new AlertAnswers(playbooks, numbers, keyed(settings.playbooks()), concepts);
        List<AlertRule> alerts = drafts.isEmpty() && titled.isEmpty()
                ? List.of()
                : alerts(rules, titled, new Linker(metrics, downs, vocabulary), answers, homes, playbooks);
        String text = String.join("\n", texts.values());
        String language = config.language() == null ? vocabulary.language(text) : config.language();
        Map<Origin, Integer> worst = worst(alerts);
        playbooks.replaceAll(p -> severe(p, worst));
        MentionsFinder mentions = MentionsFinder.of(lines);
        RunbookNames names = roots.isEmpty()
                ? new RunbookNames(source, source, null, null, null)
                : RunbookNames.of(first(), texts.getOrDefault(first().file(), ""), source, language, vocabulary);
        Runbook read = new Runbook(
                source,
                List.copyOf(texts.keySet()),
                Collections.unmodifiableMap(sources),
                names.title(),
                settings.system() == null ? names.system() : settings.system(),
                names.version(),
                names.updated(),
                names.owner(),
                language,
                Texts.hash(texts),
                services,
                vendors,
                environments,
                each(t -> Places.dashboards(t, vocabulary)),
                each(t -> DecisionRules.logPatterns(t, vocabulary)),
                each(t -> DecisionRules.decisions(t, vocabulary)),
                health,
                metrics,
                alerts,
                settings.watch().implied()
                        ? new ImpliedAlerts(answers, language).beside(alerts, services, metrics)
                        : List.of(),
                List.copyOf(playbooks),
                procedures,
                new ItemClaims(metrics, services, vocabulary).in(checklists),
                each(t -> Maintenances.in(t, procedures, checklists, vocabulary)),
                each(t -> Contacts.in(t, vocabulary)),
                each(t -> Escalations.in(t, vocabulary)),
                each(t -> Templates.in(t, texts.getOrDefault(t.file(), ""), vocabulary)),
                Objectives.of(roots, vocabulary, "RTO"),
                Objectives.of(roots, vocabulary, "RPO"),
                mentions.placeholders(),
                mentions.variables(),
                mentions.links(),
                Headings.of(roots, lines),
                diagram(),
                ToldFailures.in(settings, alerts, config.settings().probes()),
                List.of(),
                new Coverage(0, 0, 0));
        return finished(read, problems);
    }

    private static void numbered(Topic t, Playbook p, Map<Playbook, String> numbers) {
        String number = number(t);
        if (number != null) {
            numbers.put(p, number);
        }
    }

    /// The number that a heading begins with ("4.1"), or null.
    static @Nullable String number(Topic t) {
        Matcher m = NUMBER.matcher(t.bare());
        return m.find() ? m.group(1) : null;
    }

    private Runbook finished(Runbook r, List<Problem> problems) {
        List<Page> pages = roots.stream()
                .map(t -> Page.of(t.file(), lines.getOrDefault(t.file(), List.of()), t.section()))
                .toList();
        problems.addAll(RuleTable.problems(LintSubject.of(r, pages, today)));
        problems.sort(java.util.Comparator.comparing((Problem p) -> p.severity())
                .thenComparing(p -> p.origin().file())
                .thenComparingInt(p -> p.origin().line()));
        return new Runbook(
                r.source(),
                r.files(),
                r.texts(),
                r.title(),
                r.system(),
                r.version(),
                r.updated(),
                r.owner(),
                r.language(),
                r.hash(),
                r.services(),
                r.vendors(),
                r.environments(),
                r.dashboards(),
                r.logPatterns(),
                r.decisions(),
                r.healthEndpoints(),
                r.metrics(),
                r.alerts(),
                r.implied(),
                r.playbooks(),
                r.procedures(),
                r.checklists(),
                r.maintenance(),
                r.contacts(),
                r.escalation(),
                r.templates(),
                r.rtoSeconds(),
                r.rpoSeconds(),
                r.placeholders(),
                r.variables(),
                r.links(),
                r.headings(),
                r.diagram(),
                r.settings(),
                List.copyOf(problems),
                CoverageCount.of(r, lines, roots));
    }

    // A playbook that does not say how severe its incident is is as severe as the worst alert that it answers.
    private static Playbook severe(Playbook p, Map<Origin, Integer> worst) {
        Integer level =
                p.severity() != null || p.level() != PlaybookReader.DEFAULT_LEVEL ? null : worst.get(p.origin());
        return level == null ? p : p.at(level);
    }

    private static Map<Origin, Integer> worst(List<AlertRule> alerts) {
        Map<Origin, Integer> out = new HashMap<>();
        for (AlertRule a : alerts) {
            if (a.severity() != null && a.playbook() != null && a.level() > 0) {
                out.merge(a.playbook().origin(), a.level(), Math::min);
            }
        }
        return out;
    }

    private List<AlertRule> alerts(
            List<RuleDraft> drafts,
            List<RuleDraft> titled,
            Linker linker,
            AlertAnswers answers,
            Map<Section, Playbook> homes,
            List<Playbook> playbooks) {
        List<AlertRule> out = new ArrayList<>();
        drafts.forEach(d -> {
            Playbook home = d.above().reversed().stream()
                    .map(h -> homes.get(h.section()))
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(null);
            AlertRule rule = answers.answered(linker.linked(d.rule()), d.text(), home);
            Playbook own = rule.playbook() == null ? d.playbook() : null;
            if (own != null) {
                playbooks.add(own);
            }
            out.add(own == null ? rule : AlertAnswers.described(rule, own));
        });
        return AlertUnion.of(out, titled, linker);
    }

    // A folder's own runbook.md names the system, whatever other files come before it.
    private Topic first() {
        return roots.stream()
                .filter(t -> t.file().equalsIgnoreCase("runbook.md"))
                .findFirst()
                .orElse(roots.getFirst());
    }

    private Diagram diagram() {
        return roots.stream()
                .map(Mermaid::of)
                .filter(d -> !d.nodes().isEmpty())
                .findFirst()
                .orElse(Diagram.NONE);
    }

    private static Map<String, String> keyed(Map<String, String> playbooks) {
        Map<String, String> out = new HashMap<>();
        playbooks.forEach((alert, playbook) -> out.put(Words.key(alert), playbook));
        return out;
    }

    private <T> List<T> each(Function<Topic, List<T>> extractor) {
        return roots.stream().flatMap(t -> extractor.apply(t).stream()).toList();
    }
}
