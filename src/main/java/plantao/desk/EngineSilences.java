package plantao.desk;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import plantao.alert.Condition;
import plantao.journal.Detail;
import plantao.journal.Entry;
import plantao.journal.Silence;
import plantao.link.LabelMatcher;
import plantao.runbook.LinkSettings;
import plantao.runbook.Service;

/// What is kept quiet here is kept quiet in the Alertmanager too, and as long: by its labels, so that what begins
/// to fire only then is covered as well.
final class EngineSilences {
    /// The labels by which an alert says what it is about, the first that names a service decides.
    static final List<String> ABOUT = List.of("service", "app", "job", "component");

    private EngineSilences() {}

    /// An alert was acknowledged here: where that is wished for, it is silenced there.
    static Outcome acknowledged(Outcome outcome, Event.Acknowledge e, EventContext stamp) {
        SystemBoard system = outcome.board().system(e.system()).orElse(null);
        LinkSettings.Engine engine = system == null ? null : engine(system);
        if (system == null || engine == null || engine.silence() == null) {
            return outcome;
        }
        List<List<LabelMatcher>> one = alert(system, e.alert());
        return one.isEmpty()
                ? outcome
                : with(
                        outcome,
                        new Effect.SilenceInEngine(
                                system.name(),
                                name(system, e.alert()),
                                one,
                                false,
                                stamp.now(),
                                stamp.now().plus(engine.silence()),
                                outcome.board().operator(),
                                "acknowledged in Plantão",
                                null));
    }

    /// The same for many.
    static Outcome acknowledged(Outcome outcome, Event.AcknowledgeAll e, EventContext stamp) {
        Outcome all = outcome;
        for (String alert : e.alerts()) {
            all = alert.startsWith(EngineAlerts.PREFIX)
                    ? acknowledged(all, new Event.Acknowledge(e.system(), alert), stamp)
                    : all;
        }
        return all;
    }

    /// Something was silenced here: an alert from there, a service, or everything.
    static Outcome silenced(Outcome outcome, Event.SilenceAlerts e, EventContext stamp) {
        SystemBoard system = outcome.board().system(e.system()).orElse(null);
        Detail.Silenced made = null;
        for (Effect effect : outcome.effects()) {
            if (effect instanceof Effect.Append(Entry entry) && entry.detail() instanceof Detail.Silenced s) {
                made = s;
            }
        }
        if (system == null || made == null || engine(system) == null) {
            return outcome;
        }
        List<List<LabelMatcher>> silences = switch (e.scope()) {
            case ALERT -> alert(system, e.subject());
            case SERVICE -> service(system, e.subject());
            case ALL -> List.of(List.of(LabelMatcher.any("alertname")));
        };
        return silences.isEmpty()
                ? outcome
                : with(
                        outcome,
                        new Effect.SilenceInEngine(
                                system.name(),
                                made.name(),
                                silences,
                                e.scope() != Silence.Scope.ALERT,
                                stamp.now(),
                                made.until(),
                                outcome.board().operator(),
                                stamp.mask()
                                        .apply(
                                                e.reason().isBlank()
                                                        ? "silenced in Plantão"
                                                        : e.reason().strip()),
                                made.silence()));
    }

    /// A silence was lifted here: so it is there.
    static Outcome lifted(Board before, Outcome outcome, Event.LiftSilence e) {
        boolean linked = before.system(e.system()).map(EngineSilences::engine).isPresent();
        return before.journal().silences(e.system()).stream()
                .filter(s -> linked
                        && s.id().equals(e.silence())
                        && (s.scope() != Silence.Scope.ALERT || s.subject().startsWith(EngineAlerts.PREFIX)))
                .findFirst()
                .map(s -> with(outcome, new Effect.LiftSilenceInEngine(e.system(), s.id(), s.name())))
                .orElse(outcome);
    }

    private static LinkSettings.@Nullable Engine engine(SystemBoard system) {
        return system.runbook().settings().watch().links().alertmanager();
    }

    private static Outcome with(Outcome outcome, Effect effect) {
        List<Effect> effects = new ArrayList<>(outcome.effects());
        effects.add(effect);
        return new Outcome(outcome.board(), effects);
    }

    private static List<List<LabelMatcher>> alert(SystemBoard system, String id) {
        return system.alerts().stream()
                .filter(a -> a.rule().id().equals(id))
                .flatMap(a -> a.rule().condition() instanceof Condition.Elsewhere there
                        ? java.util.stream.Stream.of(LabelMatcher.exactly(there.labels()))
                        : java.util.stream.Stream.empty())
                .toList();
    }

    private static String name(SystemBoard system, String id) {
        return system.alerts().stream()
                .filter(a -> a.rule().id().equals(id))
                .map(a -> a.rule().name())
                .findFirst()
                .orElse(id);
    }

    /// One silence for each label that may name the service: no matcher can say "this label or that". As on the
    /// board, a label counts only where none before it names a service.
    static List<List<LabelMatcher>> service(SystemBoard system, String service) {
        List<List<LabelMatcher>> silences = new ArrayList<>();
        List<LabelMatcher> earlier = new ArrayList<>();
        List<String> names =
                system.runbook().services().stream().map(Service::name).toList();
        for (String label : ABOUT) {
            List<LabelMatcher> matchers = new ArrayList<>();
            matchers.add(new LabelMatcher(label, anyOf(forms(system, label, List.of(service))), true, true));
            matchers.addAll(earlier);
            silences.add(List.copyOf(matchers));
            earlier.add(new LabelMatcher(label, anyOf(forms(system, label, names)), true, false));
        }
        return silences;
    }

    /// How services may stand in a label: their names, and what stands there in alerts that fire now.
    private static Set<String> forms(SystemBoard system, String label, List<String> services) {
        Set<String> forms =
                services.stream().map(EngineSilences::form).collect(Collectors.toCollection(LinkedHashSet::new));
        for (String value : seen(system, label)) {
            if (services.stream().anyMatch(s -> Dependencies.sameName(value, s)) && !value.isEmpty()) {
                forms.add(quoted(value));
            }
        }
        return forms;
    }

    private static List<String> seen(SystemBoard system, String label) {
        return system.alerts().stream()
                .map(a -> a.rule().condition() instanceof Condition.Elsewhere(String _, Map<String, String> labels)
                        ? labels.getOrDefault(label, "")
                        : "")
                .distinct()
                .sorted()
                .toList();
    }

    private static String anyOf(Set<String> forms) {
        return "(?i:" + String.join("|", forms) + ")";
    }

    /// A name in any of the ways it is usually written: case, accents and what stands between its words do not
    /// count.
    private static String form(String name) {
        List<String> words = new ArrayList<>();
        for (String word : name.replaceFirst("\\s*\\([^()]*\\)\\s*$", "").split("[^\\p{L}\\p{N}]+")) {
            if (!word.isEmpty()) {
                words.add(word.codePoints()
                        .mapToObj(Character::toString)
                        .map(EngineSilences::accented)
                        .collect(Collectors.joining()));
            }
        }
        return words.isEmpty() ? quoted(name) : String.join("[^\\pL\\pN]+", words);
    }

    private static String accented(String letter) {
        String plain = Normalizer.normalize(letter, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
        return plain.equals(letter) || plain.length() != 1 ? letter : "[" + letter + plain + "]";
    }

    private static String quoted(String text) {
        return text.replaceAll("[\\\\.+*?()|\\[\\]{}^$]", "\\\\$0");
    }
}
